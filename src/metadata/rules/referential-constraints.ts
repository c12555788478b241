import { shorten } from '../../core/shorten.js';
import type { StructuredType } from '../model.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import { partOf } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Referential constraints that name what does not exist (OData CSDL XML 4.01, section 8.5). */
export function* referentialConstraints(input: RuleInput): Generator<Fault> {
  for (const { type, property, target } of input.navigations) {
    for (const constraint of property.constraints) {
      const place = `ReferentialConstraint[${constraint.property}]`;
      const of = `A referential constraint of ${shorten(type.name)}.${shorten(property.name)}`;
      const fault = (attribute: string, path: string, start: StructuredType): Fault | undefined =>
        isProperty(path, start, input)
          ? undefined
          : {
              at: constraint,
              attribute,
              subject: partOf(input.subjects.navigationProperty(type, property), `${place}/@${attribute}`),
              message: `${of} names ${quote(path)}, but ${shorten(start.qualifiedName)} has no such property`,
              clause: CLAUSES.ReferentialConstraint,
              advice: 'Name a property that it has.',
              expected: `a property of ${start.qualifiedName}`,
              found: path,
            };
      const faults = [
        fault('Property', constraint.property, type),
        target === undefined ? undefined : fault('ReferencedProperty', constraint.referencedProperty, target),
      ];
      yield* faults.filter((one) => one !== undefined);
    }
  }
}

function isProperty(path: string, start: StructuredType, input: RuleInput): boolean {
  const end = resolvePath(path, start, input);
  return end.kind === 'beyond' || (end.kind === 'found' && end.members.at(-1)?.kind === 'property');
}
