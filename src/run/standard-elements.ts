import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { StandardElements, StandardKind } from '../metadata/standard-elements.js';

/** What the rules of a metadata document ask of a version of the Data Dictionary. */
export function standardElements(dictionary: DictionaryIndex, areJudgedElsewhere: boolean): StandardElements {
  return {
    resources: new Set(dictionary.resourceNames),
    kindOf: (resource, field) => kindOf(dictionary, resource, field),
    areJudgedElsewhere,
  };
}

function kindOf(dictionary: DictionaryIndex, resource: string, field: string): StandardKind | undefined {
  const element = dictionary.element(resource, field);
  if (element === undefined) return undefined;
  if (element.kind === 'expansion') return 'other';
  if (element.type === 'Single Enumeration' || element.type === 'Multiple Enumeration') return 'lookup';
  return element.type === 'Integer' ? 'integer' : 'other';
}
