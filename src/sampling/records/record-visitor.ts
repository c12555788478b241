import { NodeFlag, NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import { ContentHash } from './content-hash.js';
import { FieldRole } from './field-role.js';
import { InstantReader } from './instant.js';
import { type ModelBook, Sighting } from './model-book.js';
import type { Navigation } from './navigation.js';
import { memberAt, RecordIdentity } from './record-identity.js';
import type { FieldPlan, RecordModel } from './record-model.js';
import { RecordScorer } from './record-scorer.js';

/** How a record's timestamp is. */
export const Dating = { dated: 0, undated: 1, unreadable: 2 } as const;
export type Dating = (typeof Dating)[keyof typeof Dating];

/** Finds what is known of the expansion in a slot, if its target is. */
export type FindNavigation = (parent: RecordModel, plan: FieldPlan, slot: number) => Navigation | undefined;

/**
 * Looks at records: identifies them, compares their content with what is known, counts the new ones, and goes on to the
 * records that expansions hold. Several steps, each of which can be timed: hash, find, count.
 */
export class RecordVisitor {
  /** Of the record identified last. */
  readonly content = new ContentHash();
  readonly identity = new RecordIdentity();
  /** Of the record visited last: how its timestamp is, where it stands, and what it means. */
  dating: Dating = Dating.undated;
  timestampNode = -1;
  readonly instant = new InstantReader();
  readonly #scorer = new RecordScorer();
  readonly #findNavigation: FindNavigation;

  constructor(findNavigation: FindNavigation) {
    this.#findNavigation = findNavigation;
  }

  /** Finds out by what a record is known, and the hash of its content. */
  identify(tape: Tape, record: number, model: RecordModel): void {
    this.content.of(tape, record, model.shape, model.plan);
    if (this.identity.byKey(tape, record, model)) return;
    this.identity.byContent(this.content.a, this.content.b);
  }

  /** Enters the record that was identified last in the book of its model. */
  enter(tape: Tape, record: number, book: ModelBook): Sighting {
    const { identity, content } = this;
    const sighting = book.see(identity.a, identity.b, content.a, content.b);
    this.#date(tape, record, book);
    if (sighting === Sighting.first) {
      if (this.dating !== Dating.dated) book.page.undated += 1;
      this.#scorer.score(tape, record, book.model, book.counts);
    }
    return sighting;
  }

  /** Goes on to the records that the expansions of a record hold, and to those that these hold. */
  expand(tape: Tape, record: number, model: RecordModel): void {
    this.#expand(tape, record, model.plan, model);
  }

  #expand(tape: Tape, object: number, plan: FieldPlan, parent: RecordModel): void {
    const end = tape.next(object);
    for (let member = object + 1; member < end; member = tape.next(member)) {
      const slot = tape.slot(member);
      if (slot < 0 || tape.hasFlag(member, NodeFlag.duplicateKey)) continue;
      if (plan.roles[slot] === FieldRole.expansion) {
        this.#enterHeld(tape, member, this.#findNavigation(parent, plan, slot));
      }
      const nested = plan.nested[slot];
      if (nested === undefined) continue;
      for (const value of objectsIn(tape, member)) this.#expand(tape, value, nested, parent);
    }
  }

  #enterHeld(tape: Tape, member: number, navigation: Navigation | undefined): void {
    if (navigation === undefined) return;
    const { book } = navigation;
    for (const record of objectsIn(tape, member)) {
      this.identify(tape, record, book.model);
      const { hasExpansions } = this.content;
      this.enter(tape, record, book);
      navigation.note();
      if (hasExpansions) this.expand(tape, record, book.model);
    }
  }

  #date(tape: Tape, record: number, book: ModelBook): void {
    const node = memberAt(tape, record, book.model.timestampSlot);
    this.timestampNode = node;
    this.dating = this.#datingOf(tape, node);
    if (this.dating === Dating.dated) book.dates.add(tape, node, this.instant);
  }

  #datingOf(tape: Tape, node: number): Dating {
    if (node < 0 || tape.isEmpty(node)) return Dating.undated;
    if (tape.kind(node) !== NodeKind.string) return Dating.unreadable;
    return readInstant(this.instant, tape, node) ? Dating.dated : Dating.unreadable;
  }
}

function readInstant(reader: InstantReader, tape: Tape, node: number): boolean {
  if (!tape.hasFlag(node, NodeFlag.escaped)) {
    return reader.read(tape.bytes, tape.starts[node] as number, tape.ends[node] as number);
  }
  const bytes = Buffer.from(textOf(tape, node), 'utf8');
  return reader.read(bytes, 0, bytes.length);
}

/** An object, or the objects in an array. */
function objectsIn(tape: Tape, node: number): readonly number[] {
  if (tape.kind(node) === NodeKind.object) return [node];
  const objects: number[] = [];
  if (tape.kind(node) !== NodeKind.array) return objects;
  for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
    if (tape.kind(item) === NodeKind.object) objects.push(item);
  }
  return objects;
}
