import { DD_RULES } from './catalogue/dd-rules.js';
import { EDMX_RULES } from './catalogue/edmx-rules.js';
import { LOOKUP_RULES } from './catalogue/lookup-rules.js';
import { PAYLOAD_RULES } from './catalogue/payload-rules.js';
import { RCF_RULES } from './catalogue/rcf-rules.js';
import type { Rule } from './catalogue/rule.js';
import { SAMPLING_RULES } from './catalogue/sampling-rules.js';
import { VARIATIONS_RULES } from './catalogue/variations-rules.js';

/** The rule catalogue: every rule that this version of the tool can judge, by id. */
export const RULES = {
  ...EDMX_RULES,
  ...DD_RULES,
  ...LOOKUP_RULES,
  ...VARIATIONS_RULES,
  ...SAMPLING_RULES,
  ...PAYLOAD_RULES,
  ...RCF_RULES,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** All rule ids, in the order of the catalogue. */
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** The version of the rule set: it rises whenever a rule, its severity or its meaning changes. */
export const RULE_SET_VERSION = '3';

/** True for the id of a rule that the catalogue holds. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

/** The catalogue's entry for a rule. */
export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}
