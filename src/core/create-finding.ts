import type { Finding } from './finding.js';
import { type RuleId, ruleOf } from './rules.js';
import type { Severity, SeverityPolicy } from './severity.js';
import { severityOf } from './severity-of.js';

/** What a rule says about one thing; the severity and the link into the standard are filled in by `createFinding`. */
export interface FindingDetails extends Omit<Finding, 'rule' | 'severity'> {
  /** True when the ratified text would not call it an error: see `severityOf`. */
  readonly advisory?: boolean;
  /** A lesser severity where the rule's own text names one for this case. A rule that is off stays off. */
  readonly severity?: Severity;
}

/**
 * A finding of a rule under a policy: severity as the profile says, `specification` the rule's url unless one is
 * given. Nothing when the profile turns the rule off.
 */
export function createFinding(
  policy: SeverityPolicy,
  rule: RuleId,
  { advisory, severity, ...details }: FindingDetails,
): Finding | undefined {
  const stated = severityOf(rule, policy, advisory);
  if (stated === 'off') return undefined;
  const specification = details.specification ?? ruleOf(rule).url;
  return { rule, severity: severity ?? stated, ...details, specification };
}
