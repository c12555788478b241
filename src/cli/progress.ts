import { escapeTerminal } from '../core/escape-terminal.js';
import type { EventListener, RunEvent } from '../core/events.js';
import type { OutputOptions } from './output-options.js';
import type { Terminal } from './terminal.js';

const CLEAR_LINE = '\r\u001b[K';
const REDRAW_EVERY = 25;
const SECOND_MS = 1000;

/** Tells a run's progress on standard error: one line that moves on a terminal, plain lines elsewhere. */
export function progressListener(terminal: Terminal, { quiet }: OutputOptions): EventListener {
  if (quiet === true) return () => undefined;
  const tell = (text: string) => (text === '' ? undefined : terminal.err(text));
  if (!terminal.isInteractive) return (event) => tell(plainText(event));
  let ticking: NodeJS.Timeout | undefined;
  return (event) => {
    clearInterval(ticking);
    if (event.type === 'waiting') ticking = countDown(event, tell);
    tell(liveText(event));
  };
}

/** Shows how long a wait still takes, second by second, until the next event. */
function countDown(event: RunEvent & { type: 'waiting' }, tell: (text: string) => void): NodeJS.Timeout {
  let { waitMs } = event;
  const ticking = setInterval(() => {
    waitMs = Math.max(0, waitMs - SECOND_MS);
    tell(liveText({ ...event, waitMs }));
  }, SECOND_MS);
  return ticking.unref();
}

function liveText(event: RunEvent): string {
  if (event.type === 'step started') return `${CLEAR_LINE}${event.step} …`;
  if (event.type === 'step progressed') {
    const { step, done, total } = event;
    return done % REDRAW_EVERY === 0 || done === total ? `${CLEAR_LINE}${step} ${done} of ${total}` : '';
  }
  if (event.type === 'waiting') return `${CLEAR_LINE}${waiting(event)}`;
  return `${CLEAR_LINE}${event.type === 'notice' ? plainText(event) : ''}`;
}

/** An event as a plain line; empty for those that only a moving display shows. */
export function plainText(event: RunEvent): string {
  if (event.type === 'notice') return `${escapeTerminal(event.message)}\n`;
  if (event.type === 'waiting') return `${waiting(event)}\n`;
  if (event.type !== 'step finished') return '';
  return `${event.step}: ${event.status} in ${(event.durationMs / 1000).toFixed(1)} s\n`;
}

function waiting({ reason, waitMs }: RunEvent & { type: 'waiting' }): string {
  return `waiting ${(waitMs / 1000).toFixed(0)} s: ${escapeTerminal(reason)}`;
}
