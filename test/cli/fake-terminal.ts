import { Chalk } from 'chalk';
import type { Terminal } from '../../src/cli/terminal.js';

/** A terminal that remembers what it is told. */
export interface FakeTerminal extends Terminal {
  readonly said: { out: string; err: string; exitCode: number | undefined };
  /** The questions that were put; hidden ones end in `(hidden)`. */
  readonly questions: readonly string[];
}

/** A terminal without colours. With answers, someone sits at it who gives them in that order. */
export function fakeTerminal(answers?: readonly string[]): FakeTerminal {
  const said: FakeTerminal['said'] = { out: '', err: '', exitCode: undefined };
  const questions: string[] = [];
  const left = [...(answers ?? [])];
  return {
    tool: { name: 'reso-certify', version: '0.0.0' },
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    width: undefined,
    isInteractive: answers !== undefined,
    columns: () => 100,
    canAsk: answers !== undefined,
    ask: (question, isHidden) => {
      questions.push(isHidden ? `${question}(hidden)` : question);
      const next = left.shift();
      return next === undefined ? Promise.reject(new Error('no more answers')) : Promise.resolve(next);
    },
    paint: () => new Chalk({ level: 0 }),
    signal: new AbortController().signal,
    variables: () => ({}),
    setExitCode: (code) => {
      said.exitCode = code;
    },
    said,
    questions,
  };
}
