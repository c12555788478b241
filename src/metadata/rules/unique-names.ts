import type { Fault } from './fault.js';
import { inheritedNames } from './inherited-names.js';
import { namesInDocument } from './names-in-document.js';
import { namesInSchemas } from './names-in-schemas.js';
import { overloads } from './overloads.js';
import { repeatedAnnotations } from './repeated-annotations.js';
import type { RuleInput } from './rule-context.js';

/**
 * `edmx/unique-names`: no two things have one name where a name must tell them apart. Of two, the first counts, and the
 * finding is at the other.
 */
export function* uniqueNames(input: RuleInput): Generator<Fault> {
  yield* namesInDocument(input);
  yield* namesInSchemas(input);
  yield* overloads(input);
  yield* inheritedNames(input);
  yield* repeatedAnnotations(input);
}
