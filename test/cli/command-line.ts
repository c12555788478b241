import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** The command line of the checkout. */
export const BIN = resolve(ROOT, 'bin/reso-certify.js');

/** A program that hangs is ended, without a status. */
const LONGEST_MS = 120_000;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line in a folder. Times in its output become `0.0 s`, so that runs can be compared. */
export function commandLine(folder: string, ...words: string[]): Ended {
  return program(BIN, folder, words);
}

/** Runs plain cucumber-js from the checkout. */
export function cucumberJs(...words: string[]): Ended {
  const bin = resolve(ROOT, 'node_modules/@cucumber/cucumber/bin/cucumber.js');
  return program(bin, ROOT, words);
}

function program(bin: string, folder: string, words: readonly string[]): Ended {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  return { status, stdout: withoutTimes(stdout), stderr: withoutTimes(stderr) };
}

function withoutTimes(text: string): string {
  return text.replace(/\d+\.\d+ ?s\b/g, '0.0 s');
}

/** A JSON file. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A command line that runs beside the test, with servers of the test to talk to. */
export interface Started extends Promise<Ended> {
  /** The first line of standard output that fits. */
  line(pattern: RegExp): Promise<string>;
  /** What Ctrl-C does. */
  interrupt(): void;
}

/** Starts the real command line in a folder, with these environment variables and no others that matter. */
export function startCommandLine(
  folder: string,
  variables: Readonly<Record<string, string>>,
  ...words: string[]
): Started {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables };
  const child = spawn(process.execPath, [BIN, ...words], { cwd: folder, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = stdout.split('\n').find((text) => pattern.test(text));
      if (found !== undefined) return found;
      await new Promise((resolve) => child.stdout.once('data', resolve));
    }
  };
  return Object.assign(ended, { line, interrupt: () => void child.kill('SIGINT') });
}
