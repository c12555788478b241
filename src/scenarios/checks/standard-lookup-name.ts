import { evaluated, notApplicable, type Outcome } from '../../core/outcome.js';
import { lookupNameOf } from '../../metadata/lookup-name.js';
import type { CheckContext } from '../assessment.js';
import { ofMember } from '../declared-member.js';
import { findingAt } from '../report-finding.js';

/** `dd/standard-lookup-name`: the annotation names the dictionary's own lookup for a standard field. */
export function standardLookupName(context: CheckContext): Outcome {
  return ofMember(context, (member) => {
    const found = member.kind === 'property' ? lookupNameOf(member.property) : undefined;
    const element = context.assessment.dictionary.element(context.resource, context.name);
    const expected = element?.kind === 'field' ? element.lookup : undefined;
    if (found === undefined || expected === undefined) {
      return notApplicable(`${context.resource}.${context.name} carries no LookupName annotation`);
    }
    if (found === expected) return evaluated();
    return evaluated(
      findingAt(context, 'dd/standard-lookup-name', member.property, {
        subject: { resource: context.resource, field: context.name },
        message: `${context.resource}.${context.name} is annotated with the LookupName "${found}", but the dictionary's name for its lookup is "${expected}". Use the standard name, also in the rows of the Lookup Resource.`,
        expected,
        found,
      }),
    );
  });
}
