import { shorten } from '../../core/shorten.js';
import type { Operation } from '../model.js';
import { typeKey } from '../overload-signature.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import type { Fault } from './fault.js';
import { bindingKey } from './operation-kinds.js';
import { operationPaths } from './operation-paths.js';
import type { RuleInput } from './rule-context.js';

/**
 * Overloads that cannot be told apart: of an action by what it is bound to; of a function also by the names of its
 * further parameters, and by their types in order; and operations with the name of something else (OData CSDL XML
 * 4.01, sections 12.2 and 12.4).
 */
export function* overloads(input: RuleInput): Generator<Fault> {
  const seen = new Map<string, Operation>();
  for (const [operation, path] of operationPaths(input.model)) {
    yield* otherDeclaration(operation, path, input);
    const keys = keysOf(operation);
    const first = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    for (const key of keys) {
      if (!seen.has(key)) seen.set(key, operation);
    }
    if (first !== undefined) yield alike(operation, path, first);
  }
}

/** What no two overloads may share. */
function keysOf(operation: Operation): readonly string[] {
  const { kind, qualifiedName, isBound, parameters } = operation;
  const base = [kind, qualifiedName, isBound, bindingKey(operation)];
  if (kind === 'Action') return [JSON.stringify(base)];
  const further = isBound ? parameters.slice(1) : parameters;
  const names = further.map(({ name }) => name).sort();
  const types = further.map(({ type }) => typeKey(type));
  return [JSON.stringify([...base, 'names', names]), JSON.stringify([...base, 'types', types])];
}

function alike(operation: Operation, path: string, first: Operation): Fault {
  const what = operation.kind.toLowerCase();
  const how = operation.isBound ? `bound to ${bindingKey(operation)}` : 'unbound';
  const by =
    operation.kind === 'Action'
      ? 'An action has one overload for each type that it is bound to, and one unbound.'
      : 'Overloads of a function must differ in the names of their parameters and in their types.';
  return {
    at: operation,
    attribute: 'Name',
    subject: { element: path },
    message: `The ${what} ${shorten(operation.name)}, ${shorten(how)}, cannot be told from the one of line ${first.line}`,
    clause: CLAUSES[operation.kind],
    advice: `${by} Rename or remove one of them.`,
    expected: 'an overload of its own',
    found: operation.name,
  };
}

function* otherDeclaration(
  operation: Operation,
  path: string,
  { model, index }: RuleInput,
): Generator<Fault> {
  const { qualifiedName } = operation;
  const type = model.types.get(qualifiedName) ?? model.terms.get(qualifiedName);
  const other = type ?? index.container(qualifiedName)?.container;
  if (other === undefined) return;
  yield {
    at: operation,
    attribute: 'Name',
    subject: { element: `${path}/@Name` },
    message: `The ${operation.kind.toLowerCase()} ${shorten(operation.name)} has the name of something else in its Schema, at line ${other.line}`,
    clause: CLAUSES[operation.kind],
    advice: 'Rename one of them.',
    expected: 'a name of its own',
    found: schemaPath(operation.kind, qualifiedName),
  };
}
