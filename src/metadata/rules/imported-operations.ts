import { shorten } from '../../core/shorten.js';
import type { Operation, OperationImport } from '../model.js';
import { quote } from '../quote.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Imports of what is bound, or of the other kind of operation (OData CSDL XML 4.01, sections 13.5 and 13.6). */
export function* importedOperations({ model, index }: RuleInput): Generator<Fault> {
  for (const container of model.entityContainers) {
    for (const one of container.imports) {
      const overloads = index.operations(one.operation);
      const attribute = one.kind === 'ActionImport' ? 'Action' : 'Function';
      const isRight = index.unbound(attribute, one.operation).length > 0;
      if (overloads.length === 0 || isRight) continue;
      const why = whyNotImported(one, overloads);
      yield {
        at: one,
        attribute,
        subject: {
          element: `${schemaPath('EntityContainer', container.qualifiedName)}/${one.kind}[${one.name}]/@${attribute}`,
        },
        message: `The ${one.kind} ${shorten(one.name)} names ${quote(one.operation)}, ${why.message}`,
        advice: why.advice,
        clause: CLAUSES[one.kind],
        expected: `an unbound ${attribute.toLowerCase()}`,
        found: one.operation,
      };
    }
  }
}

function whyNotImported(
  { kind }: OperationImport,
  overloads: readonly Operation[],
): Pick<Fault, 'message' | 'advice'> {
  const wanted = kind === 'ActionImport' ? 'Action' : 'Function';
  if (!overloads.some((operation) => operation.kind === wanted)) {
    return wanted === 'Action'
      ? { message: 'which is a function', advice: 'Use a FunctionImport.' }
      : { message: 'which is an action', advice: 'Use an ActionImport.' };
  }
  return {
    message: 'which is bound, and only unbound ones are imported',
    advice: 'Leave the import out, or add an unbound overload.',
  };
}
