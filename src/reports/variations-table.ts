import { escapeTerminal } from '../core/escape-terminal.js';
import type { Finding, Suggestion } from '../core/finding.js';
import { describeSubject, type Subject } from '../core/subject.js';
import { likelihood } from '../variations/likelihood.js';
import { normalise } from '../variations/normalise.js';
import { suggestedPath } from '../variations/to-suggestion.js';
import { count } from './count.js';
import type { Paint } from './paint.js';
import { type TableRow, textTable } from './text-table.js';

/** How many suggestions of one element a table shows: names like "Agent" are within a hundred others. */
const SHOWN_OF_ELEMENT = 3;
/** The widest column of names; what is longer is cut. */
const WIDEST = 44;
const HEADINGS = ['Local', 'Standard', 'Why', 'Distance', 'Where', "Standard's page"] as const;

interface TableOptions {
  /** The most elements of a table; the rest is counted by resource or lookup. */
  readonly shown: number;
  readonly paint: Paint;
  /** Of the terminal, in characters. */
  readonly width?: number;
}

const KINDS: readonly { readonly title: string; readonly holds: (subject: Subject) => boolean }[] = [
  {
    title: 'Resources',
    holds: ({ lookup, field, expansion }) => (lookup ?? field ?? expansion) === undefined,
  },
  { title: 'Fields', holds: ({ field }) => field !== undefined },
  { title: 'Expansions', holds: ({ expansion }) => expansion !== undefined },
  { title: 'Lookup values', holds: ({ lookup }) => lookup !== undefined },
];

/**
 * Open suggestions as tables, one a kind, the likeliest element first: what the server declares, the standard name, why
 * it matched, its distance over the limit, and the standard's page. What only warns is yellow. Empty when no finding
 * suggests anything.
 */
export function variationsTable(findings: readonly Finding[], options: TableOptions): string {
  const { paint } = options;
  const open = findings.filter(({ suggestions }) => suggestions !== undefined && suggestions.length > 0);
  const tables = KINDS.map(({ title, holds }) => {
    const ofKind = open.filter(({ subject }) => holds(subject));
    return table(title, ofKind, options);
  }).filter((text) => text !== '');
  if (tables.length === 0) return '';
  return [
    `${paint.bold('Variations')}  ${count(open.length, 'local element')} near to standard ones`,
    ...tables,
    paint.dim(hints(open)),
  ].join('\n\n');
}

function hints(open: readonly Finding[]): string {
  const isAdvisory = open.some(({ suggestions = [] }) =>
    suggestions.some((suggestion) => why(suggestion).endsWith('advisory')),
  );
  return [
    '  Rename what is meant to be standard. Settle what is something else:',
    '  --export-mappings FILE (in variations and rcf) writes a row for each. Give it',
    '  Ignore and a Reason, and the file back with --mappings FILE.',
    ...(isAdvisory ? ["  Advisory: the ratified text would let it pass, but RESO's tools fail on it."] : []),
  ].join('\n');
}

function table(title: string, findings: readonly Finding[], options: TableOptions): string {
  if (findings.length === 0) return '';
  const { shown, paint } = options;
  const ranked = rank(findings);
  const rows = ranked.slice(0, shown).flatMap((finding) => rowsOf(finding, paint));
  return [
    `  ${paint.bold(`${title} (${findings.length})`)}`,
    ...textTable(HEADINGS, rows, { indent: '    ', ...options }),
    ...folded(ranked.slice(shown)),
  ].join('\n');
}

function rowsOf(finding: Finding, paint: Paint): readonly TableRow[] {
  const { suggestions = [], severity, location } = finding;
  const local = cut(escapeTerminal(localName(finding)));
  const place = location === undefined ? '' : `line ${location.line}`;
  const rest = suggestions.length - SHOWN_OF_ELEMENT;
  const cells = suggestions
    .slice(0, SHOWN_OF_ELEMENT)
    .map((suggestion, at) => [
      at === 0 ? local : '',
      cut(escapeTerminal(suggestedPath(suggestion))),
      why(suggestion),
      distanceOf(suggestion),
      at === 0 ? place : '',
      escapeTerminal(suggestion.ddWikiUrl ?? ''),
    ]);
  const all = rest > 0 ? [...cells, ['', `… and ${rest} more`]] : cells;
  return all.map((row) => ({ cells: row, ...(severity === 'error' ? {} : { brush: paint.yellow }) }));
}

/** A value by the name that was compared, in its lookup without the namespace. */
function localName({ subject, found }: Finding): string {
  if (subject.lookup === undefined) return describeSubject(subject);
  const lookup = subject.lookup.slice(subject.lookup.lastIndexOf('.') + 1);
  return `${lookup} = "${found ?? subject.value ?? ''}"`;
}

function why({ strategy, exactMatch, closeMatch, advisory }: Suggestion): string {
  const how = exactMatch === true ? 'Exact' : closeMatch === true ? `${strategy}, close` : strategy;
  // A synonym only warns as it is.
  return advisory === true && strategy !== 'Synonym' ? `${how}, advisory` : how;
}

function distanceOf({ distance, maxDistance }: Suggestion): string {
  return distance === undefined ? '' : `${distance} of ${maxDistance ?? ''}`;
}

/** The likeliest first; equally likely ones stay in the order in which they were found. */
function rank(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding);
}

function rankOf({ suggestions: [best] = [], found = '' }: Finding): number {
  if (best === undefined) return Number.POSITIVE_INFINITY;
  return likelihood(best, normalise(found).length, normalise(suggestedPath(best)).length);
}

function folded(rest: readonly Finding[]): readonly string[] {
  if (rest.length === 0) return [];
  const byPlace = new Map<string, number>();
  for (const { subject } of rest) {
    const place = subject.lookup ?? subject.resource ?? '';
    byPlace.set(place, (byPlace.get(place) ?? 0) + 1);
  }
  const places = [...byPlace].sort(([, a], [, b]) => b - a);
  const shown = places.slice(0, 5).map(([place, amount]) => `${cut(escapeTerminal(place))} ${amount}`);
  const more = places.length > shown.length ? ', …' : '';
  return [
    `    … and ${rest.length} more (${shown.join(', ')}${more}), all in data-dictionary-variations.json`,
  ];
}

function cut(text: string): string {
  return text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`;
}
