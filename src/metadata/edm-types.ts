/** The primitive types of CSDL 4.01 (section 3.3), by qualified name. */
export const PRIMITIVE_TYPES: ReadonlySet<string> = inEdm(
  ...['Binary', 'Boolean', 'Byte', 'Date', 'DateTimeOffset', 'Decimal', 'Double', 'Duration', 'Guid'],
  ...['Int16', 'Int32', 'Int64', 'SByte', 'Single', 'Stream', 'String', 'TimeOfDay'],
  ...['Geography', 'GeographyPoint', 'GeographyLineString', 'GeographyPolygon', 'GeographyMultiPoint'],
  ...['GeographyMultiLineString', 'GeographyMultiPolygon', 'GeographyCollection'],
  ...['Geometry', 'GeometryPoint', 'GeometryLineString', 'GeometryPolygon', 'GeometryMultiPoint'],
  ...['GeometryMultiLineString', 'GeometryMultiPolygon', 'GeometryCollection'],
);

/** The types that an enumeration may have underneath (section 10.1). */
export const INTEGER_TYPES: ReadonlySet<string> = inEdm('Byte', 'SByte', 'Int16', 'Int32', 'Int64');

/** The types that only terms, and the complex types of terms, may have (section 14.1.2). */
export const TERM_TYPES: ReadonlySet<string> = inEdm(
  ...['AnnotationPath', 'AnyPropertyPath', 'ModelElementPath', 'NavigationPropertyPath', 'PropertyPath'],
);

/** The abstract types of CSDL 4.01 (sections 3.4 and 3.5), those for terms and their properties included. */
export const ABSTRACT_TYPES: ReadonlySet<string> = inEdm(
  ...['ComplexType', 'EntityType', 'PrimitiveType', 'Untyped'],
  ...['AnnotationPath', 'AnyPropertyPath', 'ModelElementPath', 'NavigationPropertyPath', 'PropertyPath'],
);

function inEdm(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => `Edm.${name}`));
}
