import type { Outcome } from '../core/outcome.js';
import type { CheckContext } from './assessment.js';
import { closedEnumeration, closedLookupRows } from './checks/closed-enumeration.js';
import { expansion } from './checks/expansion.js';
import { fieldType } from './checks/field-type.js';
import { integerAttributes } from './checks/integer-attributes.js';
import { lookupNameAnnotation } from './checks/lookup-name-annotation.js';
import { resourceSynonym } from './checks/resource-synonym.js';
import { similarLookup } from './checks/similar-lookup.js';
import { similarName } from './checks/similar-name.js';
import { standardLookupName } from './checks/standard-lookup-name.js';
import { suggestedLength, suggestedPrecision, suggestedScale } from './checks/suggested-size.js';
import { synonym } from './checks/synonym.js';

/** A pure function from the context of a standard element to what was found there. */
export type Check = (context: CheckContext) => Outcome;

/** The checks that the sentences of the scenarios call, by the id of their rule. Usable without Cucumber. */
export const CHECKS = {
  'dd/field-type': fieldType,
  'dd/synonym': synonym,
  'dd/resource-synonym': resourceSynonym,
  'dd/closed-enumeration': closedEnumeration,
  'dd/expansion': expansion,
  'dd/similar-lookup': similarLookup,
  'dd/similar-name': similarName,
  'dd/suggested-length': suggestedLength,
  'dd/suggested-precision': suggestedPrecision,
  'dd/suggested-scale': suggestedScale,
  'dd/integer-attributes': integerAttributes,
  'dd/lookup-name-annotation': lookupNameAnnotation,
  'dd/standard-lookup-name': standardLookupName,
  'lookup/closed-enumeration': closedLookupRows,
} as const satisfies Record<string, Check>;

export type ScenarioRule = keyof typeof CHECKS;

/** Checks by rule: {@link CHECKS}, or a changed set of them in a test. */
export type CheckSet = Readonly<Record<ScenarioRule, Check>>;
