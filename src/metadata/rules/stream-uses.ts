import { shorten } from '../../core/shorten.js';
import type { Subject } from '../../core/subject.js';
import type { Position } from '../model.js';
import { quote } from '../quote.js';
import { underlyingOf } from '../resolve-type.js';
import { CLAUSES, type Clause } from '../structure/clauses.js';
import type { TypeReference } from '../type-reference.js';
import type { Fault } from './fault.js';
import { operationPaths } from './operation-paths.js';
import type { RuleInput } from './rule-context.js';

/**
 * Streams where none may be: in collections, and as parameters other than the binding one (OData CSDL XML 4.01, section
 * 3.3; 4.0, section 4.4).
 */
export function* streamUses(input: RuleInput): Generator<Fault> {
  yield* ofProperties(input);
  for (const [operation, path] of operationPaths(input.model)) {
    const { parameters, returnType, isBound } = operation;
    for (const [index, parameter] of parameters.entries()) {
      const isBinding = isBound && index === 0;
      if (!isStream(parameter.type, input) || (isBinding && !parameter.type.isCollection)) continue;
      const what = `The parameter ${shorten(parameter.name)} of ${shorten(operation.name)}`;
      const subject = { element: `${path}/Parameter[${parameter.name}]` };
      yield fault(what, parameter, subject, CLAUSES.Parameter);
    }
    if (returnType?.type.isCollection === true && isStream(returnType.type, input)) {
      const what = `The ${operation.kind.toLowerCase()} ${shorten(operation.name)}`;
      yield fault(what, returnType, { element: `${path}/ReturnType` }, CLAUSES.ReturnType);
    }
  }
}

function* ofProperties(input: RuleInput): Generator<Fault> {
  for (const type of input.model.types.values()) {
    if (type.kind !== 'EntityType' && type.kind !== 'ComplexType') continue;
    for (const property of type.properties) {
      if (!property.type.isCollection || !isStream(property.type, input)) continue;
      const what = `The property ${shorten(type.name)}.${shorten(property.name)}`;
      yield fault(what, property, input.subjects.property(type, property), CLAUSES.PropertyType);
    }
  }
}

function isStream({ name }: TypeReference, { model }: RuleInput): boolean {
  return underlyingOf(model, name) === 'Edm.Stream';
}

function fault(
  what: string,
  place: Position & { readonly type: TypeReference },
  subject: Subject,
  clause: Clause,
): Fault {
  return {
    at: place,
    attribute: 'Type',
    subject,
    message: `${what} is of the type ${quote(place.type.text)}, but streams are neither in collections nor parameters`,
    clause,
    advice: 'Use single properties, or Edm.Binary.',
    expected: 'another type than Edm.Stream',
    found: place.type.text,
  };
}
