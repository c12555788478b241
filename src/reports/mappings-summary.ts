import { escapeTerminal } from '../core/escape-terminal.js';
import { count } from './count.js';
import type { Paint } from './paint.js';
import type { MappingsResult } from './results.js';

const MOST_NOTES = 20;

/** What came of the mappings file, and which of its entries its keeper should look at. Empty without one. */
export function mappingsSummary(mappings: MappingsResult | undefined, paint: Paint): string {
  if (mappings === undefined) return '';
  const { file, entries, ignored, notes } = mappings;
  const rest = notes.length - MOST_NOTES;
  return [
    `${paint.bold('Mappings')}  ${escapeTerminal(file)}: ${count(entries, 'entry', 'entries')}, ${count(ignored, 'element')} ignored`,
    ...notes
      .slice(0, MOST_NOTES)
      .map(({ at, element, kind, reason }) => escapeTerminal(`  ${at}  ${kind}: ${element}: ${reason}`)),
    ...(rest > 0 ? [`  … and ${count(rest, 'more note', 'more notes')}`] : []),
  ].join('\n');
}
