import { type Needle, SHORTEST_NEEDLE, type TextRange } from './needle-index.js';

const OPENS_VALUE = /["'`=>]$|\bbearer $/i;
const CONTINUES_WORD = /^[A-Za-z0-9_]/;

/** True for a secret that can be looked for anywhere without hitting ordinary words. */
export function isLongEnough(secret: string): boolean {
  return secret.length >= SHORTEST_NEEDLE;
}

/**
 * The texts by which a secret is known once escapes are undone: itself, and what becomes of it inside Base64. There a
 * secret looks different for each of the three places that it can have in a group of three bytes.
 */
export function needlesOf(secret: string): readonly Needle[] {
  const needles = new Map<string, Needle>([[secret, { text: secret }]]);
  for (const spelling of encodings(secret)) {
    for (const bytesBefore of [0, 1, 2]) {
      for (const needle of base64Needles(Buffer.from(spelling), bytesBefore))
        needles.set(needle.text, needle);
    }
  }
  return [...needles.values()];
}

/** Where a very short secret makes up a whole value. */
export function whereItStandsAlone(text: string, secret: string): TextRange[] {
  if (text.trim() === secret) return [{ start: 0, end: text.length }];
  const found: TextRange[] = [];
  for (let at = text.indexOf(secret); at !== -1; at = text.indexOf(secret, at + 1)) {
    const end = at + secret.length;
    const opens = OPENS_VALUE.test(text.slice(Math.max(0, at - 8), at));
    if (opens && !CONTINUES_WORD.test(text.slice(end, end + 1))) found.push({ start: at, end });
  }
  return found;
}

/** RFC 6749, 2.3.1 has id and secret form-encoded before they become Base64; many clients do it otherwise. */
function encodings(secret: string): readonly string[] {
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  // Half of a surrogate pair alone has no percent-encoding.
  const component = encodeURIComponent(Buffer.from(secret).toString('utf8'));
  return [...new Set([secret, form, component])];
}

function base64Needles(secret: Buffer, bytesBefore: number): Needle[] {
  const bits = 8 * (bytesBefore + secret.length);
  const first = Math.ceil((8 * bytesBefore) / 6);
  const last = Math.floor(bits / 6);
  const parts = { partBefore: bytesBefore > 0, partAfter: bits % 6 !== 0 };
  const padded = Buffer.concat([Buffer.alloc(bytesBefore), secret]);
  return (['base64', 'base64url'] as const)
    .map((alphabet) => ({ text: padded.toString(alphabet).slice(first, last), ...parts }))
    .filter(({ text }) => text.length >= SHORTEST_NEEDLE);
}
