import { type RuleId, ruleOf } from './rules.js';
import type { Severity, SeverityPolicy } from './severity.js';

/**
 * The severity of a rule's findings, or `off`. `advisory` says that the ratified text would not call this near name
 * an error (every suggestion of it is advisory).
 */
export function severityOf(rule: RuleId, policy: SeverityPolicy, advisory = false): Severity | 'off' {
  const { severity, nearName, beforeVersion2 } = ruleOf(rule);
  const ofVersion = policy.version.startsWith('1.') ? beforeVersion2?.[policy.profile] : undefined;
  const stated = ofVersion ?? severity[policy.profile];
  if (stated !== 'error' || nearName !== true) return stated;
  const relaxed = !policy.strict || policy.version.startsWith('1.');
  return relaxed || (advisory && policy.profile === 'specification') ? 'warning' : 'error';
}
