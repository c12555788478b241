import { bindingKinds } from './binding-kinds.js';
import { constraintTypes } from './constraint-types.js';
import { cycles } from './cycles.js';
import type { Fault } from './fault.js';
import { importedOperations } from './imported-operations.js';
import { importedSets } from './imported-sets.js';
import { inheritanceKinds } from './inheritance-kinds.js';
import { operationKinds } from './operation-kinds.js';
import { partnerKinds } from './partner-kinds.js';
import type { RuleInput } from './rule-context.js';
import { streamUses } from './stream-uses.js';
import { typeUses } from './type-uses.js';

/**
 * `edmx/type-kind`: whatever the document names is of the kind that its place asks for, and nothing is derived from
 * itself. What does not resolve is `edmx/unresolved-type`.
 */
export function* typeKinds(input: RuleInput): Generator<Fault> {
  yield* typeUses(input);
  yield* streamUses(input);
  yield* cycles(input);
  yield* inheritanceKinds(input);
  yield* operationKinds(input);
  yield* importedOperations(input);
  yield* importedSets(input);
  yield* bindingKinds(input);
  yield* partnerKinds(input);
  yield* constraintTypes(input);
}
