const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** One start tag's attributes, escaped; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** A text as it stands between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An element with its content indented by two blanks, or an empty one. */
export function element(
  name: string,
  values: Parameters<typeof attributes>[0],
  content: readonly string[] = [],
): string {
  const start = `<${name}${attributes(values)}`;
  if (content.length === 0) return `${start}/>`;
  const inner = content.map((part) => part.replace(/^/gm, '  ')).join('\n');
  return `${start}>\n${inner}\n</${name}>`;
}
