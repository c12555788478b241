import type { Finding, Suggestion } from '../../core/finding.js';
import { evaluated, type Outcome } from '../../core/outcome.js';
import type { NavigationProperty, Property } from '../../metadata/model.js';
import type { Resource } from '../../metadata/resources.js';
import { type Candidate, candidates, nearNames } from '../../variations/near-names.js';
import type { CheckContext } from '../assessment.js';
import { memberOf, ofResource } from '../declared-member.js';
import { findingAt } from '../report-finding.js';
import { describeSuggestions, isAdvisory } from '../suggestions.js';

/**
 * `dd/similar-name`: no local field, expansion or complex type of a standard resource is near a standard one that is
 * absent. Fields are compared with fields (a property of a complex type is one), expansions with expansions.
 */
export function similarName(context: CheckContext): Outcome {
  return ofResource(context, (resource) =>
    evaluated(
      ...findNear(context, resource, 'field', [...resource.properties.values()]),
      ...findNear(context, resource, 'expansion', [...resource.navigationProperties.values()]),
    ),
  );
}

function findNear(
  context: CheckContext,
  resource: Resource,
  kind: 'field' | 'expansion',
  declared: readonly (Property | NavigationProperty)[],
): readonly (Finding | undefined)[] {
  const { dictionary } = context.assessment;
  const synonyms = dictionary.synonyms(context.resource);
  const local = declared.filter(
    ({ name }) => dictionary.element(context.resource, name) === undefined && !synonyms.has(name),
  );
  if (local.length === 0) return [];
  const names = (dictionary.resource(context.resource)?.elements ?? [])
    .filter((element) => element.kind === kind && memberOf(resource, element.name) === undefined)
    .map(({ name }) => name);
  const absent = candidates(names);
  return local.map((member) => nearFinding(context, kind, member, absent));
}

function nearFinding(
  context: CheckContext,
  kind: 'field' | 'expansion',
  member: Property | NavigationProperty,
  absent: readonly Candidate[],
): Finding | undefined {
  const near = nearNames(member.name, absent);
  if (near.length === 0) return undefined;
  const suggestions = near.map(({ standardName, ...match }): Suggestion => {
    const url = context.assessment.dictionary.element(context.resource, standardName)?.url;
    return { suggestedFieldName: standardName, ...match, ...(url === undefined ? {} : { ddWikiUrl: url }) };
  });
  const names = near.map(({ standardName }) => standardName);
  return findingAt(context, 'dd/similar-name', member, {
    subject: { resource: context.resource, [kind]: member.name },
    message: `The local ${kind} "${member.name}" in ${context.resource} is nearly ${describeSuggestions(names, kind, suggestions)}`,
    expected: names.join(' or '),
    found: member.name,
    suggestions,
    advisory: isAdvisory(suggestions),
  });
}
