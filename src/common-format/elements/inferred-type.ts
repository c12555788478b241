import { NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { hasForm } from '../../schema/validate/temporal-text.js';
import { ValueCheck } from '../../schema/validate/value-check.js';

/** What values were, as bits; {@link ITEMS} times as much for items of arrays. */
const BOOLEAN = 1;
const INTEGER = 2;
const DECIMAL = 4;
const DATE = 8;
const TIMESTAMP = 16;
const STRING = 32;
const OBJECT = 64;
const COLLECTION = 128;
const ITEMS = 256;

/** The names of the Data Dictionary's types where it has one. */
const NAMES = [
  [BOOLEAN, 'Boolean'],
  [INTEGER, 'Integer'],
  [DECIMAL, 'Decimal'],
  [DATE, 'Date'],
  [TIMESTAMP, 'Timestamp'],
  [STRING, 'String'],
  [OBJECT, 'Object'],
  [COLLECTION, 'Collection'],
] as const;

/** Infers the type of a field from its values, one after the other. Null says nothing. */
export class InferredType {
  #seen = 0;

  /** Takes a value in. */
  add(tape: Tape, node: number): void {
    this.#seen |= this.#kindOf(tape, node, 1);
    if (tape.kind(node) !== NodeKind.array) return;
    for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
      this.#seen |= this.#kindOf(tape, item, ITEMS) * ITEMS;
    }
  }

  /** True once there was a collection or object: such a field would be an expansion. */
  get holdsObjects(): boolean {
    return (this.#seen & (OBJECT | (OBJECT * ITEMS))) !== 0;
  }

  /** `Decimal`, `Collection of String`, `Integer or String`; `Unknown` where all values are null. */
  get name(): string {
    const own = namesOf(this.#seen % ITEMS);
    const items = namesOf(Math.floor(this.#seen / ITEMS));
    const names = own.map((name) =>
      name === 'Collection' && items.length > 0 ? `Collection of ${items.join(' or ')}` : name,
    );
    return names.length === 0 ? 'Unknown' : names.join(' or ');
  }

  #kindOf(tape: Tape, node: number, unit: number): number {
    switch (tape.kind(node)) {
      case NodeKind.null:
        return 0;
      case NodeKind.false:
      case NodeKind.true:
        return BOOLEAN;
      case NodeKind.number:
        return tape.decimals(node) === 0 ? INTEGER : DECIMAL;
      case NodeKind.string:
        // A field with one text that is no date is a String, whatever its other texts look like.
        return (this.#seen & (STRING * unit)) !== 0 ? STRING : kindOfText(tape, node);
      case NodeKind.array:
        return COLLECTION;
      case NodeKind.object:
        return OBJECT;
    }
  }
}

function kindOfText(tape: Tape, node: number): number {
  const { bytes, starts, ends } = tape;
  const [start, end] = [starts[node] as number, ends[node] as number];
  if (hasForm(ValueCheck.date, bytes, start, end)) return DATE;
  return hasForm(ValueCheck.dateTimeOffset, bytes, start, end) ? TIMESTAMP : STRING;
}

/** Integers are decimals too, and a date is a text. */
function namesOf(seen: number): readonly string[] {
  let kinds = seen;
  if ((kinds & DECIMAL) !== 0) kinds &= ~INTEGER;
  if ((kinds & STRING) !== 0) kinds &= ~(DATE | TIMESTAMP);
  return NAMES.filter(([kind]) => (kinds & kind) !== 0).map(([, name]) => name);
}
