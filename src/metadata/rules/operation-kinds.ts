import { shorten } from '../../core/shorten.js';
import type { Operation } from '../model.js';
import { typeKey } from '../overload-signature.js';
import { quote } from '../quote.js';
import { CLAUSES } from '../structure/clauses.js';
import type { Fault } from './fault.js';
import { operationPaths } from './operation-paths.js';
import type { RuleInput } from './rule-context.js';

/**
 * Bound operations without a binding parameter, and overloads of a function that return different types (OData CSDL
 * XML 4.01, sections 12.2, 12.4 and 12.5).
 */
export function* operationKinds({ model }: RuleInput): Generator<Fault> {
  const returned = new Map<string, { readonly operation: Operation; readonly type: string }>();
  for (const [operation, path] of operationPaths(model)) {
    if (operation.isBound && operation.parameters.length === 0) yield unbound(operation, path);
    if (operation.kind !== 'Function' || operation.returnType === undefined) continue;
    const type = typeKey(operation.returnType.type);
    const key = JSON.stringify([operation.qualifiedName, bindingKey(operation)]);
    const first = returned.get(key);
    if (first === undefined) returned.set(key, { operation, type });
    else if (first.type !== type) yield otherReturn(operation, path, first.operation);
  }
}

function unbound(operation: Operation, path: string): Fault {
  return {
    at: operation,
    attribute: 'IsBound',
    subject: { element: path },
    message: `The ${operation.kind.toLowerCase()} ${shorten(operation.name)} is bound, but has no parameter that it is bound to`,
    clause: CLAUSES.IsBound,
    advice: 'Add the binding parameter, or leave IsBound out.',
    expected: 'a binding parameter',
  };
}

function otherReturn(operation: Operation, path: string, first: Operation): Fault {
  const expected = first.returnType?.type.text ?? '';
  const found = operation.returnType?.type.text ?? '';
  return {
    at: operation.returnType ?? operation,
    attribute: 'Type',
    subject: { element: `${path}/ReturnType` },
    message: `This overload of the function ${shorten(operation.name)} returns ${quote(found)}, but the one of line ${first.line} returns ${quote(expected)}`,
    clause: CLAUSES.Function,
    advice: 'Overloads must return the same type.',
    expected,
    found,
  };
}

/** What an operation is bound to; an empty text when it is unbound. */
export function bindingKey({ isBound, parameters }: Operation): string {
  const binding = parameters[0];
  return isBound && binding !== undefined ? typeKey(binding.type) : '';
}
