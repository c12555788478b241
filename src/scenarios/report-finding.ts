import { createFinding, type FindingDetails } from '../core/create-finding.js';
import type { Finding } from '../core/finding.js';
import type { RuleId } from '../core/rules.js';
import type { Position } from '../metadata/model.js';
import type { CheckContext } from './assessment.js';

/** A finding about something that the metadata declares at `position`, with the dictionary's link for its element. */
export function findingAt(
  context: CheckContext,
  rule: RuleId,
  position: Position | undefined,
  details: Omit<FindingDetails, 'location'>,
): Finding | undefined {
  const { assessment } = context;
  const url = assessment.dictionary.element(context.resource, context.name)?.url;
  return createFinding(assessment.policy, rule, {
    ...(url === undefined ? {} : { specification: url }),
    ...details,
    ...(position === undefined
      ? {}
      : { location: { file: assessment.file, line: position.line, column: position.column } }),
  });
}
