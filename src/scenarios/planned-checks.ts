import type { Subject } from '../core/subject.js';
import type { DictionaryElement, DictionaryExpansion, DictionaryField } from '../dictionary/dictionary.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { CheckContext, Expectation } from './assessment.js';
import type { ScenarioRule } from './checks.js';
import { rulesOfDataType } from './data-type.js';

/** A check that the scenarios of a dictionary will make, with what their sentences expect. */
export interface PlannedCheck extends Pick<CheckContext, 'resource' | 'name' | 'expectation'> {
  readonly rule: ScenarioRule;
  readonly subject: Subject;
}

type Expected = readonly [rules: readonly ScenarioRule[], expectation: Expectation];

/** The checks of the resource scenario. */
export function checksOfResource(resource: string): readonly PlannedCheck[] {
  const subject = { resource };
  return (['dd/resource-synonym', 'dd/similar-name'] as const).map((rule) => ({
    rule,
    subject,
    resource,
    name: resource,
    expectation: {},
  }));
}

/**
 * The checks of an element's scenario. A run holds its books against this plan: what is planned and not booked, for
 * whatever reason, is `not evaluated`.
 */
export function checksOfElement(
  resource: string,
  element: DictionaryElement,
  dictionary: DictionaryIndex,
): readonly PlannedCheck[] {
  const { name } = element;
  const subject = element.kind === 'expansion' ? { resource, expansion: name } : { resource, field: name };
  const expected = [
    ...synonymsOf(element),
    ...(element.kind === 'expansion' ? [targetOf(element)] : expectedOfField(element, dictionary)),
  ];
  return expected.flatMap(([rules, expectation]) =>
    rules.map((rule) => ({ rule, subject, resource, name, expectation })),
  );
}

function synonymsOf({ synonyms }: DictionaryElement): readonly Expected[] {
  return synonyms.length === 0 ? [] : [[['dd/synonym'], { synonyms }]];
}

function targetOf({ target, isCollection }: DictionaryExpansion): Expected {
  return [['dd/expansion'], { target, isCollection }];
}

function expectedOfField(field: DictionaryField, dictionary: DictionaryIndex): readonly Expected[] {
  const { type, length, precision, scale } = field;
  const sizes: (Expected | undefined)[] = [
    length === undefined ? undefined : [['dd/suggested-length'], { length }],
    precision === undefined ? undefined : [['dd/suggested-precision'], { precision }],
    scale === undefined ? undefined : [['dd/suggested-scale'], { scale }],
  ];
  return [
    [rulesOfDataType(type), { dataType: type }],
    ...sizes.filter((size) => size !== undefined),
    ...valuesOf(field, dictionary),
  ];
}

function valuesOf(
  { lookup, lookupStatus }: DictionaryField,
  dictionary: DictionaryIndex,
): readonly Expected[] {
  const values = lookup === undefined ? undefined : dictionary.lookup(lookup)?.values;
  if (values === undefined || values.length === 0) return [];
  const rules: readonly ScenarioRule[] =
    lookupStatus === 'closed'
      ? ['dd/closed-enumeration', 'lookup/closed-enumeration']
      : ['dd/similar-lookup'];
  return [[rules, { values }]];
}
