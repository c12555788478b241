import type { Subject } from '../core/subject.js';
import type { MetadataModel, NavigationProperty, Property, SchemaType, StructuredType } from './model.js';
import { entitySetsOf } from './resources.js';

/** Names what findings about a document are about. Built once for a model. */
export class Subjects {
  readonly #setOfType = new Map<string, string>();

  constructor(model: MetadataModel) {
    for (const { entityType, name } of entitySetsOf(model)) {
      if (!this.#setOfType.has(entityType)) this.#setOfType.set(entityType, name);
    }
  }

  /**
   * A property: of an entity type by resource and field, the resource being the first entity set that serves the type,
   * or the type itself; of a complex type by its path.
   */
  property(type: StructuredType, { name }: Property): Subject {
    if (type.kind === 'EntityType') return { resource: this.#resource(type), field: name };
    return { element: `${typePath(type)}/Property[${name}]` };
  }

  /** A navigation property, in the manner of {@link property}, by resource and expansion. */
  navigationProperty(type: StructuredType, { name }: NavigationProperty): Subject {
    if (type.kind === 'EntityType') return { resource: this.#resource(type), expansion: name };
    return { element: `${typePath(type)}/NavigationProperty[${name}]` };
  }

  #resource(type: StructuredType): string {
    return this.#setOfType.get(type.qualifiedName) ?? type.name;
  }
}

/** The path of a type: `Schema[org.reso.metadata]/EntityType[Property]`. */
export function typePath({ namespace, kind, name }: SchemaType): string {
  return `Schema[${namespace}]/${kind}[${name}]`;
}

/** The path of what stands in a schema, by its qualified name: `Schema[ns]/EntityContainer[Default]`. */
export function schemaPath(kind: string, qualifiedName: string): string {
  const dot = qualifiedName.lastIndexOf('.');
  return `Schema[${qualifiedName.slice(0, dot)}]/${kind}[${qualifiedName.slice(dot + 1)}]`;
}

/** The subject of a part of something: of an attribute or child that has no name of its own. */
export function partOf(subject: Subject, part: string): Subject {
  return { ...subject, element: subject.element === undefined ? part : `${subject.element}/${part}` };
}
