import type { Suggestion } from '../core/finding.js';
import type { LocalElement } from './local-element.js';
import { suggestedName, suggestedPath } from './to-suggestion.js';
import type { Variation } from './variation.js';
import { weighSuggestions } from './weigh-suggestions.js';

/** A name like "Agent" is within a hundred others: a message names the likeliest. */
const MOST_NAMES = 5;

const NOUNS = { resource: 'resource', field: 'field', expansion: 'expansion', lookup: 'value' } as const;

/**
 * What a variation is and what to do about it, in a few sentences.
 *
 * @param absence what is so of the standard element
 */
export function describeVariation(
  { element, suggestions, suggestedAt, expired }: Variation,
  absence = 'which the server does not declare',
): string {
  const what = describeElement(element);
  const standard = `the standard ${NOUNS[element.kind]} ${describeNames(suggestions)}`;
  const sentences =
    suggestedAt === undefined
      ? describeNear(what, `${standard}, ${absence}`, suggestions)
      : describeSuggested(what, standard, suggestions, suggestedAt);
  if (expired !== undefined) {
    sentences.push(`The entry that ignored it (${expired.at}) expired after ${expired.expires}.`);
  }
  return sentences.join(' ');
}

/** The likeliest of the names that are suggested, in one text. */
export function expectedNames(suggestions: readonly Suggestion[]): string {
  return suggestions.slice(0, MOST_NAMES).map(suggestedName).join(' or ');
}

function describeElement(element: LocalElement): string {
  if (element.kind === 'resource') return `The resource "${element.resource}"`;
  if (element.kind === 'lookup') {
    const { declared, values, resource, field } = element;
    return `"${declared.name}" in ${values.lookup} (used by ${resource}.${field})`;
  }
  return `The local ${element.kind} "${element.field}" in ${element.resource}`;
}

function describeNames(suggestions: readonly Suggestion[]): string {
  const names = suggestions.slice(0, MOST_NAMES).map((suggestion) => `"${suggestedPath(suggestion)}"`);
  const rest = suggestions.length - names.length;
  return `${names.join(' or ')}${rest > 0 ? ` (and ${rest} more)` : ''}`;
}

function describeNear(what: string, standard: string, suggestions: readonly Suggestion[]): string[] {
  const { advisory, severity } = weighSuggestions(suggestions);
  const is = severity === 'warning' ? 'is a listed synonym of' : 'is nearly';
  return [
    `${what} ${is} ${standard}.`,
    ...(advisory === true
      ? ["The ratified text would let it pass, but RESO's published tools fail on it."]
      : []),
    'Use the standard name if that is what it means; if not, settle it with --mappings (Ignore, with a reason).',
  ];
}

function describeSuggested(
  what: string,
  standard: string,
  suggestions: readonly Suggestion[],
  at: string,
): string[] {
  const [source = ''] = suggestions.map(({ strategy }) => strategy);
  const { severity } = weighSuggestions(suggestions);
  return [
    `${what} should be ${standard}, as ${at} says (${source}).`,
    ...(severity === 'warning' ? ['That binds in the next major version of the Data Dictionary.'] : []),
    'Rename it; if it is something else, settle it there (Ignore, with a reason).',
  ];
}
