import { didYouMean } from '../../core/nearest-name.js';
import type {
  DictionaryElement,
  DictionaryLookupValue,
  DictionaryResource,
} from '../../dictionary/dictionary.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { resourceUrl } from '../resource-url.js';

/** The names of a standard element, as far as somebody gave them. */
export interface TargetNames {
  readonly resource: string | undefined;
  readonly field: string | undefined;
  readonly value: string | undefined;
}

/** A standard element that somebody names: a resource, a field or expansion of it, or a value of its lookup. */
export interface MappingTarget {
  readonly resource: string;
  readonly field?: string;
  readonly value?: DictionaryLookupValue;
  /** True for a value that was named by its LegacyODataValue alone. */
  readonly isLegacyName?: boolean;
  /** Its page of the Data Dictionary Wiki. */
  readonly url?: string;
}

/** The standard element of those names, or what is not standard about them and which are. */
export function findTarget(
  { resource, field, value }: TargetNames,
  dictionary: DictionaryIndex,
): MappingTarget | { readonly fault: string; readonly advice: string } {
  const { version } = dictionary.dictionary;
  const { resources } = dictionary.dictionary;
  const foundResource = byName(resources, resource ?? '');
  if (foundResource === undefined) {
    return notStandard(
      `resource "${resource ?? ''}" of Data Dictionary ${version}`,
      resource ?? '',
      resources,
    );
  }
  if (field === undefined && value === undefined) return ofResource(foundResource);
  const { name, elements } = foundResource;
  const foundField = byName(elements, field ?? '');
  if (foundField === undefined) {
    return notStandard(
      `field "${field ?? ''}" of ${name} in Data Dictionary ${version}`,
      field ?? '',
      elements,
    );
  }
  if (value === undefined) return { ...ofResource(foundResource), ...ofElement(foundField) };
  const values = valuesOf(foundField, dictionary);
  const found = valueNamed(values, value);
  if (found === undefined) {
    const names = values.map(({ standardValue }) => ({ name: standardValue }));
    return notStandard(
      `value "${value}" of ${name}.${foundField.name} in Data Dictionary ${version}`,
      value,
      names,
    );
  }
  return {
    resource: name,
    field: foundField.name,
    value: found,
    isLegacyName: !isSame(found.standardValue, value),
    ...(found.url === undefined ? {} : { url: found.url }),
  };
}

function ofResource(resource: DictionaryResource): MappingTarget {
  const url = resourceUrl(resource);
  return { resource: resource.name, ...(url === undefined ? {} : { url }) };
}

function ofElement({ name, url }: DictionaryElement): Pick<MappingTarget, 'field' | 'url'> {
  return { field: name, ...(url === undefined ? {} : { url }) };
}

function valuesOf(element: DictionaryElement, dictionary: DictionaryIndex): readonly DictionaryLookupValue[] {
  if (element.kind !== 'field' || element.lookup === undefined) return [];
  return dictionary.lookup(element.lookup)?.values ?? [];
}

function valueNamed(
  values: readonly DictionaryLookupValue[],
  name: string,
): DictionaryLookupValue | undefined {
  return (
    values.find(({ standardValue }) => isSame(standardValue, name)) ??
    values.find(({ legacyODataValue }) => isSame(legacyODataValue, name))
  );
}

function byName<T extends { readonly name: string }>(named: readonly T[], name: string): T | undefined {
  return named.find((item) => isSame(item.name, name));
}

/** People and spreadsheets add blanks, and some standard values end with one. */
function isSame(standard: string, given: string): boolean {
  return standard === given || standard.trim() === given.trim();
}

function notStandard(what: string, given: string, known: readonly { readonly name: string }[]) {
  const names = known.map(({ name }) => name);
  const nearest = didYouMean(given, names);
  return {
    fault: `There is no standard ${what}.`,
    advice: nearest ?? 'Suggest a standard name, or mark the row with Ignore and a reason.',
  };
}
