import { escapeTerminal } from '../core/escape-terminal.js';
import type { AvailabilityReport, ResourceFigures } from '../sampling/availability/availability-shape.js';
import { count } from './count.js';
import type { Paint } from './paint.js';

const MEGABYTE = 1_000_000;
const MOST_OPEN = 5;

/** What was sampled, a line a resource, and what was not, as a person reads it in a terminal. */
export function sampledSummary({ resources, fields, incomplete }: AvailabilityReport, paint: Paint): string {
  const width = Math.max(...resources.map(({ resourceName }) => escapeTerminal(resourceName).length), 0);
  const lines = resources.map((figures) => {
    const present = fields.filter(
      ({ resourceName, parentResourceName, frequency }) =>
        resourceName === figures.resourceName && parentResourceName === undefined && frequency > 0,
    );
    return `  ${escapeTerminal(figures.resourceName).padEnd(width)}  ${figuresOf(figures)}, ${count(present.length, 'field')} available`;
  });
  return `${[paint.bold('Sampled'), ...lines, ...openLines(incomplete ?? [], paint)].join('\n')}\n`;
}

function figuresOf(figures: ResourceFigures): string {
  const { recordCount, numUniqueRecordsFetched: unique, numRecordsChanged: changed, numSamples } = figures;
  const of = recordCount === undefined ? '' : ` of ${recordCount}`;
  const pages =
    numSamples === 0
      ? 'no page'
      : `${count(numSamples, 'page')} of ${(figures.averageResponseBytes / MEGABYTE).toFixed(2)} MB in ${Math.round(figures.medianResponseTimeMs)} ms`;
  const moved = changed === 0 ? '' : `, ${changed} changed meanwhile`;
  return `${unique}${of} records${moved}, ${pages}`;
}

function openLines(incomplete: readonly string[], paint: Paint): readonly string[] {
  if (incomplete.length === 0) return [];
  const shown = incomplete.slice(0, MOST_OPEN).map((line) => `  ${escapeTerminal(line)}`);
  const rest = incomplete.length - shown.length;
  return [
    paint.yellow(`  Not sampled to their ends: ${count(incomplete.length, 'sequence')}`),
    ...shown,
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
  ];
}
