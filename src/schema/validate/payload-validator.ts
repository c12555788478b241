import { NodeFlag, NodeKind, NoSlot } from '../../json/node-kind.js';
import { Shape } from '../../json/shape.js';
import { Tape } from '../../json/tape.js';
import { keyOf, textOf } from '../../json/text-of.js';
import type { PayloadDefinitions } from '../definitions.js';
import { Exemptions } from '../exemptions.js';
import { compileStructures } from './compile-structures.js';
import { FaultKind } from './fault-kind.js';
import { FaultRecorder, type Locate } from './fault-recorder.js';
import { foreignInList, foreignValues } from './foreign-values.js';
import { textMember } from './members.js';
import { isParcelIdentifierOf, PARCEL_ID } from './parcel-identifier.js';
import type { PayloadFacts } from './payload-facts.js';
import { SelectList } from './select-list.js';
import type { Site } from './site.js';
import { Sites } from './sites.js';
import type { FieldRule, Structure } from './structure.js';
import { ValueCheck } from './value-check.js';
import { ValueJudge } from './value-judge.js';

/** Records on a tape, and how they came. */
export interface PayloadPart {
  readonly tape: Tape;
  /** The nodes of the records. */
  readonly records: ArrayLike<number>;
  /** The resource of the records; the definitions must have it. */
  readonly resource: string;
  /** The shape that the records were tokenized with, where it is not that of `shapeOf`. */
  readonly shape?: Shape;
  readonly select?: SelectList;
  /** True when the response says `IEEE754Compatible=true` (OData JSON 4.01, section 3.2). */
  readonly isIeee754Compatible?: boolean;
  /** Where an offset of the text is, for the first fault of each kind. */
  readonly locate?: Locate;
}

/**
 * Validates records as they stand on a tape, by definitions that are compiled once. No object is made for a record; faults are
 * counted and grouped while they are met, in memory that does not grow with the number of records.
 */
export class PayloadValidator {
  readonly #structures: ReadonlyMap<string, Structure>;
  readonly #sites = new Sites();
  readonly #judge = new ValueJudge();
  readonly #recorder = new FaultRecorder();
  #tape: Tape = new Tape();
  #records = 0;

  constructor(
    definitions: PayloadDefinitions,
    exemptions: Exemptions = Exemptions.ofVersion(definitions.version),
  ) {
    this.#structures = compileStructures(definitions, exemptions);
  }

  /** The names of a resource, to tokenize its records with; nothing for a resource that the definitions lack. */
  shapeOf(resource: string): Shape | undefined {
    return this.#structures.get(resource)?.shape;
  }

  /** Judges records, and whether the names around them are unique. Throws nothing: what is wrong is counted. */
  validate(part: PayloadPart): void {
    const { tape, records, resource, select = SelectList.none, isIeee754Compatible = false } = part;
    const structure = this.#structures.get(resource);
    if (structure === undefined) return;
    this.#tape = tape;
    this.#judge.open(tape, isIeee754Compatible);
    this.#recorder.open(tape, isIeee754Compatible, part.locate ?? (() => ({})));
    const site = this.#sites.root(structure);
    const shape = part.shape ?? structure.shape;
    if (tape.duplicateKeys > 0 && records[0] !== 0) this.#duplicates(site, 0);
    for (let index = 0; index < records.length; index++) {
      this.#record(site, shape, records[index] as number, select);
    }
  }

  /** What was seen since it was last asked. */
  take(): PayloadFacts {
    const records = this.#records;
    this.#records = 0;
    return {
      records,
      sightings: this.#sites.takeSightings(),
      faults: this.#recorder.take(),
    };
  }

  #record(site: Site, shape: Shape, node: number, select: SelectList): void {
    this.#records += 1;
    this.#recorder.record = node;
    if (this.#tape.kind(node) === NodeKind.object) this.#object(site, shape, node, select);
    else this.#recorder.noRecord(site, node);
  }

  #object(site: Site, shape: Shape, node: number, select: SelectList): void {
    const tape = this.#tape;
    const { slots, nexts } = tape;
    const rules = site.structure.rulesFor(shape);
    const end = nexts[node] as number;
    let required = 0;
    if (tape.duplicateKeys > 0) this.#duplicates(site, node);
    for (let member = node + 1; member < end; member = nexts[member] as number) {
      const slot = slots[member] as number;
      if (slot === NoSlot.annotation) continue;
      const rule = slot < 0 ? undefined : rules[slot];
      if (rule === undefined) {
        this.#stranger(site, member, select);
        continue;
      }
      if (rule.isRequired) required += 1;
      this.#member(site, rule, shape.nested(slot), member, select);
    }
    if (site.structure.kind === 'resource') site.sawRecord(!select.isPicked);
    if (select.isPicked) return;
    const isSure = required >= site.structure.requiredCount && tape.duplicateKeys === 0;
    if (!isSure) this.#missing(site, node);
  }

  #member(site: Site, rule: FieldRule, nested: Shape, node: number, select: SelectList): void {
    if (this.#tape.kinds[node] === NodeKind.null) {
      site.sawNull(rule.slot);
      if (!rule.mayBeNull) this.#recorder.value(site, rule, FaultKind.null, node, false);
      return;
    }
    site.sawValue(rule.slot);
    if (rule.isCollection) this.#collection(site, rule, nested, node, select);
    else this.#value(site, rule, nested, node, select, false);
  }

  #collection(site: Site, rule: FieldRule, nested: Shape, node: number, select: SelectList): void {
    const tape = this.#tape;
    if (tape.kind(node) !== NodeKind.array) {
      const isText = rule.isTextAllowed && tape.kind(node) === NodeKind.string;
      if (!isText) this.#recorder.value(site, rule, FaultKind.type, node, false);
      else if (rule.check === ValueCheck.lookup)
        this.#recorder.foreign(site, rule, node, foreignInList(tape, node, rule));
      return;
    }
    const end = tape.next(node);
    for (let item = node + 1; item < end; item = tape.next(item)) {
      if (tape.kind(item) !== NodeKind.null) this.#value(site, rule, nested, item, select, true);
      else if (!rule.isNullable) this.#recorder.value(site, rule, FaultKind.null, item, true);
    }
  }

  #value(
    site: Site,
    rule: FieldRule,
    nested: Shape,
    node: number,
    select: SelectList,
    isItem: boolean,
  ): void {
    const fault = this.#judge.judge(rule, node);
    if (fault === FaultKind.none) {
      if (rule.check === ValueCheck.structure) this.#nested(site, rule, nested, node, select);
      return;
    }
    if (fault === FaultKind.parcelId && this.#isParcelIdentifier(node)) return;
    if (fault === FaultKind.enum) this.#foreign(site, rule, node, isItem);
    else this.#recorder.value(site, rule, fault, node, isItem);
  }

  /** Where values need not be advertised, their length still is. */
  #foreign(site: Site, rule: FieldRule, node: number, isItem: boolean): void {
    this.#recorder.foreign(site, rule, node, foreignValues(this.#tape, node, rule));
    const isTooLong = rule.isExempt && this.#tape.size(node) > rule.maxLength;
    if (isTooLong) this.#recorder.value(site, rule, FaultKind.maxLength, node, isItem);
  }

  #nested(site: Site, rule: FieldRule, shape: Shape, node: number, select: SelectList): void {
    const child = this.#sites.below(site, rule);
    if (child === undefined) return;
    const ofField = select.of(rule.field.name);
    if (!rule.isExpansion) {
      this.#object(child, shape, node, ofField);
      return;
    }
    const outer = this.#recorder.record;
    this.#recorder.record = node;
    this.#object(child, shape, node, ofField);
    this.#recorder.record = outer;
  }

  /** A member whose name the shape of the text does not know: another shape than ours may lack what is advertised. */
  #stranger(site: Site, node: number, select: SelectList): void {
    const name = keyOf(this.#tape, node);
    const rule = site.structure.rule(name);
    const { isOpen, synonyms } = site.structure;
    const standsFor = synonyms.get(name);
    if (rule !== undefined) this.#member(site, rule, Shape.none, node, select);
    else if (name.includes('@')) return;
    else if (standsFor !== undefined) this.#recorder.synonym(site, node, standsFor);
    else if (!isOpen) this.#recorder.member(site, FaultKind.unadvertised, node);
    else this.#local(site, node, name);
  }

  /** Of a field that is not defined nothing is judged but that names in it are unique, and what has a standard of its own. */
  #local(site: Site, node: number, name: string): void {
    const tape = this.#tape;
    const isIdentifier = name === PARCEL_ID && tape.kind(node) === NodeKind.string;
    if (isIdentifier && !this.#isParcelIdentifier(node))
      this.#recorder.member(site, FaultKind.parcelId, node);
    if (tape.duplicateKeys === 0) return;
    for (let inner = node + 1; inner < tape.next(node); inner++) {
      if (tape.hasFlag(inner, NodeFlag.duplicateKey))
        this.#recorder.member(site, FaultKind.duplicateKey, inner, `${name}/`);
    }
  }

  #duplicates(site: Site, node: number): void {
    const tape = this.#tape;
    if (tape.kind(node) !== NodeKind.object) return;
    const end = tape.next(node);
    for (let member = node + 1; member < end; member = tape.next(member)) {
      if (tape.hasFlag(member, NodeFlag.duplicateKey))
        this.#recorder.member(site, FaultKind.duplicateKey, member);
    }
  }

  /** Names the fields that an object should have and has not. */
  #missing(site: Site, node: number): void {
    const tape = this.#tape;
    const names = new Set<string>();
    const end = tape.next(node);
    for (let member = node + 1; member < end; member = tape.next(member)) names.add(keyOf(tape, member));
    for (const rule of site.structure.rules) {
      if (rule.isRequired && !names.has(rule.field.name)) this.#recorder.missing(site, rule, node);
    }
  }

  #isParcelIdentifier(node: number): boolean {
    const tape = this.#tape;
    const fact = (name: string) => textMember(tape, this.#recorder.record, name);
    return isParcelIdentifierOf(textOf(tape, node), {
      country: fact('Country'),
      countrySubdivision: fact('CountrySubdivision'),
      parcelNumber: fact('ParcelNumber'),
    });
  }
}
