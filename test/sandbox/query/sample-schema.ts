import type {
  EnumProperty,
  NavigationProperty,
  PrimitiveProperty,
  PrimitiveType,
  QueryProperty,
  QuerySchema,
} from '../../../src/sandbox/query/query.js';

/** A schema from a table of properties, which may refer to schemas that are made later. */
export function schemaOf(
  name: string,
  properties: () => Readonly<Record<string, QueryProperty>>,
): QuerySchema {
  return { name, typeOf: (property) => new Map(Object.entries(properties())).get(property) };
}

export function one(type: PrimitiveType): PrimitiveProperty {
  return { kind: 'primitive', type, isCollection: false };
}

export function many(type: PrimitiveType): PrimitiveProperty {
  return { kind: 'primitive', type, isCollection: true };
}

export function toOne(schema: QuerySchema): NavigationProperty {
  return { kind: 'navigation', schema, isCollection: false };
}

export function toMany(schema: QuerySchema): NavigationProperty {
  return { kind: 'navigation', schema, isCollection: true };
}

export function enumeration(
  type: string,
  members: readonly string[],
  { isFlags = false, isCollection = false } = {},
): EnumProperty {
  const values = members.map((member, at) => [member, isFlags ? 2 ** at : at] as const);
  return { kind: 'enum', type, members: new Map(values), isFlags, isCollection };
}

const STATUS = ['Active', 'Pending', 'Closed'];
const VIEWS = ['Lake', 'Mountain', 'City'];

/** A little Property resource with one property of each type, and ways to others. */
export const PROPERTY: QuerySchema = schemaOf('Property', () => ({
  ListingKey: one('Edm.String'),
  City: one('Edm.String'),
  Beds: one('Edm.Int64'),
  Price: one('Edm.Decimal'),
  Area: one('Edm.Double'),
  IsNew: one('Edm.Boolean'),
  ListedOn: one('Edm.Date'),
  Changed: one('Edm.DateTimeOffset'),
  OpensAt: one('Edm.TimeOfDay'),
  Held: one('Edm.Duration'),
  Id: one('Edm.Guid'),
  Tags: many('Edm.String'),
  Rooms: many('Edm.Int32'),
  Status: enumeration('Sample.Enums.Status', STATUS),
  View: enumeration('Sample.Enums.View', VIEWS, { isFlags: true }),
  Views: enumeration('Sample.Enums.View', VIEWS, { isCollection: true }),
  Agent: toOne(MEMBER),
  Media: toMany(MEDIA),
}));

export const MEMBER: QuerySchema = schemaOf('Member', () => ({
  MemberKey: one('Edm.String'),
  LastName: one('Edm.String'),
  Listings: toMany(PROPERTY),
}));

export const MEDIA: QuerySchema = schemaOf('Media', () => ({
  MediaKey: one('Edm.String'),
  Order: one('Edm.Int32'),
  Size: one('Edm.Int64'),
  Property: toOne(PROPERTY),
}));
