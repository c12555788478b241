import type { Redactor } from '../../core/redaction.js';
import type { HttpResponse } from '../../odata/http-client.js';
import type { Checkpoint } from '../checkpoint/checkpoint.js';
import type { Books } from '../records/books.js';
import type { Page } from '../records/page.js';
import type { PageReader } from '../records/page-reader.js';
import type { RecordModel } from '../records/record-model.js';
import type { PageRequest } from '../sequence/sequence.js';
import { complaintAbout } from './page-complaint.js';
import type { RecordFiles } from './record-files.js';
import type { ResponseFacts, SampledPage } from './sampled-page.js';
import type { SamplingState } from './sampling-state.js';
import type { SequenceState } from './sequence-state.js';
import { shownUri } from './shown-uri.js';

/** Judges the records of a page, after they were counted and while their tape stands. */
export interface PageStage {
  /** What it found, for `replay`. */
  take(page: Page, response: HttpResponse): Uint8Array;
  /** Does what `take` did when it returned these bytes. */
  replay(model: RecordModel, bytes: Uint8Array): void;
  /** True when no further page is wanted. */
  readonly isOver: boolean;
}

/** What pages go through. */
export interface PageTakerParts {
  readonly reader: PageReader;
  readonly models: ReadonlyMap<string, RecordModel>;
  readonly books: Books;
  readonly state: SamplingState;
  readonly checkpoint: Checkpoint;
  readonly redactor: Redactor;
  readonly serviceRoot: URL;
  /** Absent: no record is written down. */
  readonly files?: RecordFiles | undefined;
  /** Absent: records are not validated. */
  readonly stage?: PageStage | undefined;
}

/**
 * Takes pages: reads one, counts it, validates it and writes the checkpoint. All in one go, so that pages of other
 * sequences come before or after it and never in between, and a page is either done or not there at all.
 */
export class PageTaker {
  constructor(private readonly parts: PageTakerParts) {}

  /** The number of records of a page that is not taken, and its count; or why it is none. */
  readCount(response: HttpResponse, resource: string): { readonly count?: number } | string {
    const page = this.parts.reader.read(response.body, this.#modelOf(resource));
    if (page.kind === 'fault') return page.message;
    return page.count === undefined ? {} : { count: page.count };
  }

  /** Takes the page in a response, or says why there is none in it. */
  take(response: HttpResponse, sequence: SequenceState, request: PageRequest): string | undefined {
    const { reader, books, state, checkpoint, files, stage, serviceRoot, redactor } = this.parts;
    const page = reader.read(response.body, this.#modelOf(sequence.planned.resource));
    if (page.kind === 'fault') return page.message;
    const most = state.plan.limit - sequence.distinct;
    const { facts, delta, isFresh } = books.take(page, { sightings: sequence.sightings, most });
    const judged = stage?.take(page, response) ?? new Uint8Array(0);
    const saved = files?.append(sequence, page, isFresh);
    const complaint = complaintAbout(response, page);
    const sampled: SampledPage = {
      number: sequence.pages + 1,
      uri: shownUri(request.uri, serviceRoot, (text) => redactor.redact(text)),
      ...(request.top === undefined ? {} : { top: request.top }),
      facts,
      ...(page.nextLink === undefined ? {} : { nextLink: page.nextLink }),
      ...(complaint === undefined ? {} : { complaint }),
      response: factsOf(response),
      ...(saved === undefined ? {} : { saved }),
    };
    checkpoint.keepPage(sequence.index, this.#withoutSecrets(sampled), delta, judged);
    state.note({ kind: 'page', sequence: sequence.index, page: sampled, deltaBytes: delta.length });
    return undefined;
  }

  /** True when no further page is wanted. */
  get isOver(): boolean {
    return this.parts.stage?.isOver === true;
  }

  #modelOf(resource: string): RecordModel {
    const model = this.parts.models.get(resource);
    if (model === undefined) throw new RangeError(`there is no model of ${resource}`);
    return model;
  }

  #withoutSecrets(page: SampledPage): SampledPage {
    if (page.nextLink === undefined) return page;
    return { ...page, nextLink: this.parts.redactor.redact(page.nextLink) };
  }
}

function factsOf({ startedAt, timings, body, wireBytes, exchange }: HttpResponse): ResponseFacts {
  const at = (ms: number) => new Date(Date.parse(startedAt) + ms).toISOString();
  return {
    startedAt: at(timings.connect ?? 0),
    stoppedAt: at(timings.total),
    ms: Math.round((timings.wait + timings.receive) * 10) / 10,
    bytes: body.length,
    wireBytes,
    exchange,
  };
}
