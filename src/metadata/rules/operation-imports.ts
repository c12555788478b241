import { shorten } from '../../core/shorten.js';
import type { OperationImport } from '../model.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { isExternal } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import { ELSEWHERE, NOT_FOLLOWED } from './elsewhere.js';
import type { Fault } from './fault.js';
import { resolveTarget } from './resolve-target.js';
import type { RuleInput } from './rule-context.js';

/** Action and function imports that lead nowhere (OData CSDL XML 4.01, sections 13.5 and 13.6). */
export function* operationImports(input: RuleInput): Generator<Fault> {
  const { model, index, unnamed } = input;
  for (const container of model.entityContainers) {
    for (const one of container.imports) {
      const path = `${schemaPath('EntityContainer', container.qualifiedName)}/${one.kind}[${one.name}]`;
      const isDeclared = index.operations(one.operation).length > 0 || unnamed.mayBe(one.operation);
      if (isQualifiedName(one.operation) && !isDeclared) {
        yield operation(one, path, isExternal(model, one.operation));
      }
      if (one.entitySet === undefined) continue;
      const end = resolveTarget(one.entitySet, container, input);
      if (end.kind === 'missing' || end.kind === 'external') yield entitySet(one, path, end.kind);
    }
  }
}

function operation(one: OperationImport, path: string, isElsewhere: boolean): Fault {
  const attribute = one.kind === 'ActionImport' ? 'Action' : 'Function';
  const what = `The ${attribute.toLowerCase()} import ${shorten(one.name)} names the ${attribute.toLowerCase()} ${quote(one.operation)}`;
  return {
    at: one,
    attribute,
    subject: { element: `${path}/@${attribute}` },
    message: `${what}${isElsewhere ? ELSEWHERE : ', which the metadata does not declare'}`,
    advice: isElsewhere ? NOT_FOLLOWED : 'Declare it, or correct the name.',
    clause: CLAUSES[one.kind],
    expected: `an unbound ${attribute.toLowerCase()}`,
    found: one.operation,
    ...(isElsewhere ? { severity: 'warning' as const } : {}),
  };
}

function entitySet(one: OperationImport, path: string, kind: 'missing' | 'external'): Fault {
  const what = `The import ${shorten(one.name)} returns entities of the set ${quote(one.entitySet ?? '')}`;
  return {
    at: one,
    attribute: 'EntitySet',
    subject: { element: `${path}/@EntitySet` },
    message: `${what}${kind === 'external' ? ELSEWHERE : ', which the metadata does not declare'}`,
    advice: kind === 'external' ? NOT_FOLLOWED : 'Name an entity set that is declared.',
    clause: CLAUSES[one.kind],
    expected: 'an entity set',
    found: one.entitySet ?? '',
    ...(kind === 'external' ? { severity: 'warning' as const } : {}),
  };
}
