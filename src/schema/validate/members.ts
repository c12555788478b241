import { shorten } from '../../core/shorten.js';
import { NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { keyOf, textOf } from '../../json/text-of.js';

/** A longer key of a record is told by its beginning. */
const LONGEST_KEY = 200;

/** The member of an object with that name, or -1. Reads names: for what is rare. */
export function memberNamed(tape: Tape, object: number, name: string): number {
  if (tape.kind(object) !== NodeKind.object) return -1;
  for (let child = object + 1; child < tape.next(object); child = tape.next(child)) {
    if (keyOf(tape, child) === name) return child;
  }
  return -1;
}

/** The nodes of the items of an array, or of the members of an object. */
export function itemsOf(tape: Tape, array: number): readonly number[] {
  const items: number[] = [];
  for (let item = array + 1; item < tape.next(array); item = tape.next(item)) items.push(item);
  return items;
}

/** The members of an object whose names have an `@`, by name, first come first: the content of strings, the JSON of others. */
export function annotationsOf(tape: Tape, object: number): ReadonlyMap<string, string> {
  const annotations = new Map<string, string>();
  if (tape.kind(object) !== NodeKind.object) return annotations;
  for (const member of itemsOf(tape, object)) {
    const name = tape.slot(member) < 0 ? keyOf(tape, member) : '';
    if (name.includes('@') && !annotations.has(name)) annotations.set(name, textOf(tape, member));
  }
  return annotations;
}

/** The text of a string member; nothing where there is no such member or it is no string. */
export function textMember(tape: Tape, object: number, name: string): string | undefined {
  const member = memberNamed(tape, object, name);
  return member >= 0 && tape.kind(member) === NodeKind.string ? textOf(tape, member) : undefined;
}

/** The key of a record by its key properties, or paths to them; nothing where one is absent or null. */
export function recordKey(tape: Tape, record: number, keyFields: readonly string[]): string | undefined {
  const parts: string[] = [];
  for (const path of keyFields) {
    let node = record;
    for (const name of path.split('/')) node = node < 0 ? node : memberNamed(tape, node, name);
    if (node < 0 || !isScalar(tape.kind(node))) return undefined;
    parts.push(textOf(tape, node));
  }
  const key = parts.join(',');
  if (key === '') return undefined;
  return shorten(key, LONGEST_KEY);
}

function isScalar(kind: NodeKind): boolean {
  return kind === NodeKind.string || kind === NodeKind.number;
}
