import { soleEnvReference } from '../config/env-references.js';
import type { Given } from '../config/given.js';
import { ConfigurationError } from '../core/errors.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import type { Terminal } from './terminal.js';

/** Something that `init` must know: from its flag, else by asking, else by default. */
export interface Question {
  readonly flag: string;
  readonly text: string;
  /** What stands for no answer, and where nobody can be asked. Without it there must be an answer. */
  readonly otherwise?: string;
  readonly isSecret?: true;
  /** Passes an answer, or throws a ConfigurationError. A reference to the environment is not checked. */
  readonly check: (given: Given) => unknown;
}

/**
 * The answer to a question. On a terminal one that does not pass is asked again.
 *
 * @param value what the flag gives
 * @throws ConfigurationError for a flag whose value does not pass, and for an answer that nobody can give
 */
export async function answer(
  question: Question,
  value: string | undefined,
  terminal: Terminal,
): Promise<string> {
  const { flag, otherwise } = question;
  if (value !== undefined) return checked(question, value);
  if (terminal.canAsk) return await askUntilUsable(question, terminal);
  if (otherwise !== undefined) return otherwise;
  throw new ConfigurationError('The value is missing, and there is no terminal to ask on.', {
    where: flag,
    advice: 'Give it.',
  });
}

async function askUntilUsable(question: Question, terminal: Terminal): Promise<string> {
  const { text, otherwise, isSecret } = question;
  const hint = otherwise === undefined || otherwise === '' ? '' : ` [${otherwise}]`;
  for (;;) {
    const typed = (await terminal.ask(`${text}${hint}: `, isSecret === true)).trim();
    if (typed === '' && otherwise !== undefined) return otherwise;
    try {
      return checked(question, typed);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      terminal.err(`${escapeTerminal(`${error.message} ${error.advice ?? ''}`.trim())}\n`);
    }
  }
}

function checked({ flag, check }: Question, value: string): string {
  const text = value.trim();
  if (text === '') {
    throw new ConfigurationError('The value is blank.', { where: flag, advice: 'Give one.' });
  }
  if (soleEnvReference(text) === undefined) check({ name: 'The value', where: flag, read: () => text });
  return text;
}
