import { NodeFlag, NodeKind } from '../../json/node-kind.js';
import { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import { geoJsonKindOf } from '../geojson-kinds.js';
import { INTEGER_RANGES } from '../numeric-ranges.js';
import { binaryLength } from './binary-text.js';
import { FaultKind } from './fault-kind.js';
import { isGeoJson } from './geojson-value.js';
import {
  countDigits,
  isBeyondDouble,
  isBeyondSingle,
  isDecimalText,
  isInRange,
  isInt64Text,
  precisionFault,
} from './number-text.js';
import type { FieldRule } from './structure.js';
import { hasForm } from './temporal-text.js';
import { ValueCheck } from './value-check.js';

/** Judges single values that stand on a tape, not null, by the rule of their field. Makes no object for a value that fits. */
export class ValueJudge {
  #tape: Tape = new Tape();
  #isIeee754Compatible = false;

  /** @param isIeee754Compatible whether the payload says `IEEE754Compatible=true` (OData JSON 4.01, section 3.2) */
  open(tape: Tape, isIeee754Compatible: boolean): void {
    this.#tape = tape;
    this.#isIeee754Compatible = isIeee754Compatible;
  }

  /**
   * What is wrong with a value; `none` also for an object whose fields are still to be judged. A Universal Parcel Identifier
   * is `parcelId`: whether it is one of its record is to be seen there.
   */
  judge(rule: FieldRule, node: number): FaultKind {
    const kind = this.#tape.kinds[node] as NodeKind;
    switch (rule.check) {
      case ValueCheck.none:
        return FaultKind.none;
      case ValueCheck.boolean:
        return kind === NodeKind.true || kind === NodeKind.false ? FaultKind.none : FaultKind.type;
      case ValueCheck.integer:
        return this.#integer(rule, node, kind);
      case ValueCheck.decimal:
        return this.#decimal(rule, node, kind);
      case ValueCheck.double:
        return this.#double(rule, node, kind);
      case ValueCheck.geo:
        return this.#geo(rule, node, kind);
      case ValueCheck.structure:
        return kind === NodeKind.object ? FaultKind.none : FaultKind.type;
      default:
        return kind === NodeKind.string ? this.#text(rule, node) : FaultKind.type;
    }
  }

  #text(rule: FieldRule, node: number): FaultKind {
    switch (rule.check) {
      case ValueCheck.parcelId:
      case ValueCheck.string:
        return this.#string(rule, node);
      case ValueCheck.lookup:
      case ValueCheck.flags:
        return this.#listed(rule, node);
      case ValueCheck.binary:
        return this.#binary(rule, node);
      default:
        return this.#hasForm(rule, node) ? FaultKind.none : FaultKind.format;
    }
  }

  #string({ check, maxLength }: FieldRule, node: number): FaultKind {
    if ((this.#tape.sizes[node] as number) > maxLength) return FaultKind.maxLength;
    return check === ValueCheck.parcelId ? FaultKind.parcelId : FaultKind.none;
  }

  #listed(rule: FieldRule, node: number): FaultKind {
    if (!this.#isAdvertised(rule, node)) return FaultKind.enum;
    return (this.#tape.sizes[node] as number) > rule.maxLength ? FaultKind.maxLength : FaultKind.none;
  }

  #isAdvertised({ lookup, check }: FieldRule, node: number): boolean {
    if (lookup === undefined) return false;
    const tape = this.#tape;
    const isEscaped = tape.hasFlag(node, NodeFlag.escaped);
    const bytes = isEscaped ? this.#decoded(node) : tape.bytes;
    const start = isEscaped ? 0 : (tape.starts[node] as number);
    const end = isEscaped ? bytes.length : (tape.ends[node] as number);
    const isOne = lookup.has(bytes, start, end, tape.hashesA[node] as number, tape.hashesB[node] as number);
    return isOne || (check === ValueCheck.flags && lookup.hasEach(bytes, start, end));
  }

  #binary(rule: FieldRule, node: number): FaultKind {
    const tape = this.#tape;
    const isEscaped = tape.hasFlag(node, NodeFlag.escaped);
    const bytes = isEscaped ? this.#decoded(node) : tape.bytes;
    const start = isEscaped ? 0 : (tape.starts[node] as number);
    const end = isEscaped ? bytes.length : (tape.ends[node] as number);
    const octets = binaryLength(bytes, start, end);
    if (octets < 0) return FaultKind.format;
    return octets <= rule.maxLength ? FaultKind.none : FaultKind.maxLength;
  }

  #hasForm({ check }: FieldRule, node: number): boolean {
    const tape = this.#tape;
    if (!tape.hasFlag(node, NodeFlag.escaped)) {
      return hasForm(check, tape.bytes, tape.starts[node] as number, tape.ends[node] as number);
    }
    const decoded = this.#decoded(node);
    return hasForm(check, decoded, 0, decoded.length);
  }

  #integer(rule: FieldRule, node: number, kind: NodeKind): FaultKind {
    const tape = this.#tape;
    if (kind === NodeKind.string) return this.#int64Text(rule, node);
    if (kind !== NodeKind.number || tape.decimals(node) > 0) return FaultKind.type;
    return tape.wholeDigits(node) < rule.safeDigits && !this.#isNegativeByte(rule, node)
      ? FaultKind.none
      : this.#range(rule, textOf(tape, node));
  }

  /** The one integer type without negative values, however few digits they have. */
  #isNegativeByte({ primitive }: FieldRule, node: number): boolean {
    return primitive?.name === 'Edm.Byte' && this.#tape.bytes[this.#tape.starts[node] as number] === 0x2d;
  }

  #int64Text(rule: FieldRule, node: number): FaultKind {
    if (!this.#isIeee754Compatible || rule.primitive?.name !== 'Edm.Int64') return FaultKind.type;
    const text = textOf(this.#tape, node);
    return isInt64Text(text) ? this.#range(rule, text) : FaultKind.format;
  }

  #range({ primitive }: FieldRule, text: string): FaultKind {
    const range = primitive === undefined ? undefined : INTEGER_RANGES[primitive.name];
    return range === undefined || isInRange(text, range) ? FaultKind.none : FaultKind.range;
  }

  #decimal(rule: FieldRule, node: number, kind: NodeKind): FaultKind {
    const { primitive } = rule;
    const tape = this.#tape;
    if (this.#isIeee754Compatible) return this.#decimalText(rule, node, kind);
    if (kind !== NodeKind.number) return FaultKind.type;
    if (tape.hasFlag(node, NodeFlag.beyondDouble)) return FaultKind.range;
    if (primitive === undefined) return FaultKind.none;
    const whole = tape.wholeDigits(node);
    const fault = precisionFault(primitive, { whole, decimals: tape.decimals(node), leadingZeros: 0 });
    // Zeros after the point of a number below 1 are not significant: rare enough to look at the text.
    const isSmall = fault !== FaultKind.none && whole === 0;
    return isSmall ? precisionFault(primitive, countDigits(textOf(tape, node))) : fault;
  }

  #decimalText({ primitive }: FieldRule, node: number, kind: NodeKind): FaultKind {
    if (kind !== NodeKind.string) return FaultKind.type;
    const text = textOf(this.#tape, node);
    if (!isDecimalText(text)) return FaultKind.format;
    if (isBeyondDouble(text)) return FaultKind.range;
    return primitive === undefined ? FaultKind.none : precisionFault(primitive, countDigits(text));
  }

  /** OData JSON 4.01, section 7.1: what is no number in JSON is a text. */
  #double({ primitive }: FieldRule, node: number, kind: NodeKind): FaultKind {
    const tape = this.#tape;
    if (kind === NodeKind.string) {
      return ['INF', '-INF', 'NaN'].includes(textOf(tape, node)) ? FaultKind.none : FaultKind.type;
    }
    if (kind !== NodeKind.number) return FaultKind.type;
    if (tape.hasFlag(node, NodeFlag.beyondDouble)) return FaultKind.range;
    const isSingle = primitive?.name === 'Edm.Single';
    return isSingle && isBeyondSingle(textOf(tape, node)) ? FaultKind.range : FaultKind.none;
  }

  #geo({ primitive }: FieldRule, node: number, kind: NodeKind): FaultKind {
    if (kind !== NodeKind.object) return FaultKind.type;
    if (primitive === undefined) return FaultKind.none;
    return isGeoJson(this.#tape, node, geoJsonKindOf(primitive.name)) ? FaultKind.none : FaultKind.format;
  }

  #decoded(node: number): Uint8Array {
    return Buffer.from(textOf(this.#tape, node), 'utf8');
  }
}
