import parseTagExpression from '@cucumber/tag-expressions';
import { ConfigurationError } from '../core/errors.js';
import type { OutOfScope } from '../core/ledger.js';
import { didYouMean } from '../core/nearest-name.js';
import type { DictionaryResource } from '../dictionary/dictionary.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { featureFileName, tagsOfElement, tagsOfResource } from '../dictionary/gherkin.js';
import { checksOfElement, checksOfResource, type PlannedCheck } from './planned-checks.js';

/** The scenarios that the options pick. */
export interface Selection {
  /** File names of the features that hold at least one picked scenario. */
  readonly features: readonly string[];
  readonly scenarios: number;
  /** Every check that those scenarios make. */
  readonly planned: readonly PlannedCheck[];
  readonly outOfScope: readonly OutOfScope[];
  /** The tag expression; empty for all. */
  readonly tags: string;
  /** True when the scenarios of the Lookup Resource are among those picked. */
  readonly includesLookups: boolean;
  /** True when no option narrows the choice. */
  readonly isWhole: boolean;
}

interface Planned {
  /** Made only when asked for: without `--tags` nobody does. */
  readonly tags: () => readonly string[];
  readonly checks: readonly PlannedCheck[];
}

/**
 * Picks scenarios by resource (none given: all) and by tag expression (empty: all).
 *
 * @throws ConfigurationError for a resource that the dictionary lacks, an expression that does not parse, and options
 * that pick nothing: each names what is nearest
 */
export function selectScenarios(
  dictionary: DictionaryIndex,
  resources: readonly string[],
  tags: string,
): Selection {
  for (const name of resources) requireResource(dictionary, name);
  const matches = tagFilter(tags);
  const all = dictionary.dictionary.resources;
  const chosen = resources.length === 0 ? all : all.filter(({ name }) => resources.includes(name));
  const picked = chosen.map((resource) => ({
    resource,
    scenarios: scenariosOf(resource, dictionary).filter(matches),
  }));
  const scenarios = picked.flatMap((entry) => entry.scenarios);
  const includesLookups =
    (resources.length === 0 || resources.includes('Lookup')) && matches(lookupScenario(dictionary));
  if (scenarios.length === 0 && !includesLookups) throw nothingPicked(dictionary, chosen, tags);
  return {
    features: picked
      .filter((entry) => entry.scenarios.length > 0)
      .map(({ resource }) => featureFileName(resource.name)),
    scenarios: scenarios.length,
    planned: scenarios.flatMap(({ checks }) => checks),
    outOfScope: leftOut(resources, tags),
    tags,
    includesLookups,
    isWhole: resources.length === 0 && tags.trim() === '',
  };
}

function scenariosOf(resource: DictionaryResource, dictionary: DictionaryIndex): readonly Planned[] {
  const { version } = dictionary.dictionary;
  return [
    { tags: () => tagsOfResource(resource, version), checks: checksOfResource(resource.name) },
    ...resource.elements.map((element) => ({
      tags: () => tagsOfElement(resource, element, version),
      checks: checksOfElement(resource.name, element, dictionary),
    })),
  ];
}

/** The tags of the scenarios in features/lookup-resource.feature. */
function lookupScenario({ dictionary }: DictionaryIndex): Planned {
  return { tags: () => [`dd-${dictionary.version}`, 'rcp-032', 'lookup-resource'], checks: [] };
}

function requireResource(dictionary: DictionaryIndex, name: string): void {
  if (dictionary.resource(name) !== undefined) return;
  const names = dictionary.resourceNames;
  throw new ConfigurationError(
    `Data Dictionary ${dictionary.dictionary.version} has no resource "${name}".`,
    { where: '--resource', advice: didYouMean(name, names) ?? `Its resources are ${names.join(', ')}.` },
  );
}

function tagFilter(expression: string): (scenario: Planned) => boolean {
  if (expression.trim() === '') return () => true;
  try {
    const node = parseTagExpression(expression);
    return ({ tags }) => node.evaluate(tags().map((tag) => `@${tag}`));
  } catch (cause) {
    throw new ConfigurationError(`"${expression}" is no tag expression.`, {
      where: '--tags',
      advice: 'Write it with and, or, not and brackets, such as "@Property and not @IDX".',
      cause,
    });
  }
}

function nothingPicked(
  dictionary: DictionaryIndex,
  resources: readonly DictionaryResource[],
  tags: string,
): ConfigurationError {
  const known = new Set(
    resources.flatMap((resource) => scenariosOf(resource, dictionary)).flatMap(({ tags }) => tags()),
  );
  const unknown = (tags.match(/@[^\s()]+/g) ?? []).filter((tag) => !known.has(tag.slice(1)));
  const hints = unknown.map((tag) => `There is no ${tag}. ${didYouMean(tag.slice(1), known) ?? ''}`.trim());
  return new ConfigurationError(`"${tags}" matches no scenario.`, {
    where: '--tags',
    advice:
      hints.length > 0
        ? hints.join(' ')
        : 'Each of its tags exists, but no scenario bears them in this combination.',
  });
}

function leftOut(resources: readonly string[], tags: string): readonly OutOfScope[] {
  const byResource = {
    what: `scenarios of resources other than ${resources.join(', ')}`,
    reason: 'not chosen by --resource',
  };
  const byTags = { what: `scenarios that "${tags}" does not match`, reason: 'not chosen by --tags' };
  return [...(resources.length > 0 ? [byResource] : []), ...(tags.trim() === '' ? [] : [byTags])];
}
