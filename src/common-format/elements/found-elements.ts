import type { Location } from '../../core/finding.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { NodeFlag, NodeKind, NoSlot } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { keyOf } from '../../json/text-of.js';
import type { RecordModel } from '../../sampling/records/record-model.js';
import { ValueCounts } from '../../sampling/records/value-counts.js';
import { type FoundLimits, FoundValues, type LocateNode } from './found-values.js';
import { LocalField } from './local-field.js';
import { type WatchPlan, watchPlans } from './watch-plan.js';

/** How much is told by name; the rest is counted. */
export interface ElementLimits extends FoundLimits {
  /** Local fields of all resources. */
  readonly fields: number;
}

export const DEFAULT_ELEMENT_LIMITS: ElementLimits = {
  fields: 10_000,
  values: 10_000,
  allValues: 200_000,
  characters: 500,
};

/** How often names came that are not told. */
export interface UntoldFields {
  readonly resource: string;
  readonly count: number;
}

/**
 * What the dictionary does not say of payloads and somebody wants to know: local fields with the type of their values, and
 * the values of open lookups. Every record counts, whether or not one like it came before.
 */
export class FoundElements {
  readonly values: FoundValues;
  readonly #plans: ReadonlyMap<RecordModel, WatchPlan>;
  readonly #names = new ValueCounts();
  /** By index of the name; nothing for a synonym. */
  readonly #fields: (LocalField | undefined)[] = [];
  readonly #untold = new Map<string, number>();
  readonly #limits: ElementLimits;
  #tape: Tape | undefined;
  #locate: (offset: number) => Location = () => ({ file: '', line: 1, column: 1 });

  constructor(
    models: readonly RecordModel[],
    dictionary: DictionaryIndex,
    limits: ElementLimits = DEFAULT_ELEMENT_LIMITS,
  ) {
    this.#plans = watchPlans(models, dictionary);
    this.#limits = limits;
    this.values = new FoundValues(limits);
  }

  /**
   * Looks at records that were tokenized with the shape of their model.
   *
   * @param locate the place of an offset in the text
   */
  look(
    tape: Tape,
    records: ArrayLike<number>,
    model: RecordModel,
    locate: (offset: number) => Location,
  ): void {
    const plan = this.#plans.get(model);
    if (plan === undefined) return;
    this.#tape = tape;
    this.#locate = locate;
    for (let index = 0; index < records.length; index++) this.#object(tape, records[index] as number, plan);
  }

  /** In the order in which they came. */
  get localFields(): readonly LocalField[] {
    return this.#fields.filter((field) => field !== undefined);
  }

  get untoldFields(): readonly UntoldFields[] {
    return [...this.#untold].map(([resource, count]) => ({ resource, count }));
  }

  #object(tape: Tape, object: number, plan: WatchPlan): void {
    const { lookups, targets } = plan;
    const end = tape.next(object);
    for (let member = object + 1; member < end; member = tape.next(member)) {
      const slot = tape.slots[member] as number;
      if (slot === NoSlot.annotation || tape.hasFlag(member, NodeFlag.duplicateKey)) continue;
      if (slot < 0) {
        this.#stranger(tape, member, plan);
        continue;
      }
      const lookup = lookups[slot];
      if (lookup !== undefined) this.values.add(lookup, tape, member, this.#locateNode);
      const target = targets[slot];
      if (target !== undefined) this.#records(tape, member, target);
    }
  }

  #records(tape: Tape, node: number, target: WatchPlan): void {
    if (tape.kind(node) === NodeKind.object) this.#object(tape, node, target);
    else if (tape.kind(node) === NodeKind.array) {
      for (let item = node + 1; item < tape.next(node); item = tape.next(item)) {
        if (tape.kind(item) === NodeKind.object) this.#object(tape, item, target);
      }
    }
  }

  #stranger(tape: Tape, member: number, { model, synonyms }: WatchPlan): void {
    const [a, b] = [tape.keyHashesA[member] as number, tape.keyHashesB[member] as number];
    let index = this.#names.find(model.index, a, b);
    if (index < 0) {
      const name = keyOf(tape, member);
      if (this.#names.length >= this.#limits.fields || name.length > this.#limits.characters) {
        this.#untold.set(model.name, (this.#untold.get(model.name) ?? 0) + 1);
        return;
      }
      index = this.#names.add(model.index, a, b, name);
      this.#fields[index] = synonyms.has(name)
        ? undefined
        : new LocalField(model.name, name, this.#locate((tape.keyStarts[member] as number) - 1));
    }
    this.#fields[index]?.add(tape, member);
  }

  /** A string begins with its quote. */
  readonly #locateNode: LocateNode = (node) => this.#locate((this.#tape?.starts[node] ?? 1) - 1);
}
