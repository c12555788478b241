import type { DictionaryElement } from '../../dictionary/dictionary.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { LOOKUP_NAME_TERM } from '../../metadata/lookup-name.js';
import type { MetadataReport, ReportField } from '../../metadata/report-shape.js';
import { recordKeyFields } from './record-keys.js';

/** The type of an element as far as counting goes: only expansions and enumerations matter. */
const PLAIN = 'Edm.String';

/** The dictionary in the shape of a metadata report: what records are counted by where no server declares anything. */
export function reportFromDictionary(index: DictionaryIndex): MetadataReport {
  const { version, resources, lookups } = index.dictionary;
  return {
    description: 'Data Dictionary',
    version,
    generatedOn: '',
    resources: resources.map((resource) => ({
      resourceName: resource.name,
      typeName: resource.name,
      keyFields: recordKeyFields(resource),
      hasEntitySet: true,
    })),
    fields: resources.flatMap(({ name, elements }) => elements.map((element) => reportField(name, element))),
    complexTypes: [],
    lookups: lookups.flatMap(({ name }) =>
      [...index.standardValues(name)].map((lookupValue) => ({ lookupName: name, lookupValue, type: PLAIN })),
    ),
  };
}

function reportField(resourceName: string, element: DictionaryElement): ReportField {
  const about = { resourceName, fieldName: element.name };
  if (element.kind === 'expansion') {
    return { ...about, type: element.target, isCollection: element.isCollection, isExpansion: true };
  }
  const { type, lookup } = element;
  return {
    ...about,
    type: lookup ?? PLAIN,
    isCollection: type === 'Multiple Enumeration',
    ...(lookup === undefined ? {} : { annotations: [{ term: LOOKUP_NAME_TERM, value: lookup }] }),
  };
}
