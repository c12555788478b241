/** A JSON Schema. Bounds beyond 2^53 are `bigint`, so that they are written exactly. */
export type JsonSchema = boolean | SchemaObject;

export interface SchemaObject {
  readonly [keyword: string]: SchemaValue | undefined;
}

type SchemaValue = string | number | bigint | boolean | null | readonly SchemaValue[] | SchemaObject;

/** The text of a schema, indented by two blanks. Keywords that are undefined are left out. */
export function schemaText(schema: JsonSchema): string {
  return `${textOf(schema, '\n')}\n`;
}

function textOf(value: SchemaValue, lineEnd: string): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${lineEnd}  `;
  if (isList(value)) {
    const items = value.map((item) => textOf(item, inner));
    return isShort(value)
      ? `[${items.join(', ')}]`
      : `[${items.map((item) => inner + item).join(',')}${lineEnd}]`;
  }
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${JSON.stringify(key)}: ${textOf(member, inner)}`],
  );
  if (members.length === 0) return '{}';
  const isOneLine = members.length === 1 && Object.values(value).every(isScalar);
  return isOneLine ? `{ ${members[0]} }` : `{${members.map((member) => inner + member).join(',')}${lineEnd}}`;
}

function isList(value: SchemaValue): value is readonly SchemaValue[] {
  return Array.isArray(value);
}

/** Lists such as `["string", "null"]` stand on one line. */
function isShort(list: readonly SchemaValue[]): boolean {
  return list.length <= 3 && list.every(isScalar);
}

function isScalar(value: SchemaValue | undefined): boolean {
  return typeof value !== 'object' || value === null;
}
