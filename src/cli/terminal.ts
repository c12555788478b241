import { readFileSync } from 'node:fs';
import type { Paint } from '../reports/paint.js';
import { paintFor } from './paint.js';

/** The world outside as the commands see it. */
export interface Terminal {
  readonly tool: { readonly name: string; readonly version: string };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard error is a terminal: progress may rewrite its line. */
  readonly isInteractive: boolean;
  readonly paint: (stream: 'out' | 'err', wanted: boolean) => Paint;
  readonly signal: AbortSignal;
  readonly setExitCode: (code: number) => void;
}

/** The terminal of this process. An interrupt aborts the signal once; a second one ends the process at once. */
export function processTerminal(): Terminal {
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupt.abort());
  const { name, version } = readPackage();
  return {
    tool: { name, version },
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isInteractive: process.stderr.isTTY === true,
    paint: (stream, wanted) => paintFor(stream === 'out' ? process.stdout : process.stderr, wanted),
    signal: interrupt.signal,
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

function readPackage(): { name: string; version: string } {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return JSON.parse(text) as { name: string; version: string };
}
