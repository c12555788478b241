import { ConfigurationError } from '../core/errors.js';
import type {
  DictionaryElement,
  DictionaryExpansion,
  DictionaryField,
  DictionaryResource,
} from './dictionary.js';
import { optional } from './optional.js';
import { type RawSheet, rowsOf, type SheetRow } from './sheet.js';
import { isSimpleIdentifier } from './simple-identifier.js';
import { fieldSynonyms } from './synonyms.js';

const COLUMNS = [
  'ResourceName',
  'StandardName',
  'SimpleDataType',
  'SourceResource',
  'SugMaxLength',
  'SugMaxPrecision',
  'Synonyms',
  'ElementStatus',
  'LookupStatus',
  'LookupName',
  'PropertyTypes',
  'Payloads',
  'WikiPageUrl',
] as const;
type FieldRow = SheetRow<(typeof COLUMNS)[number]>;
type FieldFacts = Pick<
  DictionaryField,
  'type' | 'length' | 'precision' | 'scale' | 'lookup' | 'lookupStatus'
>;

const TAG = /^[\p{L}\p{N}_-]+$/u;

/** How each SimpleDataType of a field reads. `Resource` and `Collection` are expansions. */
const FIELD_TYPES = new Map<string, (row: FieldRow) => FieldFacts>([
  ['Boolean', () => ({ type: 'Boolean' })],
  ['Date', () => ({ type: 'Date' })],
  ['Timestamp', () => ({ type: 'Timestamp' })],
  ['String', (row) => ({ type: 'String', ...optional('length', row.count('SugMaxLength')) })],
  ['Number', numberOf],
  ['String List, Single', (row) => ({ type: 'Single Enumeration', ...lookupOf(row) })],
  ['String List, Multi', (row) => ({ type: 'Multiple Enumeration', ...lookupOf(row) })],
]);
const EXPANSION_TYPES = new Map([
  ['Resource', false],
  ['Collection', true],
]);

/**
 * The resources of the `Fields` sheet, by first appearance, with their elements in the sheet's order.
 *
 * @throws ConfigurationError that names file, sheet, row and column of what cannot be read
 */
export function resourcesOf(sheet: RawSheet): readonly DictionaryResource[] {
  const resources = new Map<string, Map<string, DictionaryElement>>();
  for (const row of rowsOf(sheet, COLUMNS)) {
    const name = identifier(row, 'ResourceName');
    const elements = resources.get(name) ?? new Map<string, DictionaryElement>();
    resources.set(name, elements.set(newNameOf(row, elements, name), elementOf(row)));
  }
  if (resources.size === 0) {
    throw new ConfigurationError('The sheet has no rows.', {
      where: `${sheet.file}, sheet "${sheet.name}"`,
      advice: 'Take the Data Dictionary spreadsheet as RESO publishes it.',
    });
  }
  return [...resources].map(([name, elements]) => ({ name, elements: [...elements.values()] }));
}

function newNameOf(row: FieldRow, elements: ReadonlyMap<string, unknown>, resource: string): string {
  const name = identifier(row, 'StandardName');
  if (!elements.has(name)) return name;
  throw row.fault('StandardName', `${resource} has a "${name}" in an earlier row. Remove one of the two.`);
}

function elementOf(row: FieldRow): DictionaryElement {
  const type = row.requiredText('SimpleDataType');
  const isCollection = EXPANSION_TYPES.get(type);
  if (isCollection !== undefined) return expansionOf(row, isCollection);
  const factsOf = FIELD_TYPES.get(type);
  if (factsOf !== undefined) return fieldOf(row, factsOf);
  const known = [...FIELD_TYPES.keys(), ...EXPANSION_TYPES.keys()].map((name) => `"${name}"`).join(', ');
  throw row.fault('SimpleDataType', `the type "${type}" is unknown. Use one of ${known}.`);
}

function fieldOf(row: FieldRow, factsOf: (row: FieldRow) => FieldFacts): DictionaryField {
  return { name: row.requiredText('StandardName'), kind: 'field', ...factsOf(row), ...whatBothHave(row) };
}

function expansionOf(row: FieldRow, isCollection: boolean): DictionaryExpansion {
  const name = row.requiredText('StandardName');
  if (row.text('SourceResource') === undefined) {
    throw row.fault('SourceResource', `"${name}" is an expansion. Enter the resource that it leads to.`);
  }
  const target = identifier(row, 'SourceResource');
  return { name, kind: 'expansion', target, isCollection, ...whatBothHave(row) };
}

function whatBothHave(row: FieldRow) {
  return {
    synonyms: fieldSynonyms(row.text('Synonyms') ?? ''),
    propertyTypes: tags(row, 'PropertyTypes'),
    payloads: tags(row, 'Payloads'),
    ...optional('status', row.text('ElementStatus')),
    ...optional('url', row.text('WikiPageUrl')),
  };
}

/** The headings of the numbers are one off: the maximum length is the precision, the precision is the scale. */
function numberOf(row: FieldRow): FieldFacts {
  const scale = row.count('SugMaxPrecision');
  if (scale === undefined) return { type: 'Integer' };
  return { type: 'Decimal', ...optional('precision', row.count('SugMaxLength')), scale };
}

function lookupOf(row: FieldRow): Pick<DictionaryField, 'lookup' | 'lookupStatus'> {
  return { ...optional('lookup', row.text('LookupName')), lookupStatus: statusOf(row.text('LookupStatus')) };
}

function statusOf(text: string | undefined): NonNullable<DictionaryField['lookupStatus']> {
  if (text === 'Locked with Enumerations') return 'closed';
  return text === 'Open with Enumerations' ? 'open with enumerations' : 'open';
}

function identifier(row: FieldRow, column: 'ResourceName' | 'StandardName' | 'SourceResource'): string {
  const name = row.requiredText(column);
  if (isSimpleIdentifier(name)) return name;
  throw row.fault(column, `"${name}" cannot be a name in OData. Use letters, digits and underscores only.`);
}

function tags(row: FieldRow, column: 'PropertyTypes' | 'Payloads'): readonly string[] {
  const listed = row.list(column);
  const bad = listed.find((tag) => !TAG.test(tag));
  if (bad === undefined) return [...new Set(listed)];
  throw row.fault(column, `"${bad}" cannot be a tag. Put commas between the names, and no blanks into them.`);
}
