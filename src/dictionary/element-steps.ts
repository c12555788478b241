import type {
  Dictionary,
  DictionaryElement,
  DictionaryExpansion,
  DictionaryField,
  DictionaryLookupValue,
} from './dictionary.js';
import { gherkinTable } from './gherkin-table.js';

/** A Gherkin step and the lines of its table. */
export interface Step {
  readonly text: string;
  readonly table?: readonly string[];
}

/** The standard values by lookup name. */
export type ValuesByLookup = ReadonlyMap<string, readonly DictionaryLookupValue[]>;

/** The standard values of a dictionary by lookup name. */
export function valuesByLookup(dictionary: Dictionary): ValuesByLookup {
  return new Map(dictionary.lookups.map(({ name, values }) => [name, values]));
}

/** The steps of the scenario of one field or expansion. */
export function elementSteps(
  element: DictionaryElement,
  resource: string,
  values: ValuesByLookup,
): readonly Step[] {
  return [
    ...synonymSteps(element, resource),
    { text: `When "${element.name}" exists in the "${resource}" metadata` },
    ...(element.kind === 'field' ? fieldSteps(element, values) : [expansionStep(element)]),
  ];
}

function synonymSteps({ name, synonyms }: DictionaryElement, resource: string): readonly Step[] {
  if (synonyms.length === 0) return [];
  const text = `Given that the following synonyms for "${name}" DO NOT exist in the "${resource}" metadata`;
  return [{ text, table: gherkinTable(synonyms.map((synonym) => [synonym])) }];
}

function expansionStep({ name, target, isCollection }: DictionaryExpansion): Step {
  const kind = isCollection ? 'a collection expansion' : 'an expansion';
  return { text: `Then "${name}" MUST be ${kind} of the "${target}" resource` };
}

function fieldSteps(field: DictionaryField, values: ValuesByLookup): readonly Step[] {
  return [
    { text: `Then "${field.name}" MUST be "${field.type}" data type` },
    ...suggestedMaximum(field, 'length', 'Length'),
    ...suggestedMaximum(field, 'precision', 'Precision'),
    ...suggestedMaximum(field, 'scale', 'Scale'),
    ...lookupSteps(field, (field.lookup === undefined ? undefined : values.get(field.lookup)) ?? []),
  ];
}

function suggestedMaximum(
  field: DictionaryField,
  attribute: 'length' | 'precision' | 'scale',
  title: string,
): readonly Step[] {
  const maximum = field[attribute];
  if (maximum === undefined) return [];
  const text = `And "${field.name}" ${attribute} SHOULD be equal to the RESO Suggested Max ${title} of ${maximum}`;
  return [{ text }];
}

/** A lookup without values has no steps, a closed one neither: no server could keep to an empty list. */
function lookupSteps(
  { name, lookupStatus }: DictionaryField,
  values: readonly DictionaryLookupValue[],
): readonly Step[] {
  if (values.length === 0) return [];
  const table = gherkinTable([
    ['LegacyODataValue', 'StandardLookupValue'],
    ...values.map((value) => [value.legacyODataValue, value.standardValue]),
  ]);
  return lookupStatus === 'closed'
    ? [
        { text: `And "${name}" MUST contain at least one of the following standard lookups`, table },
        { text: `And "${name}" MUST contain only standard enumerations` },
      ]
    : [
        { text: `And "${name}" MAY contain any of the following standard lookups`, table },
        { text: `But "${name}" MUST NOT contain any similar lookups` },
      ];
}
