import type { Suggestion } from '../core/finding.js';
import { candidates, nearNames } from '../variations/near-names.js';
import type { Assessment } from './assessment.js';
import { type LocalResource, localResources } from './local-resources.js';

/** A local resource that is nearly called like standard ones that the server does not declare. */
export interface StandIn {
  readonly local: LocalResource;
  /** Best first; never empty. */
  readonly suggestions: readonly Suggestion[];
}

// Each scenario of a resource or expansion asks, and the answer is the same for the whole assessment.
const known = new WeakMap<Assessment, readonly StandIn[]>();

/** All local resources that stand in for standard ones under near names, plural endings folded. */
export function standIns(assessment: Assessment): readonly StandIn[] {
  const found = known.get(assessment) ?? findStandIns(assessment);
  known.set(assessment, found);
  return found;
}

/** Those that stand in for one standard resource: `Properties` for `Property`. */
export function standInsFor(assessment: Assessment, standardName: string): readonly StandIn[] {
  return standIns(assessment).filter(({ suggestions }) =>
    suggestions.some(({ suggestedResourceName }) => suggestedResourceName === standardName),
  );
}

function findStandIns(assessment: Assessment): readonly StandIn[] {
  const standard = candidates(assessment.dictionary.resourceNames);
  return localResources(assessment).flatMap((local) => {
    const absent = standard.filter(({ name }) => isAbsent(assessment, name, local));
    const near = nearNames(local.name, absent, { plurals: true });
    const suggestions = near.map(({ standardName, ...match }) => ({
      suggestedResourceName: standardName,
      ...match,
    }));
    return suggestions.length === 0 ? [] : [{ local, suggestions }];
  });
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
