import { listedValues } from '../../dictionary/listed-values.js';
import { ByteHash } from '../../json/byte-hash.js';
import { NodeFlag, NodeKind, NoSlot } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { keyOf, textOf } from '../../json/text-of.js';
import type { FieldCounts } from './field-counts.js';
import { FieldRole } from './field-role.js';
import { FlagList } from './flag-list.js';
import type { FieldPlan, RecordModel } from './record-model.js';

/**
 * Counts what is present in a record. Absent are null, an empty string, array or object; 0 and false are present. A field
 * or value counts once a record, also one that stands in a collection twice. Expansions are records of their own.
 */
export class RecordScorer {
  readonly #flags = new FlagList();
  readonly #hash = new ByteHash();
  #postalCodeCounter = -1;
  #record = 0;

  /** Counts a record of the model. */
  score(tape: Tape, record: number, model: RecordModel, counts: FieldCounts): void {
    this.#record += 1;
    this.#postalCodeCounter = model.postalCodeCounter;
    this.#object(tape, record, model.plan, counts);
  }

  #object(tape: Tape, object: number, plan: FieldPlan, counts: FieldCounts): void {
    const end = tape.next(object);
    for (let member = object + 1; member < end; member = tape.next(member)) {
      if (tape.isEmpty(member) || tape.hasFlag(member, NodeFlag.duplicateKey)) continue;
      const slot = tape.slot(member);
      if (slot >= 0) this.#field(tape, member, slot, plan, counts);
      else if (slot === NoSlot.unknown) this.#undeclared(tape, member, counts);
    }
  }

  #field(tape: Tape, member: number, slot: number, plan: FieldPlan, counts: FieldCounts): void {
    const counter = plan.counters[slot] as number;
    if (counter < 0) return;
    counts.count(counter, this.#record);
    const role = plan.roles[slot];
    if (role === FieldRole.lookup) this.#values(tape, member, counter, counts);
    else if (role === FieldRole.collection) this.#collection(tape, member, counter, counts);
    else if (role === FieldRole.flags) this.#lists(tape, member, counter, counts);
    else if (role === FieldRole.complex) this.#complex(tape, member, plan.nested[slot], counts);
    if (counter === this.#postalCodeCounter) this.#values(tape, member, counts.postalCodes, counts);
  }

  /** Counts a value, or each item of a collection. What is no string is no value of a lookup. */
  #values(tape: Tape, node: number, counter: number, counts: FieldCounts): void {
    if (tape.kind(node) === NodeKind.string) this.#value(tape, node, counter, counts);
    else if (tape.kind(node) === NodeKind.array) {
      for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
        if (tape.kind(item) === NodeKind.string) this.#value(tape, item, counter, counts);
      }
    }
  }

  #value(tape: Tape, node: number, counter: number, counts: FieldCounts): void {
    if (tape.size(node) === 0) return;
    const hashA = tape.hashesA[node] as number;
    const hashB = tape.hashesB[node] as number;
    const index = counts.values.find(counter, hashA, hashB);
    if (index >= 0) counts.values.count(index, this.#record);
    else counts.countNew(counter, hashA, hashB, textOf(tape, node), this.#record);
  }

  #collection(tape: Tape, node: number, counter: number, counts: FieldCounts): void {
    const text = tape.kind(node) === NodeKind.string ? textOf(tape, node) : '';
    if (!text.includes(',')) {
      this.#values(tape, node, counter, counts);
      return;
    }
    for (const value of listedValues(text, (part) => counts.isAdvertised(counter, part))) {
      const bytes = Buffer.from(value, 'utf8');
      this.#hash.of(bytes, 0, bytes.length);
      const { a, b } = this.#hash;
      const index = counts.values.find(counter, a, b);
      if (index >= 0) counts.values.count(index, this.#record);
      else counts.countNew(counter, a, b, value, this.#record);
    }
  }

  #lists(tape: Tape, node: number, counter: number, counts: FieldCounts): void {
    if (tape.kind(node) === NodeKind.string) this.#list(tape, node, counter, counts);
    else if (tape.kind(node) === NodeKind.array) {
      for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
        if (tape.kind(item) === NodeKind.string) this.#list(tape, item, counter, counts);
      }
    }
  }

  #list(tape: Tape, node: number, counter: number, counts: FieldCounts): void {
    const list = this.#flags;
    for (list.open(tape, node); list.next(); ) {
      const index = counts.values.find(counter, list.hash.a, list.hash.b);
      if (index >= 0) counts.values.count(index, this.#record);
      else countNewOf(list, counter, counts, this.#record);
    }
  }

  #complex(tape: Tape, node: number, plan: FieldPlan | undefined, counts: FieldCounts): void {
    if (plan === undefined) return;
    if (tape.kind(node) === NodeKind.object) this.#object(tape, node, plan, counts);
    else if (tape.kind(node) === NodeKind.array) {
      for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
        if (tape.kind(item) === NodeKind.object) this.#object(tape, item, plan, counts);
      }
    }
  }

  #undeclared(tape: Tape, member: number, counts: FieldCounts): void {
    const hashA = tape.keyHashesA[member] as number;
    const hashB = tape.keyHashesB[member] as number;
    const index = counts.values.find(counts.undeclared, hashA, hashB);
    if (index >= 0) counts.values.count(index, this.#record);
    else counts.countNew(counts.undeclared, hashA, hashB, keyOf(tape, member), this.#record);
  }
}

function countNewOf({ hash, text }: FlagList, counter: number, counts: FieldCounts, record: number): void {
  counts.countNew(counter, hash.a, hash.b, text, record);
}
