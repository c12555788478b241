import type { DictionaryField } from '../../dictionary/dictionary.js';
import type { Notation } from '../notation.js';
import { Draws, mix } from '../random.js';
import type { ServedResource } from '../served-resources.js';
import type { EntitySet } from './entity-set.js';
import type { FactFields } from './fact-fields.js';
import { chanceMaker, emptyValue, factNotation, fieldSeed, fillShare } from './field-maker.js';
import { indexOfKey } from './keys.js';
import type { Entity, Value } from './value.js';
import type { World } from './world.js';

/** How the records of a resource come about. */
export interface Recipe<F> {
  readonly count: number;
  readonly factsOf: (index: number) => F;
  readonly fields: FactFields<F>;
  /** Fields that have no value unless `fields` gives it. */
  readonly isLeftEmpty?: (field: string) => boolean;
  /** By the name of the expansion: the indices of the records that it leads to. */
  readonly related: ReadonlyMap<string, (facts: F, index: number) => readonly number[]>;
}

type MakeValue<F> = (index: number, facts: F) => Value;
type Makers<F> = readonly (readonly [string, MakeValue<F>])[];

/** Records made from a recipe; what the recipe does not say is left to chance, within what the metadata declares. */
export class GeneratedSet<F> implements EntitySet {
  readonly resource: ServedResource;
  readonly #recipe: Recipe<F>;
  readonly #makers: Makers<F>;
  /** What was chosen last: all records of a query want the same set of fields. */
  #chosen: { readonly fields: ReadonlySet<string>; readonly makers: Makers<F> } | undefined;

  constructor(resource: ServedResource, recipe: Recipe<F>, world: World, notation: Notation) {
    this.resource = resource;
    this.#recipe = recipe;
    this.#makers = resource.fields.map((field) => [
      field.name,
      maker(field, resource.name, recipe, world, notation),
    ]);
  }

  get count(): number {
    return this.#recipe.count;
  }

  entity(index: number, fields?: ReadonlySet<string>): Entity {
    const facts = this.#recipe.factsOf(index);
    const entity: Record<string, Value> = {};
    for (const [name, make] of this.#makersOf(fields)) entity[name] = make(index, facts);
    return entity;
  }

  #makersOf(fields: ReadonlySet<string> | undefined): Makers<F> {
    if (fields === undefined) return this.#makers;
    if (this.#chosen?.fields !== fields) {
      this.#chosen = { fields, makers: this.#makers.filter(([name]) => fields.has(name)) };
    }
    return this.#chosen.makers;
  }

  indexOf(key: Value): number | undefined {
    const index = typeof key === 'string' ? indexOfKey(this.resource.name, key) : undefined;
    return index !== undefined && index < this.count ? index : undefined;
  }

  related(index: number, expansion: string): readonly number[] {
    const find = this.#recipe.related.get(expansion);
    return find === undefined ? [] : find(this.#recipe.factsOf(index), index);
  }
}

function maker<F>(
  field: DictionaryField,
  resource: string,
  { fields, isLeftEmpty }: Recipe<F>,
  world: World,
  notation: Notation,
): MakeValue<F> {
  const { name } = field;
  const known = fields.get(name);
  if (known !== undefined) {
    const write = factNotation(field, notation);
    return (_index, facts) => write(known(facts));
  }
  const share = isLeftEmpty?.(name) === true ? 0 : fillShare(resource, name);
  const empty = emptyValue(field, notation);
  if (share === 0) return () => empty;
  const make = chanceMaker(field, notation);
  const start = fieldSeed(world.seed, resource, name);
  return (index) => {
    const draws = new Draws(mix(start, index));
    return draws.chance(share) ? make(draws) : empty;
  };
}
