import { Shape } from '../../json/shape.js';
import type { FieldDefinition, PrimitiveType } from '../definitions.js';
import type { LookupSet } from './lookup-set.js';
import type { ValueCheck } from './value-check.js';

const NO_SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map();

/** Where an object's fields come from. */
export type StructureKind = 'resource' | 'complexType';

/** A field as its values are judged. Objects of one make, since the walk over a payload reads them millions of times. */
export interface FieldRule {
  /** Its place among the fields of its structure. */
  readonly slot: number;
  readonly field: FieldDefinition;
  readonly check: ValueCheck;
  readonly isCollection: boolean;
  /** Whether the value may be null; of a collection, whether its items may. */
  readonly isNullable: boolean;
  /** Whether the value as a whole may be null: a collection may not, unless null counts as absent. */
  readonly mayBeNull: boolean;
  readonly isRequired: boolean;
  /** True when values that are not advertised only warn. */
  readonly isExempt: boolean;
  readonly isExpansion: boolean;
  /** True when a collection may be one text. */
  readonly isTextAllowed: boolean;
  /** Code points of a string, octets of a binary; at most this. */
  readonly maxLength: number;
  /** Fewer whole digits than this need no look at the text of an integer. */
  readonly safeDigits: number;
  readonly primitive: PrimitiveType | undefined;
  readonly lookup: LookupSet | undefined;
  /** What is known of the object that it holds. */
  readonly target: Structure | undefined;
}

/**
 * What is known of a kind of object: the rules of its fields, compiled once. Rules are filled in after all structures are
 * made, since they lead to each other in circles.
 */
export class Structure {
  /** How the tokenizer is told of its names. */
  readonly shape: Shape;
  /** By slot of {@link shape}. */
  rules: readonly FieldRule[] = [];
  /** How many fields a whole record has at least. */
  requiredCount = 0;
  #rulesByShape = new WeakMap<Shape, readonly (FieldRule | undefined)[]>();
  #byName: ReadonlyMap<string, FieldRule> = new Map();

  constructor(
    readonly kind: StructureKind,
    readonly name: string,
    /** The names of the key properties; empty for a complex type. */
    readonly keyFields: readonly string[],
    fields: readonly string[],
    /** True when other fields are fine too. */
    readonly isOpen = false,
    /** Names that no field may have, each with the fields that it stands for. */
    readonly synonyms: ReadonlyMap<string, readonly string[]> = NO_SYNONYMS,
  ) {
    this.shape = new Shape(`${kind}:${name}`, fields);
  }

  fill(rules: readonly FieldRule[]): void {
    this.rules = rules;
    this.requiredCount = rules.filter(({ isRequired }) => isRequired).length;
    this.#byName = new Map(rules.map((rule) => [rule.field.name, rule]));
    for (const { slot, target } of rules) if (target !== undefined) this.shape.nest(slot, target.shape);
  }

  rule(name: string): FieldRule | undefined {
    return this.#byName.get(name);
  }

  /** The rules by slot of the shape that a text was tokenized with; it need not be our own. */
  rulesFor(shape: Shape): readonly (FieldRule | undefined)[] {
    if (shape === this.shape) return this.rules;
    const known = this.#rulesByShape.get(shape) ?? shape.fields.map((name) => this.rule(name));
    this.#rulesByShape.set(shape, known);
    return known;
  }
}
