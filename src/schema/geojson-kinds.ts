import type { PrimitiveName } from './definitions.js';

/** The GeoJSON objects that OData's geo types are written as (RFC 7946, section 3.1; OData JSON 4.01, section 7.1). */
export const GEOJSON_KINDS = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;
export type GeoJsonKind = (typeof GEOJSON_KINDS)[number];

/** The GeoJSON kind that a geo type is written as; `Any` for the types that stand for all of them. */
export function geoJsonKindOf(name: PrimitiveName): GeoJsonKind | 'Any' {
  const kind = name.replace(/^Edm\.Geo(?:graphy|metry)/, '');
  if (kind === 'Collection') return 'GeometryCollection';
  return GEOJSON_KINDS.find((known) => known === kind) ?? 'Any';
}
