import type { EventListener } from '../../core/events.js';
import type { Exchange } from '../../odata/exchange.js';
import type { HttpClient } from '../../odata/http-client.js';
import type { Time } from '../../odata/time.js';
import type { Checkpoint } from '../checkpoint/checkpoint.js';
import type { Entry } from '../checkpoint/entries.js';
import type { PageRequest } from '../sequence/sequence.js';
import { askCount } from './ask-count.js';
import { sequenceName } from './labels.js';
import type { PageTaker } from './page-taker.js';
import { failureOf, inServersWords, isFailure, type RequestFailure } from './request-failure.js';
import { isDead, isFiltered, type ResourceState, type SamplingState } from './sampling-state.js';
import { SequenceProgress } from './sequence-progress.js';
import type { SequenceState } from './sequence-state.js';

/** A failure, and the exchange that shows it. */
interface ShownFailure {
  readonly failure: RequestFailure;
  readonly evidence?: Exchange;
}

/** What a sampler works with. */
export interface SamplerParts {
  readonly client: HttpClient;
  readonly taker: PageTaker;
  readonly state: SamplingState;
  readonly checkpoint: Checkpoint;
  /** How many sequences are under way at a time. */
  readonly concurrency: number;
  readonly time: Time;
  readonly onEvent: EventListener;
  /** The exchange of an id, as long as the log keeps it. */
  readonly findExchange: (id: string) => Exchange | undefined;
}

/**
 * Sends the requests of a plan, sequence after sequence, as many side by side as allowed. What they bring does not
 * depend on how many that are: each sequence knows its own pages only. The first sequence of a resource goes ahead:
 * a resource of which neither a count nor a page comes is not asked again and again.
 */
export class Sampler {
  readonly #started = new Set<SequenceState>();
  readonly #opened = new Set<ResourceState>();
  #stop: unknown;
  #wake: () => void = () => undefined;
  #change = this.#newChange();

  constructor(private readonly parts: SamplerParts) {}

  /**
   * Samples until all sequences have come to their ends, or the server is gone.
   *
   * @throws what stopped the run: an interrupt, refused credentials, a checkpoint that cannot be written
   */
  async run(): Promise<void> {
    const { state, concurrency } = this.parts;
    for (const resource of state.resources) {
      if (hasAnswered(resource)) this.#opened.add(resource);
    }
    await Promise.all(Array.from({ length: concurrency }, () => this.#work()));
    if (this.#stop !== undefined) throw this.#stop;
  }

  async #work(): Promise<void> {
    for (;;) {
      if (this.#hasStopped) return;
      const sequence = this.#nextReady();
      if (sequence !== undefined) await this.#attempt(sequence);
      else if (this.#isAnyWaiting()) await this.#change;
      else return;
    }
  }

  get #hasStopped(): boolean {
    return this.#stop !== undefined || this.parts.state.isGone || this.parts.taker.isOver;
  }

  /** The first sequence in the order of the plan that may begin. */
  #nextReady(): SequenceState | undefined {
    return this.parts.state.sequences.find((sequence) => !this.#isTaken(sequence) && this.#isReady(sequence));
  }

  #isAnyWaiting(): boolean {
    return this.parts.state.sequences.some((sequence) => !this.#isTaken(sequence));
  }

  #isTaken(sequence: SequenceState): boolean {
    const { state } = this.parts;
    const isDone = sequence.isOver && !state.needsCountAtEnd(sequence);
    return this.#started.has(sequence) || isDone || isDead(state.resourceOf(sequence));
  }

  #isReady(sequence: SequenceState): boolean {
    const resource = this.parts.state.resourceOf(sequence);
    return resource.sequences[0] === sequence || this.#opened.has(resource);
  }

  /** Runs a sequence. What it throws stops all others at their next page. */
  async #attempt(sequence: SequenceState): Promise<void> {
    this.#started.add(sequence);
    try {
      await this.#run(sequence);
    } catch (error) {
      this.#stop ??= error;
    } finally {
      this.#open(this.parts.state.resourceOf(sequence));
    }
  }

  async #run(sequence: SequenceState): Promise<void> {
    const { state, time, onEvent } = this.parts;
    const resource = state.resourceOf(sequence);
    if (resource.sequences[0] === sequence) await this.#askCounts(resource);
    const progress = new SequenceProgress(sequence, state, time, onEvent);
    while (!sequence.isOver && !this.#hasStopped) {
      const { next } = sequence.requests;
      if (!('ask' in next)) break;
      await this.#askPage(sequence, next.ask, progress);
      this.#open(resource);
      if (!sequence.isOver) progress.tell();
    }
    if (!this.#hasStopped) await this.#askCountAtEnd(sequence);
    progress.tell();
  }

  async #askCounts(resource: ResourceState): Promise<void> {
    const { name } = resource.planned;
    if (resource.count === undefined)
      await this.#askCount({ resource: name, isFiltered: false }, `${name} count`);
    const isAsked = resource.filteredCount !== undefined || !resource.sequences.some(isFiltered);
    // A resource that gives no count gives none under a filter either.
    if (this.#hasStopped || isAsked || resource.count?.failure !== undefined) return;
    await this.#askCount({ resource: name, isFiltered: true }, `${name} filtered count`);
  }

  /** The count may have changed meanwhile: it is asked for again where it does not fit what came. */
  async #askCountAtEnd(sequence: SequenceState): Promise<void> {
    if (!this.parts.state.needsCountAtEnd(sequence)) return;
    const { resource } = sequence.planned;
    const which = { resource, isFiltered: isFiltered(sequence), sequence: sequence.index };
    await this.#askCount(which, `${sequenceName(sequence.planned)} count at end`);
  }

  async #askCount(
    which: { readonly resource: string; readonly isFiltered: boolean; readonly sequence?: number },
    label: string,
  ): Promise<void> {
    const { client, taker, state } = this.parts;
    const answer = await askCount(client, taker, state.plan, { ...which, label });
    this.#keep({ kind: 'count', ...which, ...answer, ...(answer.failure && this.#shown(answer.failure)) });
    this.#noteGone(answer.failure);
  }

  async #askPage(sequence: SequenceState, request: PageRequest, progress: SequenceProgress): Promise<void> {
    const { client, taker } = this.parts;
    const { uri, maxPageSize } = request;
    const answer = await client.get(uri, {
      headers: {
        accept: 'application/json',
        ...(maxPageSize === undefined ? {} : { prefer: `odata.maxpagesize=${maxPageSize}` }),
      },
      label: `${sequenceName(sequence.planned)} ${sequence.pages + 1}`,
      isPrivate: true,
      onRetry: () => progress.failed(),
      accept: (response) => (response.status === 200 ? taker.take(response, sequence, request) : undefined),
    });
    const failure = failureOf(answer, uri);
    if (!isFailure(failure)) return;
    progress.failed();
    this.#keep({ kind: 'failure', sequence: sequence.index, ...this.#shown(failure) });
    this.#noteGone(failure);
  }

  #keep(entry: Entry): void {
    this.parts.checkpoint.keep(entry);
    this.parts.state.note(entry);
  }

  #noteGone(failure: RequestFailure | undefined): void {
    const { client, state } = this.parts;
    if (failure !== undefined && client.isGone() && !state.isGone) this.#keep({ kind: 'gone' });
  }

  /** A failure as it is kept: in the server's words, with the exchange that shows it. */
  #shown(failure: RequestFailure): ShownFailure {
    const evidence = this.parts.findExchange(failure.exchange);
    return { failure: inServersWords(failure, evidence), ...(evidence === undefined ? {} : { evidence }) };
  }

  /** Lets the other sequences of a resource begin, and whoever waits look again. */
  #open(resource: ResourceState): void {
    this.#opened.add(resource);
    this.#wake();
    this.#change = this.#newChange();
  }

  #newChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** True when something of a resource came, or its first sequence has ended. */
function hasAnswered({ sequences }: ResourceState): boolean {
  const [first] = sequences;
  return first !== undefined && (first.pages > 0 || first.isOver);
}
