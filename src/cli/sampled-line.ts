import { escapeTerminal } from '../core/escape-terminal.js';
import type { SampledSequence, SamplingExtent } from '../core/events.js';

const SECOND_MS = 1000;
const MEGABYTE = 1_000_000;
/** Less says nothing of the rate. */
const LEAST_MS = 500;

/** Something told of a sequence. */
interface Part {
  readonly text: string;
  /** What goes first where there is no room for all; what has none stays. */
  readonly spare?: 1 | 2 | 3;
}

/**
 * A sequence in one line: records of the total, records/s, MB/s, mean response time, errors, time left. As many of the rates
 * as there is room for.
 *
 * @param width of the line, in characters
 */
export function sampledLine(sequence: SampledSequence, width = Number.POSITIVE_INFINITY): string {
  const title = sequenceTitle(sequence);
  const parts = partsOf(sequence);
  const line = (without: number) =>
    `${title}  ${parts.flatMap(({ text, spare = 4 }) => (spare > without ? [text] : [])).join(', ')}`;
  return [0, 1, 2].map(line).find(({ length }) => length <= width) ?? line(3);
}

function partsOf(sequence: SampledSequence): readonly Part[] {
  const { records, expected, bytes, responseMs, pages, errors, hasEnded, elapsedMs } = sequence;
  const total = expected === undefined ? '' : ` of ${grouped(expected)}`;
  const rate = rateOf(sequence);
  const speed = ((bytes / responseMs / MEGABYTE) * SECOND_MS).toFixed(1);
  return [
    { text: `${grouped(records)}${total} records` },
    ...(rate === undefined ? [] : [{ text: `${grouped(Math.round(rate))} records/s`, spare: 3 } as const]),
    ...(responseMs === 0 ? [] : [{ text: `${speed} MB/s`, spare: 1 } as const]),
    ...(pages === 0
      ? []
      : [{ text: `${grouped(Math.round(responseMs / pages))} ms a page`, spare: 2 } as const]),
    errors === 0 ? { text: '0 errors', spare: 3 } : { text: errors === 1 ? '1 error' : `${errors} errors` },
    ...(hasEnded ? [`done in ${clock(elapsedMs)}`] : timeLeft(sequence)).map((text) => ({ text })),
  ];
}

/** How many sequences have come to their ends. */
export function extentLine({ ended, sequences }: SamplingExtent): string {
  return `sampling: ${ended} of ${sequences} sequences done`;
}

/** The name of a sequence, which holds names from the metadata of a server. */
export function sequenceTitle({ resource, expansion, strategy }: SampledSequence): string {
  return escapeTerminal(`${expansion === undefined ? resource : `${resource}.${expansion}`} ${strategy}`);
}

/** Records a second, waits and pauses included. */
function rateOf({ records, recordsBefore, elapsedMs }: SampledSequence): number | undefined {
  return elapsedMs < LEAST_MS ? undefined : ((records - recordsBefore) / elapsedMs) * SECOND_MS;
}

function timeLeft(sequence: SampledSequence): readonly string[] {
  const rate = rateOf(sequence);
  const { expected, records } = sequence;
  if (rate === undefined || rate === 0 || expected === undefined || expected < records) return [];
  return [`${clock(((expected - records) / rate) * SECOND_MS)} left`];
}

/** `1:05` or `1:02:05`. */
function clock(ms: number): string {
  const seconds = Math.round(ms / SECOND_MS);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `12345` as `12,345`. */
function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
