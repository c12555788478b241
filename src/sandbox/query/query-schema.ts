/** The primitive types that a query can name, compare or compute. */
export type PrimitiveType =
  | 'Edm.Boolean'
  | 'Edm.Byte'
  | 'Edm.SByte'
  | 'Edm.Int16'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.Decimal'
  | 'Edm.Single'
  | 'Edm.Double'
  | 'Edm.String'
  | 'Edm.Date'
  | 'Edm.DateTimeOffset'
  | 'Edm.TimeOfDay'
  | 'Edm.Duration'
  | 'Edm.Guid';

/** A structural property of a primitive type, or a collection of such values. */
export interface PrimitiveProperty {
  readonly kind: 'primitive';
  readonly type: PrimitiveType;
  readonly isCollection: boolean;
}

/**
 * A structural property of an enumeration type, or a collection of such values. A record holds member names:
 * one, or several with commas between them where the type `isFlags`.
 */
export interface EnumProperty {
  readonly kind: 'enum';
  /** The qualified name, such as `org.reso.metadata.enums.StandardStatus`. */
  readonly type: string;
  /** Each member's name and its value; the values give the order and are accepted in literals. */
  readonly members: ReadonlyMap<string, number>;
  readonly isFlags: boolean;
  readonly isCollection: boolean;
}

/** A way to one related record or to a collection of them. */
export interface NavigationProperty {
  readonly kind: 'navigation';
  readonly schema: QuerySchema;
  readonly isCollection: boolean;
}

export type QueryProperty = PrimitiveProperty | EnumProperty | NavigationProperty;

/**
 * What the query engine has to know of an entity type. Schemas may refer to each other in circles: `typeOf` is
 * only asked for names that stand in a query.
 */
export interface QuerySchema {
  /** The entity type's name for messages, such as `Property`. */
  readonly name: string;
  /** The property of this name, or undefined. Names come from the URL as they are: look them up in a Map. */
  typeOf(property: string): QueryProperty | undefined;
}
