/**
 * What a definition was declared as, in a `$comment`: `type=Edm.Decimal precision=14 scale=2`. Validators pass
 * comments over; `schema validate` reads from them what JSON Schema has no keyword for.
 */
export function writeDeclaration(facts: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(facts)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapeValue(String(value))}`]))
    .join(' ');
}

/** The facts of such a comment; nothing for another one. */
export function readDeclaration(comment: string): ReadonlyMap<string, string> | undefined {
  const facts = new Map<string, string>();
  for (const part of comment.split(' ')) {
    const [, key, value] = /^([A-Za-z]+)=([^=\s]*)$/.exec(part) ?? [];
    const text = value === undefined ? undefined : unescapeValue(value);
    if (key === undefined || text === undefined) return undefined;
    facts.set(key, text);
  }
  return facts;
}

function escapeValue(value: string): string {
  return value.replace(/[%=\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unescapeValue(value: string): string {
  return value.replace(/%([0-9a-f]{4})/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
