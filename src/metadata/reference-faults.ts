import { shorten } from '../core/shorten.js';
import type { Explained, Failure } from './reading-failure.js';

/** How a message starts that says what to write instead. */
export const SPELT_OUT = 'In XML it is written';

const BAD_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,10}|#x[0-9a-fA-F]{1,8});)/g;
const NAMED_ENTITY = /&([\p{L}_:][\p{L}\p{N}_.:-]{0,100});/uy;

/** The fault of a `&` in the token in work, if it has one: no reference, an entity, or a character XML lacks. */
export function referenceFault(failure: Failure, message: string): Explained | undefined {
  const offset = badAmpersand(failure);
  if (offset !== undefined) return { offset, message: explain(failure.text, offset) };
  if (!message.startsWith('malformed character entity')) return undefined;
  const start = failure.text.lastIndexOf('&', failure.offset);
  const reference = shorten(failure.text.slice(start, failure.offset));
  return {
    offset: start,
    message: `The reference "${reference}" stands for no character that XML allows. Remove it.`,
  };
}

function badAmpersand({ text, tokenStart, offset }: Failure): number | undefined {
  BAD_AMPERSAND.lastIndex = tokenStart;
  const found = BAD_AMPERSAND.exec(text)?.index;
  return found !== undefined && found < offset ? found : undefined;
}

function explain(text: string, offset: number): string {
  NAMED_ENTITY.lastIndex = offset;
  const name = NAMED_ENTITY.exec(text)?.[1];
  return name === undefined
    ? `"&" starts no reference here. ${SPELT_OUT} "&amp;": replace it.`
    : `The entity "&${name};" is not declared, and entities may not be: only &amp; &lt; &gt; &quot; and &apos; are known. Write the character itself.`;
}
