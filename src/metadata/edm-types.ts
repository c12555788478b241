/** The primitive types of CSDL 4.01 (section 3.3), by qualified name. */
export const PRIMITIVE_TYPES: ReadonlySet<string> = inEdm(
  ...['Binary', 'Boolean', 'Byte', 'Date', 'DateTimeOffset', 'Decimal', 'Double', 'Duration', 'Guid'],
  ...['Int16', 'Int32', 'Int64', 'SByte', 'Single', 'Stream', 'String', 'TimeOfDay'],
  ...['Geography', 'GeographyPoint', 'GeographyLineString', 'GeographyPolygon', 'GeographyMultiPoint'],
  ...['GeographyMultiLineString', 'GeographyMultiPolygon', 'GeographyCollection'],
  ...['Geometry', 'GeometryPoint', 'GeometryLineString', 'GeometryPolygon', 'GeometryMultiPoint'],
  ...['GeometryMultiLineString', 'GeometryMultiPolygon', 'GeometryCollection'],
);

/** The abstract types of CSDL 4.01 (sections 3.4 and 3.5), those for terms and their properties included. */
export const ABSTRACT_TYPES: ReadonlySet<string> = inEdm(
  ...['ComplexType', 'EntityType', 'PrimitiveType', 'Untyped'],
  ...['AnnotationPath', 'AnyPropertyPath', 'ModelElementPath', 'NavigationPropertyPath', 'PropertyPath'],
);

function inEdm(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => `Edm.${name}`));
}
