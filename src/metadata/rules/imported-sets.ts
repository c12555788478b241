import { shorten } from '../../core/shorten.js';
import type { EntityContainer, Operation, OperationImport, StructuredType } from '../model.js';
import { quote } from '../quote.js';
import { resolveType } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import { areRelated, heldBy } from './binding-kinds.js';
import type { Fault } from './fault.js';
import { resolveTarget } from './resolve-target.js';
import type { RuleInput } from './rule-context.js';

/**
 * Imports that name an entity set although their operation returns no entities, or entities of another type (OData CSDL
 * 4.0, sections 13.5.3 and 13.6.3; 4.01, sections 13.5 and 13.6).
 */
export function* importedSets(input: RuleInput): Generator<Fault> {
  for (const container of input.model.entityContainers) {
    for (const one of container.imports) {
      const why = one.entitySet === undefined ? undefined : whyNot(one, one.entitySet, container, input);
      if (why === undefined) continue;
      yield {
        at: one,
        attribute: 'EntitySet',
        subject: {
          element: `${schemaPath('EntityContainer', container.qualifiedName)}/${one.kind}[${one.name}]/@EntitySet`,
        },
        message: `The ${one.kind} ${shorten(one.name)} names the entity set ${quote(one.entitySet ?? '')}, ${why.message}`,
        advice: why.advice,
        clause: CLAUSES[one.kind],
        expected: why.expected,
        found: one.entitySet ?? '',
      };
    }
  }
}

function whyNot(
  one: OperationImport,
  entitySet: string,
  container: EntityContainer,
  input: RuleInput,
): Required<Pick<Fault, 'message' | 'advice' | 'expected'>> | undefined {
  const kind = one.kind === 'ActionImport' ? 'Action' : 'Function';
  const types = returnedTypes(input.index.unbound(kind, one.operation), input);
  if (types === undefined) return undefined;
  if (types.length === 0) {
    return {
      message: `but its ${kind.toLowerCase()} returns no entities`,
      advice: 'Leave EntitySet out.',
      expected: 'no EntitySet',
    };
  }
  const held = heldBy(resolveTarget(entitySet, container, input), input);
  const [first] = types;
  if (held === undefined || first === undefined || types.some((type) => areRelated(type, held, input))) {
    return undefined;
  }
  return {
    message: `which holds ${shorten(held.qualifiedName)}, but its ${kind.toLowerCase()} returns ${shorten(first.qualifiedName)}`,
    advice: 'Name a set of the right type.',
    expected: first.qualifiedName,
  };
}

/** The entity types that operations return; nothing where that cannot be said. */
function returnedTypes(
  operations: readonly Operation[],
  { model }: RuleInput,
): readonly StructuredType[] | undefined {
  if (operations.length === 0) return undefined;
  const types = new Set<StructuredType>();
  for (const { kind, returnType } of operations) {
    // A function that returns nothing is told by edmx/structure.
    if (returnType === undefined && kind === 'Function') return undefined;
    const name = returnType?.type.name;
    const type = name === undefined ? undefined : resolveType(model, name);
    const isUnclear = type === undefined || type.kind === 'external' || name === 'Edm.EntityType';
    if (name !== undefined && isUnclear) return undefined;
    if (type?.kind === 'EntityType') types.add(type);
  }
  return [...types];
}
