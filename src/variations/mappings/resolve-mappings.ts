import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import { type Decision, Decisions, type MappingNote } from '../decisions.js';
import type { Declared } from '../declared.js';
import { elementKey, type LocalElement } from '../local-element.js';
import { ElementFinder } from './element-finder.js';
import type { MappingEntry } from './mapping-entry.js';
import type { Mappings } from './read-mappings.js';
import { isDeclared, toHumanSuggestion } from './to-human-suggestion.js';

/**
 * Finds the local elements that people decided about. An entry past its last day counts no more, nor does a suggestion
 * of what the server declares already; an entry that changes nothing is noted, with the reason.
 *
 * @param today as `YYYY-MM-DD`, in UTC
 */
export function resolveMappings(
  { entries }: Mappings,
  declared: Declared,
  dictionary: DictionaryIndex,
  today: string,
): Decisions {
  const finder = new ElementFinder(declared, dictionary);
  const decided = new Map<string, { readonly element: LocalElement; readonly decision: Decision }>();
  const notes = entries.flatMap((entry) => {
    const found = finder.find(entry);
    if (found.kind !== 'elements') return [noteOn(entry, found.kind, found.reason)];
    const standing = standingOf(entry, found.elements, declared, today);
    for (const element of found.elements) {
      const key = elementKey(element);
      const { decision } = decided.get(key) ?? { decision: NO_DECISION };
      decided.set(key, { element, decision: withEntry(decision, entry, standing, element) });
    }
    return notesOn(entry, standing);
  });
  return new Decisions(decided.values(), notes);
}

/** What counts of an entry. */
type Standing = 'expired' | 'ignores' | 'suggests' | 'declared already' | 'undecided';

function standingOf(
  { expires, isIgnored, suggestion }: MappingEntry,
  elements: readonly LocalElement[],
  declared: Declared,
  today: string,
): Standing {
  if (expires !== undefined && expires < today) return 'expired';
  if (isIgnored) return 'ignores';
  if (suggestion === undefined) return 'undecided';
  return elements.every((element) => isDeclared(suggestion, element, declared))
    ? 'declared already'
    : 'suggests';
}

function notesOn(entry: MappingEntry, standing: Standing): readonly MappingNote[] {
  switch (standing) {
    case 'expired':
      return [noteOn(entry, 'expired', `it counted until ${entry.expires ?? ''}`)];
    case 'declared already':
      return [noteOn(entry, 'without effect', 'the server declares the suggested element already')];
    case 'undecided':
      return [noteOn(entry, 'without effect', 'it has neither Ignore nor a suggestion')];
    case 'ignores':
      return entry.reason === ''
        ? [noteOn(entry, 'without reason', 'nobody can tell why it is ignored')]
        : [];
    case 'suggests':
      return [];
  }
}

function noteOn(entry: MappingEntry, kind: MappingNote['kind'], reason: string): MappingNote {
  return { at: entry.at, element: describeEntry(entry), kind, reason };
}

const NO_DECISION: Decision = { suggestions: [] };

/** Of entries on the same element the first counts, but each suggests; Ignore wins over the suggestion of its row. */
function withEntry(
  decision: Decision,
  entry: MappingEntry,
  standing: Standing,
  element: LocalElement,
): Decision {
  const { at, reason, expires, suggestion } = entry;
  if (standing === 'ignores') {
    const ignored = { reason, ...(expires === undefined ? {} : { expires }) };
    return { ...decision, ignored: decision.ignored ?? ignored };
  }
  if (standing === 'expired' && entry.isIgnored && expires !== undefined) {
    return { ...decision, expired: decision.expired ?? { at, expires } };
  }
  if (standing !== 'suggests' || suggestion === undefined) return decision;
  return {
    ...decision,
    suggestions: [...decision.suggestions, toHumanSuggestion(entry, suggestion, element)],
    suggestedAt: decision.suggestedAt ?? at,
  };
}

function describeEntry({ resource, field, value }: MappingEntry): string {
  const place = field === undefined ? resource : `${resource}.${field}`;
  return value === undefined ? place : `${place} = "${value}"`;
}
