import type { RuleId } from '../../core/rules.js';
import { entityContainers } from './entity-container.js';
import { enumMembers } from './enum-members.js';
import { facets } from './facets.js';
import type { DocumentRule } from './fault.js';
import { flagsSize } from './flags-size.js';
import { keyProperties } from './key-property.js';
import { lookupAnnotations } from './lookup-annotation.js';
import { memberCase } from './member-case.js';
import { missingKeys } from './missing-key.js';
import { standardResources } from './standard-resource.js';
import { typeKinds } from './type-kind.js';
import { uniqueNames } from './unique-names.js';
import { unresolvedTypes } from './unresolved-type.js';

/** The rules on what a document means, in the order of their findings. Each runs on all that could be read. */
export const MODEL_RULES = {
  'edmx/unique-names': uniqueNames,
  'edmx/unresolved-type': unresolvedTypes,
  'edmx/type-kind': typeKinds,
  'edmx/missing-key': missingKeys,
  'edmx/key-property': keyProperties,
  'edmx/enum-members': enumMembers,
  'edmx/facets': facets,
  'edmx/entity-container': entityContainers,
  'edmx/standard-resource': standardResources,
  'edmx/member-case': memberCase,
  'edmx/flags-size': flagsSize,
  'edmx/lookup-annotation': lookupAnnotations,
} as const satisfies Partial<Record<RuleId, DocumentRule>>;

/** The rules that a document is judged by, in the order in which one blocks those behind it. */
export const DOCUMENT_RULES: readonly RuleId[] = [
  'edmx/well-formed',
  'edmx/version',
  'edmx/structure',
  ...(Object.keys(MODEL_RULES) as (keyof typeof MODEL_RULES)[]),
];
