import type { Finding } from '../../core/finding.js';
import { evaluated, type Outcome } from '../../core/outcome.js';
import type { DeclaredResource } from '../../variations/declared.js';
import type { CheckContext, NameAssessment } from '../assessment.js';
import { memberOf, ofResource } from '../declared-member.js';
import { findingAt } from '../report-finding.js';

/**
 * `dd/synonym`: nothing in the resource bears a listed synonym of the standard element, unless that name is itself
 * standard there. Judged also when the standard element is absent.
 */
export function synonym(context: CheckContext<NameAssessment>): Outcome {
  return ofResource(context, (resource) => {
    const names = new Set(context.expectation.synonyms ?? []);
    return evaluated([...names].map((name) => findSynonym(context, resource, name)));
  });
}

function findSynonym(
  context: CheckContext<NameAssessment>,
  resource: DeclaredResource,
  name: string,
): Finding | undefined {
  const { dictionary } = context.assessment;
  const member = memberOf(resource, name);
  if (member === undefined || dictionary.element(context.resource, name) !== undefined) return undefined;
  const listed =
    dictionary
      .synonyms(context.resource)
      .get(name)
      ?.map((element) => element.name) ?? [];
  const standardNames = listed.length > 0 ? listed : [context.name];
  const expected = standardNames.join(' or ');
  const part = member.kind === 'property' ? 'field' : 'expansion';
  return findingAt(context, 'dd/synonym', member.property, {
    subject: { resource: context.resource, [part]: name },
    message: `"${name}" in ${context.resource} is a listed synonym of ${expected}, and synonyms must not be used. Rename it to ${expected}.`,
    expected,
    found: name,
    related: standardNames.map((field) => ({ resource: context.resource, field })),
  });
}
