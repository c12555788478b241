import type { EventListener } from '../core/events.js';
import { LiveProgress } from './live-progress.js';
import type { OutputOptions } from './output-options.js';
import { PlainProgress } from './plain-progress.js';
import type { Terminal } from './terminal.js';

/** Tells a run's progress on standard error: lines that move on a terminal, plain lines elsewhere. */
export function progressListener(terminal: Terminal, { quiet }: Pick<OutputOptions, 'quiet'>): EventListener {
  if (quiet === true) return () => undefined;
  const progress = terminal.isInteractive
    ? new LiveProgress(terminal, () => performance.now())
    : new PlainProgress(terminal.err);
  return (event) => progress.hear(event);
}
