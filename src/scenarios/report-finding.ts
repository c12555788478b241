import { createFinding, type FindingDetails } from '../core/create-finding.js';
import type { Finding } from '../core/finding.js';
import { locate } from '../core/locate.js';
import type { RuleId } from '../core/rules.js';
import type { CheckContext, NameAssessment } from './assessment.js';

/** Where something stands, as far as that is known. */
interface Place {
  readonly line?: number;
  readonly column?: number;
}

/** A finding about something that the metadata declares at a place, with the dictionary's link for its element. */
export function findingAt(
  context: CheckContext<NameAssessment>,
  rule: RuleId,
  place: Place,
  details: Omit<FindingDetails, 'location'>,
): Finding | undefined {
  const { assessment } = context;
  const url = assessment.dictionary.element(context.resource, context.name)?.url;
  const location = locate(assessment.file, place);
  return createFinding(assessment.policy, rule, {
    ...(url === undefined ? {} : { specification: url }),
    ...details,
    ...(location === undefined ? {} : { location }),
  });
}
