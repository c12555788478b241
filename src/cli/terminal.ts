import { readFileSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import { withDotenv } from '../config/dotenv.js';
import type { Environment } from '../config/environment.js';
import { ConfigurationError } from '../core/errors.js';
import type { Paint } from '../reports/paint.js';
import { askOn } from './ask.js';
import { paintFor } from './paint.js';

/** The world outside as the commands see it. */
export interface Terminal {
  readonly tool: { readonly name: string; readonly version: string };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The characters of a line of standard output; unknown when it is no terminal. */
  readonly width: number | undefined;
  /** Standard error is a terminal: progress may rewrite its line. */
  readonly isInteractive: boolean;
  /** The width of standard error, where it has one. */
  readonly columns: () => number | undefined;
  /** Standard input is a terminal too: questions can be answered. */
  readonly canAsk: boolean;
  /** Asks on standard error and gives the line that is typed; see `askOn`. */
  readonly ask: (question: string, isHidden: boolean) => Promise<string>;
  readonly paint: (stream: 'out' | 'err', wanted: boolean) => Paint;
  readonly signal: AbortSignal;
  /**
   * The environment variables, those of a `.env` file included. Throws a ConfigurationError when there is such a file
   * and it cannot be read.
   */
  readonly variables: () => Environment;
  readonly setExitCode: (code: number) => void;
}

/** The terminal of this process. An interrupt aborts the signal once; a second one ends the process at once. */
export function processTerminal(): Terminal {
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupt.abort());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', passOverClosedPipe);
  const { name, version } = readPackage();
  return {
    tool: { name, version },
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    width: process.stdout.columns,
    isInteractive: process.stderr.isTTY === true,
    columns: () => process.stderr.columns,
    canAsk: isatty(0) && process.stderr.isTTY === true,
    ask: (question, isHidden) =>
      askOn({ input: process.stdin, output: process.stderr, signal: interrupt.signal }, question, isHidden),
    paint: (stream, wanted) => paintFor(stream === 'out' ? process.stdout : process.stderr, wanted),
    signal: interrupt.signal,
    variables: () => withDotenv(process.env, readDotenvFile()),
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

/** A reader that has left, as `head` does, must not keep a run from writing its results. */
function passOverClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function readDotenvFile(): string | undefined {
  if (statSync('.env', { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  try {
    return readFileSync('.env', 'utf8');
  } catch (cause) {
    throw new ConfigurationError('The file cannot be read.', {
      where: '.env',
      advice: 'Check its permissions.',
      cause,
    });
  }
}

function readPackage(): { name: string; version: string } {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return JSON.parse(text) as { name: string; version: string };
}
