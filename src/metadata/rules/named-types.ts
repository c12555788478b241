import type { Subject } from '../../core/subject.js';
import type { MetadataModel, Operation, Position, SchemaType, StructuredType, Term } from '../model.js';
import { shorten } from '../quote.js';
import { CLAUSES, type Clause } from '../structure/clauses.js';
import { schemaPath, typePath } from '../subjects.js';
import { operationPaths } from './operation-paths.js';
import type { RuleInput } from './rule-context.js';

/** What a place does with the type that it names. */
export type TypeUse =
  | 'entity base'
  | 'complex base'
  | 'enum underlying'
  | 'definition underlying'
  | 'property'
  | 'navigation'
  | 'entity set'
  | 'singleton'
  | 'parameter'
  | 'return type'
  | 'term';

/** The clauses that say what the type may be. */
export const CLAUSE_OF_USE: Readonly<Record<TypeUse, Clause>> = {
  'entity base': CLAUSES.EntityBaseType,
  'complex base': CLAUSES.ComplexBaseType,
  'enum underlying': CLAUSES.EnumUnderlyingType,
  'definition underlying': CLAUSES.UnderlyingPrimitiveType,
  property: CLAUSES.PropertyType,
  navigation: CLAUSES.NavigationType,
  'entity set': CLAUSES.EntitySet,
  singleton: CLAUSES.Singleton,
  parameter: CLAUSES.Parameter,
  'return type': CLAUSES.ReturnType,
  term: CLAUSES.Term,
};

/** A place in the document that names a type. Texts are made when they are asked for: most places are right. */
export interface NamedType {
  readonly use: TypeUse;
  /** The beginning of a sentence: `The property Property.ListPrice is of the type`. */
  readonly describe: () => string;
  /** The attribute that names the type. */
  readonly attribute: string;
  /** The name as written; empty when it is missing. */
  readonly text: string;
  /** Qualified, alias replaced, without `Collection(…)`. */
  readonly name: string;
  readonly isCollection: boolean;
  readonly subject: () => Subject;
  readonly position: Position;
  /** The structured type that declares it, of a member. */
  readonly declaredIn?: StructuredType;
}

/** True when there is nothing to say of a type that is named for such a use. */
export type IsFine = (use: TypeUse, name: string, declaredIn?: StructuredType) => boolean;

/**
 * The places that name a type of which there is something to say, each element of the document once: types, operations,
 * terms, then containers. Most places are fine, and the same names come again and again: what is said of a name for a
 * use is asked once.
 */
export function* namedTypes(input: RuleInput, isFine: IsFine): Generator<NamedType> {
  const known = new Map<string, boolean>();
  const judge: IsFine = (use, name, declaredIn) => {
    const key = `${use} ${declaredIn?.kind ?? ''} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const fine = isFine(use, name, declaredIn);
    known.set(key, fine);
    return fine;
  };
  for (const place of places(input, judge)) {
    if (!judge(place.use, place.name, place.declaredIn)) yield place;
  }
}

function* places(input: RuleInput, isFine: IsFine): Generator<NamedType> {
  const { model } = input;
  for (const type of model.types.values()) {
    yield* ofType(type);
    if (type.kind === 'EntityType' || type.kind === 'ComplexType') yield* ofMembers(type, input, isFine);
  }
  for (const [operation, path] of operationPaths(model)) yield* ofOperation(operation, path);
  for (const term of model.terms.values()) yield ofTerm(term);
  yield* ofContainers(model);
}

function* ofType(type: SchemaType): Generator<NamedType> {
  const base = { subject: () => ({ element: typePath(type) }), position: type, isCollection: false };
  const name = () => shorten(type.name);
  if (type.kind === 'EnumType' || type.kind === 'TypeDefinition') {
    const { kind, underlyingType } = type;
    yield {
      ...base,
      use: kind === 'EnumType' ? 'enum underlying' : 'definition underlying',
      attribute: 'UnderlyingType',
      text: underlyingType,
      name: underlyingType,
      describe: () => `The ${kind} ${name()} has the underlying type`,
    };
  } else if (type.baseType !== undefined) {
    const { kind, baseType } = type;
    yield {
      ...base,
      use: kind === 'EntityType' ? 'entity base' : 'complex base',
      attribute: 'BaseType',
      text: baseType,
      name: baseType,
      describe: () => `The ${kind} ${name()} has the base type`,
    };
  }
}

function* ofMembers(type: StructuredType, { subjects }: RuleInput, isFine: IsFine): Generator<NamedType> {
  const sentence = (what: string, name: string) =>
    `The ${what} ${shorten(type.name)}.${shorten(name)} is of the type`;
  for (const property of type.properties) {
    if (isFine('property', property.type.name, type)) continue;
    yield {
      ...property.type,
      use: 'property',
      attribute: 'Type',
      describe: () => sentence('property', property.name),
      subject: () => subjects.property(type, property),
      position: property,
      declaredIn: type,
    };
  }
  for (const property of type.navigationProperties) {
    if (isFine('navigation', property.type.name, type)) continue;
    yield {
      ...property.type,
      use: 'navigation',
      attribute: 'Type',
      describe: () => sentence('navigation property', property.name),
      subject: () => subjects.navigationProperty(type, property),
      position: property,
      declaredIn: type,
    };
  }
}

function* ofOperation(operation: Operation, path: string): Generator<NamedType> {
  const name = () => `${operation.kind.toLowerCase()} ${shorten(operation.name)}`;
  for (const parameter of operation.parameters) {
    yield {
      ...parameter.type,
      use: 'parameter',
      attribute: 'Type',
      describe: () => `The parameter ${shorten(parameter.name)} of the ${name()} is of the type`,
      subject: () => ({ element: `${path}/Parameter[${parameter.name}]` }),
      position: parameter,
    };
  }
  const { returnType } = operation;
  if (returnType === undefined) return;
  yield {
    ...returnType.type,
    use: 'return type',
    attribute: 'Type',
    describe: () => `The ${name()} returns the type`,
    subject: () => ({ element: `${path}/ReturnType` }),
    position: returnType,
  };
}

function ofTerm(term: Term): NamedType {
  return {
    ...term.type,
    use: 'term',
    attribute: 'Type',
    describe: () => `The term ${shorten(term.name)} is of the type`,
    subject: () => ({ element: schemaPath('Term', term.qualifiedName) }),
    position: term,
  };
}

function* ofContainers(model: MetadataModel): Generator<NamedType> {
  for (const container of model.entityContainers) {
    for (const set of container.ownSets) {
      const isSet = set.kind === 'EntitySet';
      yield {
        use: isSet ? 'entity set' : 'singleton',
        describe: () => `The ${isSet ? 'entity set' : 'singleton'} ${shorten(set.name)} is of the type`,
        attribute: isSet ? 'EntityType' : 'Type',
        text: set.entityType,
        name: set.entityType,
        isCollection: false,
        subject: () => ({
          element: `${schemaPath('EntityContainer', container.qualifiedName)}/${set.kind}[${set.name}]`,
        }),
        position: set,
      };
    }
  }
}
