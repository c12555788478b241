import { NodeFlag } from './node-kind.js';
import type { Tape } from './tape.js';

/** The content of a string, decoded; of any other value its text as it stands in the JSON. */
export function textOf(tape: Tape, node: number): string {
  const { starts, ends } = tape;
  return decoded(tape, starts[node] ?? 0, ends[node] ?? 0, tape.hasFlag(node, NodeFlag.escaped));
}

/** The key of a member, decoded; an empty text for what is no member. */
export function keyOf(tape: Tape, node: number): string {
  const { keyStarts, keyEnds } = tape;
  return decoded(tape, keyStarts[node] ?? 0, keyEnds[node] ?? 0, tape.hasFlag(node, NodeFlag.keyEscaped));
}

function decoded({ bytes }: Tape, start: number, end: number, isEscaped: boolean): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start)).toString('utf8');
  return isEscaped ? (JSON.parse(`"${text}"`) as string) : text;
}
