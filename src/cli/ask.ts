import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ConfigurationError } from '../core/errors.js';

/** Where questions are put and answers are typed. */
export interface Conversation {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/**
 * Puts a question and gives the line that is typed. A hidden answer does not show while it is typed.
 *
 * @throws ConfigurationError when the input ends or is interrupted before there is an answer
 */
export async function askOn(
  { input, output, signal }: Conversation,
  question: string,
  isHidden: boolean,
): Promise<string> {
  if (isHidden) output.write(question);
  const lines = createInterface({ input, output: isHidden ? silent() : output, terminal: true });
  const end = () => lines.close();
  signal.addEventListener('abort', end);
  const closed = new Promise<never>((_resolve, reject) => {
    lines.once('close', () => reject(new ConfigurationError('The questions were not all answered.')));
  });
  try {
    return await Promise.race([lines.question(isHidden ? '' : question), closed]);
  } finally {
    signal.removeEventListener('abort', end);
    lines.close();
    if (isHidden) output.write('\n');
  }
}

function silent(): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
}
