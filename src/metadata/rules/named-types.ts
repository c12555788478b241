import { shorten } from '../../core/shorten.js';
import type { Subject } from '../../core/subject.js';
import type {
  EnumType,
  MetadataModel,
  Operation,
  Position,
  SchemaType,
  StructuredType,
  Term,
  TypeDefinition,
} from '../model.js';
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
  | 'entity property'
  | 'complex property'
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
  'entity property': CLAUSES.PropertyType,
  'complex property': CLAUSES.PropertyType,
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
}

/** True when there is nothing to say of a type that is named for such a use. */
export type IsFine = (use: TypeUse, name: string) => boolean;

/**
 * The places that name a type of which there is something to say, each element of the document once: types, operations,
 * terms, then containers. Most places are fine, and the same names come again and again: what is said of a name for a
 * use is asked once.
 */
export function* namedTypes(input: RuleInput, isFine: IsFine): Generator<NamedType> {
  const { model } = input;
  const judge = askedOnce(isFine);
  for (const type of model.types.values()) {
    if (type.kind === 'EnumType' || type.kind === 'TypeDefinition') {
      yield* ofUnderlying(type, judge);
      continue;
    }
    if (type.baseType !== undefined) yield* ofBase(type, type.baseType, judge);
    yield* ofMembers(type, input, judge);
  }
  for (const [operation, path] of operationPaths(model)) yield* ofOperation(operation, path, judge);
  for (const term of model.terms.values()) yield* ofTerm(term, judge);
  yield* ofContainers(model, judge);
}

function askedOnce(isFine: IsFine): IsFine {
  const known = new Map<TypeUse, Map<string, boolean>>();
  return (use, name) => {
    const before = known.get(use)?.get(name);
    if (before !== undefined) return before;
    const fine = isFine(use, name);
    const ofUse = known.get(use) ?? new Map<string, boolean>();
    known.set(use, ofUse.set(name, fine));
    return fine;
  };
}

function* ofUnderlying(type: EnumType | TypeDefinition, isFine: IsFine): Generator<NamedType> {
  const { kind, underlyingType: text } = type;
  const use = kind === 'EnumType' ? 'enum underlying' : 'definition underlying';
  if (isFine(use, text)) return;
  const describe = () => `The ${kind} ${shorten(type.name)} has the underlying type`;
  yield ofType(type, { use, attribute: 'UnderlyingType', text, describe });
}

function* ofBase(type: StructuredType, text: string, isFine: IsFine): Generator<NamedType> {
  const use = type.kind === 'EntityType' ? 'entity base' : 'complex base';
  if (isFine(use, text)) return;
  const describe = () => `The ${type.kind} ${shorten(type.name)} has the base type`;
  yield ofType(type, { use, attribute: 'BaseType', text, describe });
}

function ofType(
  type: SchemaType,
  named: Pick<NamedType, 'use' | 'attribute' | 'text' | 'describe'>,
): NamedType {
  const subject = () => ({ element: typePath(type) });
  return { ...named, name: named.text, isCollection: false, subject, position: type };
}

function* ofMembers(type: StructuredType, { subjects }: RuleInput, isFine: IsFine): Generator<NamedType> {
  const sentence = (what: string, name: string) =>
    `The ${what} ${shorten(type.name)}.${shorten(name)} is of the type`;
  const use = type.kind === 'EntityType' ? 'entity property' : 'complex property';
  for (const property of type.properties) {
    if (isFine(use, property.type.name)) continue;
    yield {
      ...property.type,
      use,
      attribute: 'Type',
      describe: () => sentence('property', property.name),
      subject: () => subjects.property(type, property),
      position: property,
    };
  }
  for (const property of type.navigationProperties) {
    if (isFine('navigation', property.type.name)) continue;
    yield {
      ...property.type,
      use: 'navigation',
      attribute: 'Type',
      describe: () => sentence('navigation property', property.name),
      subject: () => subjects.navigationProperty(type, property),
      position: property,
    };
  }
}

function* ofOperation(operation: Operation, path: string, isFine: IsFine): Generator<NamedType> {
  const name = () => `${operation.kind.toLowerCase()} ${shorten(operation.name)}`;
  for (const parameter of operation.parameters) {
    if (isFine('parameter', parameter.type.name)) continue;
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
  if (returnType === undefined || isFine('return type', returnType.type.name)) return;
  yield {
    ...returnType.type,
    use: 'return type',
    attribute: 'Type',
    describe: () => `The ${name()} returns the type`,
    subject: () => ({ element: `${path}/ReturnType` }),
    position: returnType,
  };
}

function* ofTerm(term: Term, isFine: IsFine): Generator<NamedType> {
  if (isFine('term', term.type.name)) return;
  yield {
    ...term.type,
    use: 'term',
    attribute: 'Type',
    describe: () => `The term ${shorten(term.name)} is of the type`,
    subject: () => ({ element: schemaPath('Term', term.qualifiedName) }),
    position: term,
  };
}

function* ofContainers(model: MetadataModel, isFine: IsFine): Generator<NamedType> {
  for (const container of model.entityContainers) {
    for (const set of container.ownSets) {
      const isSet = set.kind === 'EntitySet';
      const use = isSet ? 'entity set' : 'singleton';
      if (isFine(use, set.entityType)) continue;
      yield {
        use,
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
