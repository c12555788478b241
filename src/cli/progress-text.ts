import { escapeTerminal } from '../core/escape-terminal.js';
import type { RunEvent } from '../core/events.js';

/** An event as a plain line; empty for those that come too often to be told one by one. */
export function plainText(event: RunEvent): string {
  if (event.type === 'notice') return `${escapeTerminal(event.message)}\n`;
  if (event.type === 'waiting') return `${waitingText(event)}\n`;
  if (event.type !== 'step finished') return '';
  return `${event.step}: ${event.status} in ${(event.durationMs / 1000).toFixed(1)} s\n`;
}

/** How long a wait still takes, and why. */
export function waitingText({ reason, waitMs }: RunEvent & { type: 'waiting' }): string {
  return `waiting ${(waitMs / 1000).toFixed(0)} s: ${escapeTerminal(reason)}`;
}
