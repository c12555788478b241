import type { DictionaryField } from '../../dictionary/dictionary.js';
import { type LookupValue, payloadName } from '../lookup-values.js';
import { isFlags, type Notation } from '../notation.js';
import { Draws, hashText, mix } from '../random.js';
import { decimalMaker, integerMaker } from './number-values.js';
import { cutTo } from './prose.js';
import { textMaker } from './text-values.js';
import type { Value } from './value.js';

const NEVER = 0.35;
/** Never filled, so that nothing else is wrong when their lookup has no rows. */
const LEFT_EMPTY: ReadonlySet<string> = new Set(['ShowingDays']);
const MOST_CHOICES = 4;

/**
 * How often a field has a value, from 0 to 1. A third of the fields never has one, whatever the seed: a server does
 * not use all of the dictionary.
 */
export function fillShare(resource: string, field: string): number {
  const draws = new Draws(hashText(`${resource}.${field}`));
  return LEFT_EMPTY.has(field) || draws.chance(NEVER) ? 0 : Math.min(1, 0.05 + draws.next() * 1.1);
}

/** What a field holds where it has no value: an empty collection, or null. */
export function emptyValue(field: DictionaryField, notation: Notation): Value {
  return field.type === 'Multiple Enumeration' && !isFlags(field, notation) ? [] : null;
}

/** A value for a field that nothing else decides, valid under the metadata that declares the field. */
export function chanceMaker(field: DictionaryField, notation: Notation): (draws: Draws) => Value {
  const { name, type, length, precision = 14, scale = 2, lookup = '' } = field;
  const choices = namesOf(notation.values.get(lookup) ?? [], notation);
  switch (type) {
    case 'Boolean':
      return (draws) => draws.chance(0.5);
    case 'Date':
      return (draws) => `${draws.between(2015, 2025)}-${twoDigits(draws, 12)}-${twoDigits(draws, 28)}`;
    case 'Timestamp':
      return (draws) =>
        `${draws.between(2021, 2025)}-${twoDigits(draws, 12)}-${twoDigits(draws, 28)}T${twoDigits(draws, 23)}:00:00Z`;
    case 'String':
      return textMaker(name, length);
    case 'Integer':
      return integerMaker(name);
    case 'Decimal':
      return decimalMaker(name, precision, scale);
    case 'Single Enumeration':
      return (draws) => (choices.length === 0 ? null : draws.pick(choices));
    case 'Multiple Enumeration':
      return isFlags(field, notation)
        ? (draws) => someOf(choices, draws).join(',')
        : (draws) => someOf(choices, draws);
  }
}

/** Turns a value that follows from a record's facts into one that the field's declaration allows. */
export function factNotation(field: DictionaryField, notation: Notation): (value: Value) => Value {
  const { type, length, lookup = '' } = field;
  if (type === 'String') {
    return (value) => (typeof value === 'string' && length !== undefined ? cutTo(value, length) : value);
  }
  if (type !== 'Single Enumeration' && type !== 'Multiple Enumeration') return (value) => value;
  const values = notation.values.get(lookup) ?? [];
  const names = new Map(values.map((value) => [value.value, payloadName(value, notation.representation)]));
  return (value) => (typeof value === 'string' ? (names.get(value) ?? emptyValue(field, notation)) : value);
}

/** The start of a field's draws, which is mixed with the index of the record. */
export function fieldSeed(seed: number, resource: string, field: string): number {
  return mix(seed, hashText(`${resource}.${field}`));
}

function namesOf(values: readonly LookupValue[], { representation }: Notation): readonly string[] {
  return values.map((value) => payloadName(value, representation));
}

function someOf(choices: readonly string[], draws: Draws): readonly string[] {
  if (choices.length === 0) return [];
  const chosen = new Set<string>();
  for (let left = draws.between(1, MOST_CHOICES); left > 0; left--) chosen.add(draws.pick(choices));
  return [...chosen];
}

function twoDigits(draws: Draws, most: number): string {
  return String(draws.between(1, most)).padStart(2, '0');
}
