import type { Finding, Suggestion } from '../../core/finding.js';
import { evaluated, type Outcome } from '../../core/outcome.js';
import { nearNames } from '../../variations/near-names.js';
import type { Assessment, CheckContext } from '../assessment.js';
import { type LocalResource, localResources } from '../local-resources.js';
import { findingAt } from '../report-finding.js';
import { describeSuggestions, isAdvisory } from '../suggestions.js';

/** `dd/resource-synonym`: no resource stands in for a standard one under a near name, plural endings folded. */
export function resourceSynonym(context: CheckContext): Outcome {
  const { assessment, resource } = context;
  const standIns = localResources(assessment).filter((local) =>
    nearResources(assessment, local).some((suggestion) => suggestion.suggestedResourceName === resource),
  );
  return evaluated(...standIns.map((local) => standIn(context, local)));
}

/** The standard resources that a local one is near to and that the server does not declare, best first. */
export function nearResources(assessment: Assessment, local: LocalResource): readonly Suggestion[] {
  const absent = assessment.dictionary.resourceNames.filter((name) => isAbsent(assessment, name, local));
  return nearNames(local.name, absent, { plurals: true }).map(({ standardName, ...match }) => ({
    suggestedResourceName: standardName,
    ...match,
  }));
}

/**
 * A standard resource that only its entity type declares is absent to the entity set that serves that very type under
 * another name: the set `Properties` of the type `Property` stands in for the set `Property`.
 */
function isAbsent(assessment: Assessment, name: string, local: LocalResource): boolean {
  const declared = assessment.resources.get(name);
  if (declared === undefined) return true;
  return !declared.hasEntitySet && local.isEntitySet && declared.typeName === local.typeName;
}

function standIn(context: CheckContext, local: LocalResource): Finding | undefined {
  const suggestions = nearResources(context.assessment, local);
  const names = suggestions.flatMap(({ suggestedResourceName }) => suggestedResourceName ?? []);
  return findingAt(context, 'dd/resource-synonym', local.position, {
    subject: { resource: local.name },
    message: `The resource "${local.name}" is nearly ${describeSuggestions(names, 'resource', suggestions)}`,
    expected: names.join(' or '),
    found: local.name,
    suggestions,
    advisory: isAdvisory(suggestions),
  });
}
