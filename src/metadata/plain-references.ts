const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const REFERENCE = /&([^&;]{0,12};)?/g;

/** A text with its references replaced; nothing when one of them is not predefined, or is no character. */
export function withoutReferences(text: string): string | undefined {
  let isPlain = true;
  const replaced = text.replace(REFERENCE, (_, reference: string | undefined) => {
    const character = reference === undefined ? undefined : characterOf(reference.slice(0, -1));
    isPlain &&= character !== undefined;
    return character ?? '';
  });
  return isPlain ? replaced : undefined;
}

function characterOf(reference: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference);
  if (digits === null) return PREDEFINED.get(reference);
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** The characters of XML 1.0, section 2.2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
}
