import type { CountEntry } from '../checkpoint/entries.js';
import type { PlannedSequence } from '../plan/sampling-plan.js';
import { Sightings } from '../records/sightings.js';
import type { Sequence, SequenceEnd } from '../sequence/sequence.js';
import type { RequestFailure } from './request-failure.js';
import type { SampledPage } from './sampled-page.js';

/** How often something was seen, and where first. */
export interface Seen {
  readonly times: number;
  /** In the words of a message. */
  readonly what: string;
  readonly exchange: string;
}

/** What a run knows of one sequence. It follows from the journal's entries alone. */
export class SequenceState {
  /** The records that it has seen. */
  readonly sightings = new Sightings();
  /** Of each response: bytes after decompression, and milliseconds. */
  readonly bytes: number[] = [];
  readonly times: number[] = [];
  totalBytes = 0;
  totalMs = 0;
  /** Records received, those that came before included. */
  received = 0;
  expanded = 0;
  withoutTimestamp = 0;
  /** Pages larger than `$top`. */
  tooLarge: Seen | undefined;
  /** Records of one page with one key and different contents. */
  duplicates: Seen | undefined;
  /** The same among the records that expansions hold. */
  expandedDuplicates: Seen | undefined;
  /** Pages that can be read, though something is wrong with them. */
  complaints: Seen | undefined;
  failure: RequestFailure | undefined;
  countAtEnd: CountEntry | undefined;
  /** Why it cannot be gone on with, though the server did not say so. */
  blocked: string | undefined;
  /** The length of its record file. */
  saved = 0;
  lastExchange: string | undefined;

  constructor(
    readonly index: number,
    readonly planned: PlannedSequence,
    readonly requests: Sequence,
  ) {}

  get pages(): number {
    return this.times.length;
  }

  /** Distinct records. */
  get distinct(): number {
    return this.sightings.count;
  }

  /** How it came to its end by itself. */
  get end(): SequenceEnd | undefined {
    const { next } = this.requests;
    return 'end' in next ? next.end : undefined;
  }

  /** There is nothing more to ask for. */
  get isOver(): boolean {
    return this.end !== undefined || this.failure !== undefined || this.blocked !== undefined;
  }

  /** Takes a page whose records the books have taken. */
  take(page: SampledPage, promised: number | undefined): void {
    const { facts, response, nextLink } = page;
    this.bytes.push(response.bytes);
    this.times.push(response.ms);
    this.totalBytes += response.bytes;
    this.totalMs += response.ms;
    this.received += facts.records;
    this.expanded += facts.expandedRecords;
    this.withoutTimestamp += facts.withoutTimestamp;
    this.saved = page.saved ?? this.saved;
    this.lastExchange = response.exchange;
    this.#look(page);
    this.requests.take(
      { ...facts, ...(nextLink === undefined ? {} : { nextLink }) },
      { distinct: this.distinct, promised },
    );
  }

  #look({ facts, top = Number.POSITIVE_INFINITY, complaint, response: { exchange } }: SampledPage): void {
    const { records, duplicates } = facts;
    if (records > top) {
      const what = `has ${records} records, though $top asks for ${top}`;
      this.tooLarge = again(this.tooLarge, 1, what, exchange);
    }
    const expanded = facts.expansions.reduce((sum, expansion) => sum + expansion.duplicates, 0);
    if (expanded > 0) {
      this.expandedDuplicates = again(this.expandedDuplicates, expanded, 'a key', exchange);
    }
    if (duplicates.count > 0) {
      const what = duplicates.key === undefined ? 'a key' : `the key "${duplicates.key}"`;
      this.duplicates = again(this.duplicates, duplicates.count, what, exchange);
    }
    if (complaint !== undefined) this.complaints = again(this.complaints, 1, complaint, exchange);
  }
}

function again(before: Seen | undefined, times: number, what: string, exchange: string): Seen {
  return before === undefined ? { times, what, exchange } : { ...before, times: before.times + times };
}
