import { shorten } from '../../core/shorten.js';
import { NodeKind } from '../../json/node-kind.js';
import { Tape } from '../../json/tape.js';
import { keyOf } from '../../json/text-of.js';
import { FAULT_NAMES, FaultKind, type FaultName } from './fault-kind.js';
import {
  expectedType,
  type FaultWords,
  JSON_TYPES,
  jsonTypeOf,
  wordsOf,
  wordsOfSynonym,
  wordsOfType,
} from './fault-message.js';
import { FaultTally } from './fault-tally.js';
import { recordKey } from './members.js';
import type { FaultCount, FaultPlace } from './payload-facts.js';
import type { Site } from './site.js';
import type { FieldRule } from './structure.js';
import { ValueCheck } from './value-check.js';

/** Turns an offset in the text of a tape into a place for people. */
export type Locate = (offset: number) => FaultPlace;

/** At most so many different names of one kind are told of one place; the rest is counted together. */
const MOST_NAMES = 1000;
const LONGEST_NAME = 200;

type Told = FaultWords & Pick<FaultCount, 'field' | 'isExempt' | 'standsFor'>;

/** Books the faults that the walk over a payload meets, by place, kind and message. What fits costs nothing here. */
export class FaultRecorder {
  #record = 0;
  /** The key of the record, once it was asked for. */
  #key: string | undefined;
  #hasKey = false;
  readonly #touched: FaultTally[] = [];
  #tape: Tape = new Tape();
  #locate: Locate = () => ({});
  #isIeee754Compatible = false;

  /** The record that the walk is in, by its node. */
  get record(): number {
    return this.#record;
  }

  set record(node: number) {
    this.#record = node;
    this.#hasKey = false;
  }

  open(tape: Tape, isIeee754Compatible: boolean, locate: Locate): void {
    this.#tape = tape;
    this.#isIeee754Compatible = isIeee754Compatible;
    this.#locate = locate;
  }

  /** A value that does not fit its field, or an item of a collection that does not. */
  value(site: Site, rule: FieldRule, fault: FaultKind, node: number, isItem: boolean): void {
    if (fault === FaultKind.type || fault === FaultKind.null) {
      this.#wrongType(site, rule, fault, node, isItem);
      return;
    }
    const tally = this.#ofField(site, rule, fault, 0, () => wordsOf(fault, rule));
    this.#count(tally, site, node);
    if (fault === FaultKind.maxLength && rule.check !== ValueCheck.binary)
      tally.addLength(this.#tape.size(node));
  }

  /** Values of a text that a lookup does not have. */
  foreign(site: Site, rule: FieldRule, node: number, values: readonly string[]): void {
    if (values.length === 0) return;
    const tally = this.#ofField(site, rule, FaultKind.enum, 0, () => wordsOf(FaultKind.enum, rule));
    for (const value of values) {
      this.#count(tally, site, node);
      tally.addValue(value);
    }
  }

  /** A record that is no object. */
  noRecord(site: Site, node: number): void {
    const found = jsonTypeOf(this.#tape, node);
    const tally = this.#named(site, FaultKind.type, found, () => wordsOfType('object', found));
    this.#count(tally, site, node);
  }

  /** A field that an object should have and has not. */
  missing(site: Site, rule: FieldRule, object: number): void {
    const words = () => wordsOf(FaultKind.required, rule);
    this.#count(this.#ofField(site, rule, FaultKind.required, 0, words), site, object);
  }

  /**
   * A member whose name is not advertised, or stood in its object before.
   *
   * @param within the field that it is in, with its slash, where that is not defined
   */
  member(site: Site, fault: FaultKind, node: number, within = ''): void {
    this.#member(site, node, fault, wordsOf(fault, undefined), within);
  }

  /** A member whose name is a synonym of other fields. */
  synonym(site: Site, node: number, standsFor: readonly string[]): void {
    this.#member(site, node, FaultKind.synonym, wordsOfSynonym(standsFor));
  }

  /** What was counted since it was last asked. */
  take(): readonly FaultCount[] {
    const taken = this.#touched.map((tally) => tally.take());
    this.#touched.length = 0;
    return taken;
  }

  #member(site: Site, node: number, fault: FaultKind, words: Told, within = ''): void {
    const tally = this.#named(site, fault, `${within}${keyOf(this.#tape, node)}`, (field) =>
      field === undefined ? words : { ...words, field: `${site.prefix}${field}` },
    );
    this.#count(tally, site, node, (this.#tape.keyStarts[node] ?? 0) - 1);
  }

  #wrongType(site: Site, rule: FieldRule, fault: FaultKind, node: number, isItem: boolean): void {
    const found = jsonTypeOf(this.#tape, node);
    const variant = JSON_TYPES.indexOf(found) * 4 + (isItem ? 2 : 0) + (this.#isIeee754Compatible ? 1 : 0);
    const tally = this.#ofField(site, rule, fault, variant, () =>
      wordsOfType(expectedType(rule, isItem, this.#isIeee754Compatible), found),
    );
    this.#count(tally, site, node);
  }

  #count(tally: FaultTally, site: Site, node: number, at = this.#startOf(node)): void {
    if (tally.isAtRest) this.#touched.push(tally);
    tally.add();
    tally.place(() => this.#locate(at));
    if (!tally.wantsKey) return;
    if (!this.#hasKey) {
      this.#key = recordKey(this.#tape, this.#record, site.resource.keyFields);
      this.#hasKey = true;
    }
    if (this.#key !== undefined) tally.addKey(this.#key);
  }

  /** Where a value begins; a string with its quote. */
  #startOf(node: number): number {
    const start = this.#tape.starts[node] ?? 0;
    return this.#tape.kind(node) === NodeKind.string ? start - 1 : start;
  }

  /** The tally of a field's faults of one kind; `variant` tells apart those with messages of their own. */
  #ofField(
    site: Site,
    rule: FieldRule,
    fault: FaultKind,
    variant: number,
    words: () => FaultWords,
  ): FaultTally {
    const key = (rule.slot * 16 + fault) * 64 + variant;
    const known = site.tallies.get(key);
    if (known !== undefined) return known;
    const isExempt = fault === FaultKind.enum && rule.isExempt;
    const tally = this.#newTally(site, fault, {
      ...words(),
      field: `${site.prefix}${rule.field.name}`,
      ...(isExempt ? { isExempt } : {}),
    });
    site.tallies.set(key, tally);
    return tally;
  }

  /** The tally of faults that are told apart by a name of the payload; beyond the bound one for all names. */
  #named(site: Site, fault: FaultKind, name: string, tell: (name: string | undefined) => Told): FaultTally {
    const ofKind = site.namedTallies[fault] ?? new Map<string | undefined, FaultTally>();
    site.namedTallies[fault] = ofKind;
    const short = shorten(name, LONGEST_NAME);
    const key = ofKind.has(short) || ofKind.size < MOST_NAMES ? short : undefined;
    const tally = ofKind.get(key) ?? this.#newTally(site, fault, tell(key));
    ofKind.set(key, tally);
    return tally;
  }

  #newTally({ resource, source, expansion }: Site, fault: FaultKind, told: Told): FaultTally {
    const { name, keyFields } = resource;
    return new FaultTally({
      // The caller has met a fault, so it is never `none`.
      fault: FAULT_NAMES[fault] as FaultName,
      resource: name,
      source,
      ...told,
      ...(expansion === '' ? {} : { expansion }),
      ...(keyFields.length === 0 ? {} : { keyField: keyFields.join(',') }),
    });
  }
}
