import { shorten } from '../../core/shorten.js';
import type { Operation } from '../model.js';
import { isPath } from '../names.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import type { Fault } from './fault.js';
import { operationPaths } from './operation-paths.js';
import type { RuleInput } from './rule-context.js';

/**
 * The `EntitySetPath` of bound operations: the name of the binding parameter, then navigation properties and casts
 * (OData CSDL XML 4.01, section 12.6).
 */
export function* entitySetPaths(input: RuleInput): Generator<Fault> {
  for (const [operation, path] of operationPaths(input.model)) {
    const { entitySetPath } = operation;
    // What has not the form of a path is told by edmx/structure.
    if (entitySetPath === undefined || !isPath(entitySetPath)) continue;
    const why = whyItLeadsNowhere(operation, entitySetPath, input);
    if (why === undefined) continue;
    yield {
      at: operation,
      attribute: 'EntitySetPath',
      subject: { element: `${path}/@EntitySetPath` },
      message: `The ${operation.kind.toLowerCase()} ${shorten(operation.name)} has the EntitySetPath ${quote(entitySetPath)}, ${why.message}`,
      advice: why.advice,
      clause: CLAUSES.EntitySetPath,
      expected: 'a path that starts with the name of the binding parameter',
      found: entitySetPath,
    };
  }
}

function whyItLeadsNowhere(
  operation: Operation,
  path: string,
  input: RuleInput,
): Pick<Fault, 'message' | 'advice'> | undefined {
  const { isBound, parameters } = operation;
  const [first, ...rest] = path.split('/');
  const binding = parameters[0];
  if (!isBound) {
    return {
      message: 'but it is not bound, so that the path starts nowhere',
      advice: 'Set IsBound, or leave the path out.',
    };
  }
  // A bound operation without a parameter is told by edmx/type-kind.
  if (binding === undefined || input.unnamed.isIn(operation)) return undefined;
  if (binding.name !== first) {
    return {
      message: `but the path must start with the name of the binding parameter: ${quote(binding.name)}`,
      advice: 'Correct it.',
    };
  }
  const type = input.model.types.get(binding.type.name);
  if (type?.kind !== 'EntityType' || rest.length === 0) return undefined;
  const end = resolvePath(rest.join('/'), type, input);
  if (end.kind === 'missing') {
    return {
      message: `but ${shorten(end.within)} has no ${quote(end.segment)}`,
      advice: 'Name a navigation property that exists.',
    };
  }
  const isNavigated = end.kind === 'beyond' || end.members.at(-1)?.kind === 'navigation';
  return isNavigated
    ? undefined
    : { message: 'which leads to no navigation property', advice: 'End it with one.' };
}
