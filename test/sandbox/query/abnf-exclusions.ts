/** Rules of the document that no case is taken from, and why. */
export const EXCLUDED_RULES: Readonly<Record<string, readonly string[]>> = {
  'paths and service roots are read by the server, not by the query engine': [
    'odataUri',
    'odataRelativeUri',
    'resourcePath',
    'entitySetName',
    'functionParameter',
    'context',
  ],
  'headers are read by the server': [
    'header',
    'prefer',
    'preference',
    'includeAnnotationsPreference',
    'maxpagesizePreference',
    'request-id',
  ],
  'not supported: $search, $compute and delta links': ['search', 'searchExpr', 'compute', 'deltatoken'],
  'not supported: binary and geographical types': [
    'binaryLiteral',
    'geographyCollection',
    'geographyLineString',
    'geographyMultiLineString',
    'geographyMultiPoint',
    'geographyMultiPolygon',
    'geographyPoint',
    'geographyPolygon',
    'geometryCollection',
    'geometryLineString',
    'geometryMultiLineString',
    'geometryMultiPoint',
    'geometryMultiPolygon',
    'geometryPoint',
    'geometryPolygon',
  ],
  'not supported: JSON in URLs': ['stringInUrl'],
  'a record is JSON: its values of all types at once, and its truth values, are read by the JSON parser': [
    'primitiveValue',
    'booleanValue',
  ],
  'a name alone is no query; names are known or unknown to the schema': ['odataIdentifier'],
};

/**
 * What the engine answers with status 501 and so excludes itself: what its message says, and to how many of the valid
 * cases. A case that is supported today and not tomorrow changes a number here.
 */
export const UNSUPPORTED: Readonly<Record<string, number>> = {
  '"$search" is not supported.': 45,
  '"$compute" is not supported.': 4,
  '"$index" is not supported.': 1,
  '"$levels" is not supported.': 2,
  '"$schemaversion" is not supported.': 2,
  '"$root" is not supported here.': 1,
  '"$this" is not supported here.': 2,
  '"*" is not supported in $expand.': 1,
  'What follows "…" is not supported in $expand.': 10,
  'Paths and options inside $select are not supported.': 8,
  'Qualified names such as "…" are not supported here.': 5,
  'Type casts such as "…" are not supported.': 5,
  '"/$count" is not supported here.': 1,
  '"/$filter" is not supported here.': 2,
  '"cast(…)" is not supported.': 5,
  '"isof(…)" is not supported.': 5,
  '"geo.distance(…)" is not supported.': 1,
  '"geo.intersects(…)" is not supported.': 2,
  '"geo.length(…)" is not supported.': 2,
  '"hassubset(…)" is not supported.': 2,
  '"hassubsequence(…)" is not supported.': 1,
  '"…" is not supported.': 9,
  'Calling "…" on a path is not supported.': 32,
  'JSON arrays and objects are not supported.': 20,
  'Parameter aliases and annotations are not supported.': 13,
  'Parameter aliases are not supported.': 4,
};

/** Valid cases that are refused with status 400, and why. */
export const UNFIT: Readonly<Record<string, readonly string[]>> = {
  'the schema has another type for the property than this case wants': [
    'Size eq true',
    'totalseconds(LifeTime)',
    '$filter=ReleaseDate gt 2013-05-24',
    "$filter=endswith($it,'.com')",
  ],
  'the grammar of names does not see that the variable is declared nowhere': [
    'lambda/Completed',
    'lambda/Name eq $it/Name',
  ],
  'the grammar does not see that the right side is no collection': ['FirstName in (FirstName)'],
  'a type cast without a namespace looks like a property that is unknown': [
    'Address/AddressWithLocation/Street',
    '$select=AddressWithLocation/Location',
    '$select=PreferredSupplier/AccountRepresentative,Address/Street,Address/AddressWithLocation/Location',
  ],
  'a function without a namespace looks like a property that is unknown': [
    '$select=ActionName,MostPopularName(Location,Kind)',
  ],
  'there are no streams': [
    'Product/Thumbnail',
    'Address/Thumbnail',
    'Thumbnail/Model.Available()',
    '$expand=$value,Thumbnail',
  ],
  'an option is given twice, which the protocol does not allow': [
    '$format=json&$Format=atom&$format=xml&$format=text/html',
    '$format=JSON&$format=Atom&$format=XML&$format=text/html',
  ],
};

/** Invalid cases that are taken, and why. */
export const TAKEN: Readonly<Record<string, readonly string[]>> = {
  'what follows the ampersand is another option': ['$skiptoken=Not&this'],
};

/** The cases of all reasons. */
export function casesOf(reasons: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.values(reasons).flat();
}
