/** An attribute of a start tag that is being read. */
export interface ScannedAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  /** The offset of the name. */
  readonly offset: number;
}

/**
 * The offset behind a comment or processing instruction that starts at an offset, blanks before it or not; nothing
 * when none does, or when it does not end before `limit`.
 */
export function endOfMarkupBefore(text: string, offset: number, limit: number): number | undefined {
  const start = /[ \t\r\n]*/y;
  start.lastIndex = offset;
  start.test(text);
  const end = terminatorAt(text, start.lastIndex);
  if (end === undefined) return undefined;
  const at = text.indexOf(end.terminator, end.from);
  return at < 0 || at + end.terminator.length >= limit ? undefined : at + end.terminator.length;
}

function terminatorAt(text: string, offset: number): { terminator: string; from: number } | undefined {
  if (text.startsWith('<!--', offset)) return { terminator: '-->', from: offset + 4 };
  return text.startsWith('<?', offset) ? { terminator: '?>', from: offset + 2 } : undefined;
}

/** The attributes of a start tag that are complete before `limit`, in order. */
export function attributesOfTag(
  text: string,
  tag: { readonly name: string; readonly offset: number },
  limit: number,
): readonly ScannedAttribute[] {
  const attribute = /([ \t\r\n]*)([^\s=<>"'/]+)[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*')/y;
  attribute.lastIndex = tag.offset + 1 + tag.name.length;
  const found: ScannedAttribute[] = [];
  for (;;) {
    const start = attribute.lastIndex;
    const [, blanks = '', name = ''] = attribute.exec(text) ?? [];
    if (name === '' || attribute.lastIndex > limit) return found;
    found.push({ name, offset: start + blanks.length });
  }
}
