/** The six bits of a base64url character (RFC 4648, section 5), by its byte; -1 for what is none. */
const BITS = new Int8Array(256).fill(-1);
for (const [bits, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
].entries()) {
  BITS[character.charCodeAt(0)] = bits;
}

const EQUALS_SIGN = 0x3d;

/**
 * How many octets a text in base64url stands for; -1 for a text that is none. Padding may be absent, and bits that no octet
 * uses must be 0 (OData ABNF, `binaryValue`).
 */
export function binaryLength(bytes: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && end - last < 2 && bytes[last - 1] === EQUALS_SIGN) last -= 1;
  const characters = last - start;
  if (last !== end && (characters + end - last) % 4 !== 0) return -1;
  for (let at = start; at < last; at++) if ((BITS[bytes[at] as number] as number) < 0) return -1;
  return lengthOf(characters, BITS[bytes[last - 1] as number] as number, end - last);
}

function lengthOf(characters: number, lastBits: number, padding: number): number {
  const rest = characters % 4;
  const octets = Math.floor((characters * 3) / 4);
  if (rest === 0) return padding === 0 ? octets : -1;
  if (rest === 2) return (lastBits & 0x0f) === 0 ? octets : -1;
  if (rest === 3) return (lastBits & 0x03) === 0 ? octets : -1;
  return -1;
}
