/**
 * The books once more, by JSON.parse and plain objects, to compare with: slow, and written from the specification alone.
 * It knows the small metadata by heart.
 */

type Json = Readonly<Record<string, unknown>>;

interface Schema {
  readonly keys?: readonly string[];
  readonly complex?: Readonly<Record<string, string>>;
  readonly expansions?: Readonly<Record<string, string>>;
  readonly lookups?: readonly string[];
  readonly flags?: readonly string[];
  readonly plain: readonly string[];
}

const SCHEMAS: Readonly<Record<string, Schema>> = {
  Property: {
    keys: ['ListingKey'],
    plain: [
      'ListingKey',
      'ListPrice',
      'NewConstructionYN',
      'PublicRemarks',
      'PostalCode',
      'ModificationTimestamp',
    ],
    lookups: ['StandardStatus', 'Appliances'],
    flags: ['Cooling'],
    complex: { Home: 'Home', Visits: 'Home' },
    expansions: { Media: 'Media', ListAgent: 'Member', CoListAgent: 'Member', Rooms: 'Rooms' },
  },
  Media: {
    keys: ['MediaKey'],
    plain: ['MediaKey', 'Order', 'ModificationTimestamp'],
    expansions: { Property: 'Property', Lost: '' },
  },
  Member: {
    keys: ['MemberKey', 'Office.Id'],
    plain: ['MemberKey', 'MemberName'],
    complex: { Office: 'Office' },
  },
  Rooms: { plain: [], lookups: ['RoomType'] },
  Home: { plain: ['Zip'], lookups: ['Status'], complex: { Next: 'Home' }, expansions: { Agent: 'Member' } },
  Office: { plain: ['Id'] },
};

/** What is known of a model, or of one below a parent. All is sorted in `plainTotals`. */
class PlainBook {
  readonly contents = new Map<string, string>();
  readonly changed = new Set<string>();
  readonly frequencies = new Map<string, number>();
  readonly values = new Map<string, number>();
  readonly undeclared = new Map<string, number>();
  readonly postalCodes = new Set<string>();
}

/** Counts pages of Property records, and gives for each model and parent what the books should say. */
export function plainTotals(pages: readonly string[]): Readonly<Record<string, unknown>> {
  const books = new Map<string, PlainBook>();
  for (const page of pages) {
    for (const record of (JSON.parse(page) as { value: Json[] }).value) enter(books, 'Property', '', record);
  }
  return Object.fromEntries([...books].map(([name, book]) => [name, plain(book)]));
}

function plain(book: PlainBook): object {
  return {
    records: book.contents.size,
    changed: book.changed.size,
    frequencies: Object.fromEntries(book.frequencies),
    values: Object.fromEntries(book.values),
    undeclared: Object.fromEntries(book.undeclared),
    postalCodes: [...book.postalCodes].sort(),
  };
}

function enter(books: Map<string, PlainBook>, model: string, parent: string, record: Json): void {
  const name = `${model}<${parent}`;
  const book = books.get(name) ?? new PlainBook();
  books.set(name, book);
  const content = JSON.stringify(canonical(record, model));
  const identity = keyOf(record, model) ?? `content ${content}`;
  const known = book.contents.get(identity);
  if (known === undefined) {
    book.contents.set(identity, content);
    score(book, record, model);
  } else if (known !== content) book.changed.add(identity);
  expand(books, record, model, model);
}

function expand(books: Map<string, PlainBook>, object: Json, type: string, parent: string): void {
  const { expansions = {}, complex = {} } = schemaOf(type);
  for (const [name, value] of Object.entries(object)) {
    const target = expansions[name];
    const nested = complex[name];
    for (const item of objectsIn(value)) {
      if (target !== undefined && target !== '') enter(books, target, parent, item);
      if (nested !== undefined) expand(books, item, nested, parent);
    }
  }
}

function score(book: PlainBook, record: Json, model: string): void {
  const seen = { fields: new Set<string>(), values: new Set<string>(), undeclared: new Set<string>() };
  collect(seen, record, model, '');
  for (const field of seen.fields) increase(book.frequencies, field);
  for (const value of seen.values) increase(book.values, value);
  for (const name of seen.undeclared) increase(book.undeclared, name);
  const { PostalCode: code } = record;
  if (model === 'Property' && typeof code === 'string' && code !== '') book.postalCodes.add(code);
}

type Seen = Readonly<Record<'fields' | 'values' | 'undeclared', Set<string>>>;

function collect(seen: Seen, object: Json, type: string, path: string): void {
  const schema = schemaOf(type);
  const { plain, lookups = [], flags = [], complex = {}, expansions = {} } = schema;
  const declared = [...plain, ...lookups, ...flags, ...Object.keys(complex)];
  for (const [name, value] of Object.entries(object)) {
    if (isAbsent(value) || name.includes('@') || name in expansions) continue;
    if (!declared.includes(name)) {
      seen.undeclared.add(name);
      continue;
    }
    seen.fields.add(`${path}${name}`);
    for (const text of valuesOf(schema, name, value)) seen.values.add(`${path}${name}: ${text}`);
    const nested = complex[name];
    if (nested !== undefined)
      for (const item of objectsIn(value)) collect(seen, item, nested, `${path}${name}/`);
  }
}

function valuesOf({ lookups = [], flags = [] }: Schema, name: string, value: unknown): readonly string[] {
  const texts = [value].flat().filter((item) => typeof item === 'string');
  const values = flags.includes(name)
    ? texts.flatMap((text) => text.split(',')).map((text) => text.trim())
    : texts.filter(() => lookups.includes(name));
  return values.filter((text) => text !== '');
}

/** A value without what is no content, members sorted. */
function canonical(value: unknown, type: string): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(item, type));
  if (typeof value !== 'object' || value === null) return value;
  const { complex = {}, expansions = {} } = schemaOf(type);
  return Object.entries(value)
    .filter(([name, member]) => member !== null && !name.includes('@') && !(name in expansions))
    .map(([name, member]) => [name, canonical(member, complex[name] ?? '')])
    .sort();
}

function keyOf(record: Json, model: string): string | undefined {
  const { keys = [] } = schemaOf(model);
  const values = keys.map((path) =>
    path.split('.').reduce<unknown>((value, name) => (value as Json | null | undefined)?.[name], record),
  );
  if (keys.length === 0 || values.some((value) => value === undefined || value === null || value === ''))
    return undefined;
  return JSON.stringify(values);
}

function schemaOf(type: string): Schema {
  return SCHEMAS[type] ?? { plain: [] };
}

function objectsIn(value: unknown): readonly Json[] {
  return [value].flat().filter((item): item is Json => typeof item === 'object' && item !== null);
}

function isAbsent(value: unknown): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
