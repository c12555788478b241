import { escapeTerminal } from '../core/escape-terminal.js';
import type { SampledSequence, SamplingExtent } from '../core/events.js';

const SECOND_MS = 1000;
const MEGABYTE = 1_000_000;
/** Less says nothing of the rate. */
const LEAST_MS = 500;

/** A sequence in one line: records of the total, records/s, MB/s, mean response time, errors, time left. */
export function sampledLine(sequence: SampledSequence): string {
  const { records, expected, bytes, responseMs, pages, errors, hasEnded } = sequence;
  const total = expected === undefined ? '' : ` of ${grouped(expected)}`;
  const parts = [
    `${grouped(records)}${total} records`,
    ...(rateOf(sequence) === undefined ? [] : [`${grouped(Math.round(rateOf(sequence) ?? 0))} records/s`]),
    ...(responseMs === 0 ? [] : [`${((bytes / responseMs / MEGABYTE) * SECOND_MS).toFixed(1)} MB/s`]),
    ...(pages === 0 ? [] : [`${grouped(Math.round(responseMs / pages))} ms a page`]),
    errors === 1 ? '1 error' : `${errors} errors`,
    ...(hasEnded ? [`done in ${clock(sequence.elapsedMs)}`] : timeLeft(sequence)),
  ];
  return `${sequenceTitle(sequence)}  ${parts.join(', ')}`;
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
