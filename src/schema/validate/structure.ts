import { Shape } from '../../json/shape.js';
import type { FieldRule } from './field-rule.js';

const NO_SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map();

/** Where an object's fields come from. */
export type StructureKind = 'resource' | 'complexType';

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
