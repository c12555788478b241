import { shorten } from '../../core/shorten.js';
import type { MetadataModel, StructuredType } from '../model.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { resolveType, underlyingOf } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { partOf } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Referential constraints between properties of different types (OData CSDL XML 4.01, section 8.5). */
export function* constraintTypes(input: RuleInput): Generator<Fault> {
  for (const { type, property, target } of input.navigations) {
    if (target === undefined) continue;
    for (const constraint of property.constraints) {
      const dependent = valueType(constraint.property, type, input);
      const principal = valueType(constraint.referencedProperty, target, input);
      if (dependent === undefined || principal === undefined || dependent === principal) continue;
      yield {
        at: constraint,
        attribute: 'Property',
        subject: partOf(
          input.subjects.navigationProperty(type, property),
          `ReferentialConstraint[${constraint.property}]`,
        ),
        message: `The referential constraint of ${shorten(type.name)}.${shorten(property.name)} sets ${quote(constraint.property)} of the type ${dependent} equal to ${quote(constraint.referencedProperty)} of the type ${principal}`,
        clause: CLAUSES.ReferentialConstraint,
        advice: 'Give both the same type.',
        expected: principal,
        found: dependent,
      };
    }
  }
}

/** The type of the value at the end of a path, type definitions resolved; nothing where that cannot be said. */
function valueType(path: string, start: StructuredType, input: RuleInput): string | undefined {
  const end = resolvePath(path, start, input);
  const last = end.kind === 'found' ? end.members.at(-1) : undefined;
  if (last?.kind !== 'property') return undefined;
  const { name, isCollection } = last.member.type;
  const type = comparable(name, input.model);
  return isCollection && type !== undefined ? `Collection(${type})` : type;
}

function comparable(name: string, model: MetadataModel): string | undefined {
  const underlying = underlyingOf(model, name);
  const type = resolveType(model, underlying);
  return type === undefined || type.kind === 'external' || type.kind === 'abstract' ? undefined : underlying;
}
