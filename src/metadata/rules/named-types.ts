import type { Subject } from '../../core/subject.js';
import type { EntityContainer, MetadataModel, Position, SchemaType, StructuredType } from '../model.js';
import { shorten } from '../quote.js';
import { Subjects, schemaPath, typePath } from '../subjects.js';

/** A place in the document that names a type. */
export interface NamedType {
  /** The element and what it does with the type, as the beginning of a sentence. */
  readonly element: string;
  readonly verb: 'is of the type' | 'has the base type' | 'has the underlying type';
  /** The attribute that names the type. */
  readonly attribute: string;
  /** The name as written; empty when it is missing. */
  readonly text: string;
  /** Qualified, alias replaced, without `Collection(…)`. */
  readonly name: string;
  readonly subject: Subject;
  readonly position: Position;
}

/** All places that name a type, each element of the document once, in the order of types and then of containers. */
export function* namedTypes(model: MetadataModel): Generator<NamedType> {
  const subjects = new Subjects(model);
  for (const type of model.types.values()) {
    yield* ofType(type);
    if (type.kind === 'EntityType' || type.kind === 'ComplexType') yield* ofMembers(type, subjects);
  }
  for (const container of model.entityContainers) yield* ofContainer(container, model);
}

function* ofType(type: SchemaType): Generator<NamedType> {
  const base = { subject: { element: typePath(type) }, position: type };
  const name = shorten(type.name);
  if (type.kind === 'EnumType' || type.kind === 'TypeDefinition') {
    const underlying = { attribute: 'UnderlyingType', text: type.underlyingType, name: type.underlyingType };
    yield { ...base, ...underlying, element: `The ${type.kind} ${name}`, verb: 'has the underlying type' };
  } else if (type.baseType !== undefined) {
    const text = type.baseType;
    yield {
      ...base,
      attribute: 'BaseType',
      text,
      name: text,
      element: `The ${type.kind} ${name}`,
      verb: 'has the base type',
    };
  }
}

function* ofMembers(type: StructuredType, subjects: Subjects): Generator<NamedType> {
  const owner = shorten(type.name);
  for (const property of type.properties) {
    yield {
      ...property.type,
      attribute: 'Type',
      element: `The property ${owner}.${shorten(property.name)}`,
      verb: 'is of the type',
      subject: subjects.property(type, property),
      position: property,
    };
  }
  for (const property of type.navigationProperties) {
    yield {
      ...property.type,
      attribute: 'Type',
      element: `The navigation property ${owner}.${shorten(property.name)}`,
      verb: 'is of the type',
      subject: subjects.navigationProperty(type, property),
      position: property,
    };
  }
}

function* ofContainer(container: EntityContainer, model: MetadataModel): Generator<NamedType> {
  const base = model.entityContainers.find(({ qualifiedName }) => qualifiedName === container.extends);
  const inherited = new Set(base === container ? [] : base?.entitySets);
  for (const set of container.entitySets) {
    if (inherited.has(set)) continue;
    yield {
      element: `The ${set.kind === 'EntitySet' ? 'entity set' : 'singleton'} ${shorten(set.name)}`,
      verb: 'is of the type',
      attribute: set.kind === 'EntitySet' ? 'EntityType' : 'Type',
      text: set.entityType,
      name: set.entityType,
      subject: {
        element: `${schemaPath('EntityContainer', container.qualifiedName)}/${set.kind}[${set.name}]`,
      },
      position: set,
    };
  }
}
