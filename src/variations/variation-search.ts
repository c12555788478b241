import type { Suggestion } from '../core/finding.js';
import { notEvaluated, type Unjudged } from '../core/outcome.js';
import type { DictionaryElement } from '../dictionary/dictionary.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { type Decision, Decisions } from './decisions.js';
import type { Declared, DeclaredValues, OfferedResource } from './declared.js';
import type { LocalElement } from './local-element.js';
import { nearMembers } from './near-members.js';
import { DEFAULT_FUZZINESS } from './near-name-index.js';
import { type NearResource, nearResources } from './near-resources.js';
import { type NearValues, nearValues } from './near-values.js';
import { NO_VALUES } from './no-values.js';
import type { StandardValue } from './standard-value.js';
import { SuggestionBudget } from './suggestion-budget.js';
import type { Variation } from './variation.js';

/** What is searched for near names, and how. */
export interface SearchInput {
  readonly declared: Declared;
  readonly dictionary: DictionaryIndex;
  /** None unless people decided something. */
  readonly decisions?: Decisions;
  /** The part of a name's length that may differ, 0 to 1; a quarter unless given. */
  readonly fuzziness?: number;
  /** How many suggestions there may be; see `SuggestionBudget`. */
  readonly budget?: SuggestionBudget;
}

/** The variations of a place in the order in which the server declares them, or why none can be judged. */
export type FoundVariations = readonly Variation[] | Unjudged;

/**
 * The one search for near names: scenarios, the variations step and the command ask it place by place. Each place is
 * looked at once, when it is first asked for.
 */
export class VariationSearch {
  readonly declared: Declared;
  readonly dictionary: DictionaryIndex;
  readonly decisions: Decisions;
  readonly fuzziness: number;
  readonly #budget: SuggestionBudget;
  readonly #places = new Map<string, FoundVariations>();
  readonly #values = new Map<DeclaredValues, Map<readonly StandardValue[], NearValues>>();
  #nearResources: readonly NearResource[] | undefined;

  constructor({ declared, dictionary, decisions, fuzziness, budget }: SearchInput) {
    this.declared = declared;
    this.dictionary = dictionary;
    this.decisions = decisions ?? new Decisions();
    this.fuzziness = fuzziness ?? DEFAULT_FUZZINESS;
    this.#budget = budget ?? new SuggestionBudget();
  }

  /** Local resources that are nearly called like a standard one that the server does not declare. */
  resourcesFor(standardName: string): FoundVariations {
    const found = this.resources();
    if ('kind' in found) return found;
    return found.filter(({ suggestions }) =>
      suggestions.some(({ suggestedResourceName }) => suggestedResourceName === standardName),
    );
  }

  /** Local resources that are nearly called like absent standard ones. */
  resources(): FoundVariations {
    return this.#place('', () =>
      this.#open(this.#near(), ({ local, suggestions }) => ({
        element: { kind: 'resource', resource: local.name, declared: local },
        near: suggestions,
      })),
    );
  }

  /** True when the name of a local resource is near to that of an absent standard one, also where somebody settled it. */
  get hasNearResource(): boolean {
    return this.#near().some(({ suggestions }) => suggestions.length > 0);
  }

  /**
   * The local resources that may well be a standard one under another name: those that the ratified text calls near,
   * and those that people suggest it for. Also where somebody settled it.
   */
  standInsFor(standardName: string): readonly OfferedResource[] {
    return this.#near()
      .filter(({ local, suggestions }) => {
        const decided = this.decisions.of({ kind: 'resource', resource: local.name, declared: local });
        return [...suggestions, ...(decided?.suggestions ?? [])].some(
          ({ suggestedResourceName, advisory }) =>
            suggestedResourceName === standardName && advisory !== true,
        );
      })
      .map(({ local }) => local);
  }

  /** Local fields, or local expansions, of a standard resource. */
  members(name: string, kind: DictionaryElement['kind']): FoundVariations {
    const resource = this.declared.resources.get(name);
    if (resource === undefined) return NO_VALUES.noResource(name);
    return this.#place(`${kind} ${name}`, () => {
      const { dictionary, fuzziness } = this;
      const found = nearMembers(resource, kind, dictionary, { fuzziness }, this.#budget);
      return this.#open(found, ({ local, suggestions }) => ({
        element: { kind, resource: name, field: local.name, declared: local },
        near: suggestions,
      }));
    });
  }

  /** Local values of a standard field, against its standard values or others. */
  values(resource: string, field: string, standard: readonly StandardValue[]): FoundVariations {
    const values = this.declared.valuesOf(resource, field);
    if (values.kind !== 'values') return values;
    // A row that did not come may be the very value that a local one is near to.
    if (values.incomplete !== undefined) return notEvaluated(values.incomplete);
    const { local, near } = this.#nearValues(values, standard);
    // What is near to nothing is of interest only where people may have decided something about it.
    const asked = this.decisions.isEmpty ? near.keys() : local;
    const found = this.#open(asked, (declared) => ({
      element: { kind: 'lookup', resource, field, declared, values },
      near: near.get(declared) ?? [],
    }));
    return this.#budget.isSpent ? this.#budget.outcome : found;
  }

  /** What was found in a place when it was first asked for. */
  #place(key: string, find: () => readonly Variation[]): FoundVariations {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const variations = find();
    const found = this.#budget.isSpent ? this.#budget.outcome : variations;
    this.#places.set(key, found);
    return found;
  }

  #near(): readonly NearResource[] {
    const { declared, dictionary, fuzziness } = this;
    this.#nearResources ??= nearResources(declared, dictionary, { fuzziness }, this.#budget);
    return this.#nearResources;
  }

  /** Fields that share a lookup on both sides share the answer. */
  #nearValues(values: DeclaredValues, standard: readonly StandardValue[]): NearValues {
    const known = this.#values.get(values) ?? new Map<readonly StandardValue[], NearValues>();
    const { fuzziness } = this;
    const found = known.get(standard) ?? nearValues(values, standard, { fuzziness }, this.#budget);
    this.#values.set(values, known.set(standard, found));
    return found;
  }

  /** The variations among what was compared: what has suggestions and is not settled. */
  #open<T>(
    compared: Iterable<T>,
    toElement: (item: T) => { readonly element: LocalElement; readonly near: readonly Suggestion[] },
  ): readonly Variation[] {
    const open: Variation[] = [];
    for (const item of compared) {
      const { element, near } = toElement(item);
      const variation = withDecision(element, near, this.decisions.of(element));
      if (variation !== undefined) open.push(variation);
    }
    return open;
  }
}

/** What people suggest takes the place of what was found; what they ignore is no variation. */
function withDecision(
  element: LocalElement,
  near: readonly Suggestion[],
  decision: Decision | undefined,
): Variation | undefined {
  if (decision === undefined) return near.length === 0 ? undefined : { element, suggestions: near };
  const { ignored, suggestions, suggestedAt, expired } = decision;
  if (ignored !== undefined) return undefined;
  const told = expired === undefined ? {} : { expired };
  if (suggestions.length > 0) {
    return { element, suggestions, ...(suggestedAt === undefined ? {} : { suggestedAt }), ...told };
  }
  return near.length === 0 ? undefined : { element, suggestions: near, ...told };
}
