import { shorten } from '../../core/shorten.js';
import type { Subject } from '../../core/subject.js';
import type { Facets, Position, StructuredType } from '../model.js';
import { schemaPath, typePath } from '../subjects.js';
import type { TypeReference } from '../type-reference.js';
import { operationPaths } from './operation-paths.js';
import type { RuleInput } from './rule-context.js';

/** A place that states facets. */
export interface FacetPlace {
  readonly facets: Facets;
  readonly type: TypeReference;
  /** The beginning of a sentence: `The property Property.ListPrice`. */
  readonly describe: () => string;
  readonly subject: () => Subject;
  readonly position: Position;
}

/** All places of a document that state facets beside a type; of properties, which are many, only those asked for. */
export function* facetPlaces(
  input: RuleInput,
  isWanted: (facets: Facets, typeName: string) => boolean,
): Generator<FacetPlace> {
  for (const type of input.model.types.values()) {
    if (type.kind === 'EntityType' || type.kind === 'ComplexType') yield* ofProperties(type, input, isWanted);
    else if (type.kind === 'TypeDefinition') {
      yield {
        facets: type.facets,
        type: { text: type.underlyingType, name: type.underlyingType, isCollection: false },
        describe: () => `The TypeDefinition ${shorten(type.name)}`,
        subject: () => ({ element: typePath(type) }),
        position: type,
      };
    }
  }
  yield* ofOperations(input);
  for (const term of input.model.terms.values()) {
    yield {
      ...term,
      describe: () => `The term ${shorten(term.name)}`,
      subject: () => ({ element: schemaPath('Term', term.qualifiedName) }),
      position: term,
    };
  }
}

function* ofProperties(
  type: StructuredType,
  { subjects }: RuleInput,
  isWanted: (facets: Facets, typeName: string) => boolean,
): Generator<FacetPlace> {
  for (const property of type.properties) {
    if (!isWanted(property.facets, property.type.name)) continue;
    yield {
      ...property,
      describe: () => `The property ${shorten(type.name)}.${shorten(property.name)}`,
      subject: () => subjects.property(type, property),
      position: property,
    };
  }
}

function* ofOperations({ model }: RuleInput): Generator<FacetPlace> {
  for (const [operation, path] of operationPaths(model)) {
    const of = `the ${operation.kind.toLowerCase()} ${shorten(operation.name)}`;
    for (const parameter of operation.parameters) {
      yield {
        ...parameter,
        describe: () => `The parameter ${shorten(parameter.name)} of ${of}`,
        subject: () => ({ element: `${path}/Parameter[${parameter.name}]` }),
        position: parameter,
      };
    }
    const { returnType } = operation;
    if (returnType === undefined) continue;
    yield {
      ...returnType,
      describe: () => `The return type of ${of}`,
      subject: () => ({ element: `${path}/ReturnType` }),
      position: returnType,
    };
  }
}
