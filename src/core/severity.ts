import type { Severity } from './finding.js';
import { type RuleId, ruleOf } from './rules.js';

/** `certification`: the verdict of RESO's published tools. `specification`: every MUST of the ratified text. */
export const PROFILES = ['certification', 'specification'] as const;
export type Profile = (typeof PROFILES)[number];

/** What decides how severe a finding is. */
export interface SeverityPolicy {
  readonly profile: Profile;
  /** The Data Dictionary version, such as `2.0`. */
  readonly version: string;
  /** False under `--no-strict`: open suggestions of near names warn instead of failing. */
  readonly strict: boolean;
}

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
