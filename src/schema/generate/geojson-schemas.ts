import type { GeoJsonKind } from '../geojson-kinds.js';
import type { SchemaObject } from './json-schema.js';

const POSITION = { type: 'array', items: { type: 'number' }, minItems: 2 } as const;
const LINE = { type: 'array', items: POSITION, minItems: 2 } as const;
const RING = { type: 'array', items: POSITION, minItems: 4 } as const;
const POLYGON = { type: 'array', items: RING } as const;

const COORDINATES: Readonly<Record<Exclude<GeoJsonKind, 'GeometryCollection'>, SchemaObject>> = {
  Point: POSITION,
  LineString: LINE,
  Polygon: POLYGON,
  MultiPoint: { type: 'array', items: POSITION },
  MultiLineString: { type: 'array', items: LINE },
  MultiPolygon: { type: 'array', items: POLYGON },
};

/**
 * The schema of one kind of GeoJSON object. What else it has (`bbox`, `crs`) is not looked at. That a ring ends where
 * it begins cannot be said in JSON Schema.
 *
 * @param anyKind a reference to the schema of any of the kinds, for collections
 */
export function geoJsonSchema(kind: GeoJsonKind, anyKind: string): SchemaObject {
  const isCollection = kind === 'GeometryCollection';
  const content: SchemaObject = isCollection
    ? { geometries: { type: 'array', items: { $ref: anyKind } } }
    : { coordinates: COORDINATES[kind] };
  return {
    title: `GeoJSON ${kind}`,
    type: 'object',
    properties: { type: { const: kind }, ...content },
    required: ['type', isCollection ? 'geometries' : 'coordinates'],
  };
}
