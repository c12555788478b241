import { NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import { GEOJSON_KINDS, type GeoJsonKind } from '../geojson-kinds.js';
import { itemsOf, memberNamed } from './members.js';

/** True for an object of that GeoJSON kind (RFC 7946, section 3.1), or of any. */
export function isGeoJson(tape: Tape, node: number, expected: GeoJsonKind | 'Any'): boolean {
  const kind = kindOf(tape, node);
  if (kind === undefined || (expected !== 'Any' && kind !== expected)) return false;
  if (kind === 'GeometryCollection') {
    const geometries = memberNamed(tape, node, 'geometries');
    return geometries >= 0 && eachItem(tape, geometries, (item) => isGeoJson(tape, item, 'Any'));
  }
  const coordinates = memberNamed(tape, node, 'coordinates');
  return coordinates >= 0 && COORDINATES[kind](tape, coordinates);
}

type Judge = (tape: Tape, node: number) => boolean;

const isLine: Judge = (tape, node) => hasItems(tape, node, 2) && eachItem(tape, node, at(tape, isPosition));
const isPolygon: Judge = (tape, node) => eachItem(tape, node, at(tape, isRing));

const COORDINATES: Readonly<Record<Exclude<GeoJsonKind, 'GeometryCollection'>, Judge>> = {
  Point: isPosition,
  LineString: isLine,
  Polygon: isPolygon,
  MultiPoint: (tape, node) => eachItem(tape, node, at(tape, isPosition)),
  MultiLineString: (tape, node) => eachItem(tape, node, at(tape, isLine)),
  MultiPolygon: (tape, node) => eachItem(tape, node, at(tape, isPolygon)),
};

function isPosition(tape: Tape, node: number): boolean {
  return hasItems(tape, node, 2) && eachItem(tape, node, (item) => tape.kind(item) === NodeKind.number);
}

/** Four positions at least, the last like the first. */
function isRing(tape: Tape, node: number): boolean {
  if (!hasItems(tape, node, 4) || !eachItem(tape, node, at(tape, isPosition))) return false;
  const [first, ...rest] = itemsOf(tape, node).map((position) => numbersOf(tape, position));
  return first === rest.at(-1);
}

/** A position as a text that two positions share when they are the same place. */
function numbersOf(tape: Tape, position: number): string {
  return itemsOf(tape, position)
    .map((item) => Number(textOf(tape, item)))
    .join();
}

function kindOf(tape: Tape, node: number): GeoJsonKind | undefined {
  if (tape.kind(node) !== NodeKind.object) return undefined;
  const type = memberNamed(tape, node, 'type');
  const name = type >= 0 && tape.kind(type) === NodeKind.string ? textOf(tape, type) : undefined;
  return GEOJSON_KINDS.find((kind) => kind === name);
}

function hasItems(tape: Tape, node: number, least: number): boolean {
  return tape.kind(node) === NodeKind.array && tape.size(node) >= least;
}

/** True for an array whose items all pass. */
function eachItem(tape: Tape, node: number, passes: (item: number) => boolean): boolean {
  return tape.kind(node) === NodeKind.array && itemsOf(tape, node).every(passes);
}

function at(tape: Tape, judge: Judge): (item: number) => boolean {
  return (item) => judge(tape, item);
}
