import { listedValues } from '../../dictionary/listed-values.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import type { FieldRule } from './structure.js';
import { ValueCheck } from './value-check.js';

/** The values in a text that its lookup does not have. Only a value of an IsFlags type is several, split at commas. */
export function foreignValues(tape: Tape, node: number, { check, lookup }: FieldRule): readonly string[] {
  const text = textOf(tape, node);
  if (check !== ValueCheck.flags) return [text];
  return text
    .split(',')
    .map((part, index) => (index > 0 && part.startsWith(' ') ? part.slice(1) : part))
    .filter((part) => lookup?.hasText(part) !== true);
}

/** The values that a lookup does not have in a text that stands for a collection of them. */
export function foreignInList(tape: Tape, node: number, { lookup }: FieldRule): readonly string[] {
  const isKnown = (value: string) => lookup?.hasText(value) === true;
  return listedValues(textOf(tape, node), isKnown).filter((value) => !isKnown(value));
}
