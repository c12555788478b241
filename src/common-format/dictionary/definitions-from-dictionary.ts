import type { DataType, DictionaryElement, DictionaryField } from '../../dictionary/dictionary.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import type {
  FieldDefinition,
  FieldType,
  PayloadDefinitions,
  PrimitiveName,
  ResourceDefinition,
} from '../../schema/definitions.js';
import { recordKeyFields } from './record-keys.js';

const MULTIPLE: DataType = 'Multiple Enumeration';

/** What the values of a type are in JSON. Suggested precision and scale are no limits. */
const PRIMITIVES: Readonly<Record<DataType, PrimitiveName>> = {
  Boolean: 'Edm.Boolean',
  Date: 'Edm.Date',
  Timestamp: 'Edm.DateTimeOffset',
  String: 'Edm.String',
  Integer: 'Edm.Int64',
  Decimal: 'Edm.Decimal',
  'Single Enumeration': 'Edm.String',
  'Multiple Enumeration': 'Edm.String',
};

/**
 * The dictionary as the schema of payloads (RCP-25, Schema Validation): standard fields have their type, no field bears a
 * listed synonym, closed lookups have standard values under either name. Other fields and values are local, suggested
 * lengths are suggestions, and null is absent.
 */
export function definitionsFromDictionary(index: DictionaryIndex): PayloadDefinitions {
  const { version, resources, lookups } = index.dictionary;
  return {
    version,
    isNullAbsent: true,
    resources: new Map(resources.map(({ name }) => [name, resourceDefinition(name, index)])),
    complexTypes: new Map(),
    lookups: new Map(
      lookups.map(({ name }) => [
        name,
        { lookupName: name, values: [...index.standardValues(name)], isFlags: false },
      ]),
    ),
  };
}

function resourceDefinition(resourceName: string, index: DictionaryIndex): ResourceDefinition {
  const resource = index.resource(resourceName);
  const elements = resource?.elements ?? [];
  const synonyms = [...index.synonyms(resourceName)].map(
    ([synonym, standsFor]) => [synonym, standsFor.map(({ name }) => name)] as const,
  );
  return {
    resourceName,
    keyFields: resource === undefined ? [] : recordKeyFields(resource),
    isOpen: true,
    synonyms: new Map(synonyms),
    fields: new Map(elements.map((element) => [element.name, fieldDefinition(element, index)])),
  };
}

function fieldDefinition(element: DictionaryElement, index: DictionaryIndex): FieldDefinition {
  const isMultiple = element.kind === 'field' && element.type === MULTIPLE;
  return {
    name: element.name,
    type: typeOf(element, index),
    isCollection: element.kind === 'expansion' ? element.isCollection : isMultiple,
    isNullable: true,
    ...(isMultiple ? { isTextAllowed: true } : {}),
  };
}

function typeOf(element: DictionaryElement, index: DictionaryIndex): FieldType {
  if (element.kind === 'field') return typeOfField(element, index);
  const { target } = element;
  return index.resource(target) === undefined
    ? { kind: 'unknown', typeName: target }
    : { kind: 'expansion', resource: target };
}

/** A lookup without values takes any text. */
function typeOfField(
  { type, length, lookup, lookupStatus }: DictionaryField,
  index: DictionaryIndex,
): FieldType {
  if (lookup !== undefined && index.standardValues(lookup).size > 0) {
    return { kind: 'lookup', lookup, ...(lookupStatus === 'closed' ? {} : { isOpen: true }) };
  }
  const name = PRIMITIVES[type];
  const hasLength = type === 'String' && length !== undefined && length > 0;
  return { kind: 'primitive', name, ...(hasLength ? { maxLength: length, isSuggested: true } : {}) };
}
