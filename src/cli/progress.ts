import { escapeTerminal } from '../core/escape-terminal.js';
import type { EventListener, RunEvent } from '../core/events.js';
import type { OutputOptions } from './output-options.js';
import type { Terminal } from './terminal.js';

const CLEAR_LINE = '\r\u001b[K';
const REDRAW_EVERY = 25;

/** Tells a run's progress on standard error: one line that moves on a terminal, plain lines elsewhere. */
export function progressListener(terminal: Terminal, { quiet }: OutputOptions): EventListener {
  if (quiet === true) return () => undefined;
  return (event) => {
    const text = terminal.isInteractive ? liveText(event) : plainText(event);
    if (text !== '') terminal.err(text);
  };
}

function liveText(event: RunEvent): string {
  if (event.type === 'step started') return `${CLEAR_LINE}${event.step} …`;
  if (event.type === 'step progressed') {
    const { step, done, total } = event;
    return done % REDRAW_EVERY === 0 || done === total ? `${CLEAR_LINE}${step} ${done} of ${total}` : '';
  }
  return `${CLEAR_LINE}${event.type === 'notice' ? plainText(event) : ''}`;
}

function plainText(event: RunEvent): string {
  if (event.type === 'notice') return `${escapeTerminal(event.message)}\n`;
  if (event.type !== 'step finished') return '';
  return `${event.step}: ${event.status} in ${(event.durationMs / 1000).toFixed(1)} s\n`;
}
