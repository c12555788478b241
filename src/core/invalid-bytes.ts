import { isUtf8 } from 'node:buffer';

/** The offset of the first byte of the first ill-formed UTF-8 sequence; a sequence cut short by the end is one. */
export function firstBadByteOfUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** The offset of the first UTF-16 surrogate without its other half. */
export function firstLoneSurrogate(text: string): number | undefined {
  const at = text.search(/\p{Surrogate}/u);
  return at < 0 ? undefined : at;
}

/** The length of the well-formed sequence at an offset (Unicode, table 3-7), or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  const [low, high] = rangeOfSecondByte(first);
  if (second < low || second > high) return 0;
  for (let rest = 2; rest < length; rest++) {
    if (((bytes[at + rest] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** Overlong forms, surrogates and code points beyond U+10FFFF are what the second byte rules out. */
function rangeOfSecondByte(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
