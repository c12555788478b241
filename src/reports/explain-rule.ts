import { RULES, type RuleId, ruleOf } from '../core/rules.js';
import { WHERE_NEAR_NAMES_WARN } from './near-name-severity.js';
import type { Paint } from './paint.js';

/** What `explain RULE` says: the catalogue's entry, as a person reads it. */
export function explainRule(id: RuleId, paint: Paint): string {
  const { checks, why, fix, clause, url, severity, beforeVersion2, nearName } = ruleOf(id);
  const earlier =
    beforeVersion2 === undefined
      ? ''
      : ` (Data Dictionary 1.7: ${beforeVersion2.certification}, ${beforeVersion2.specification})`;
  const relaxed = nearName === true ? ` A warning ${WHERE_NEAR_NAMES_WARN}.` : '';
  return [
    paint.bold(id),
    `${paint.dim('Checks')}     ${checks}`,
    `${paint.dim('Why')}        ${why}`,
    `${paint.dim('To mend')}    ${fix}`,
    `${paint.dim('Severity')}   certification: ${severity.certification}, specification: ${severity.specification}${earlier}.${relaxed}`,
    `${paint.dim('Standard')}   ${clause}`,
    `           ${url}`,
    '',
  ].join('\n');
}

/** What `explain` says without a rule: the whole catalogue, a line each. */
export function listRules(paint: Paint): string {
  const ids = Object.keys(RULES) as RuleId[];
  const width = Math.max(...ids.map((id) => id.length));
  return `${ids.map((id) => `${paint.bold(id.padEnd(width))}  ${ruleOf(id).checks}`).join('\n')}\n`;
}
