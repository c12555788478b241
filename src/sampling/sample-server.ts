import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EventListener } from '../core/events.js';
import type { Redactor } from '../core/redaction.js';
import type { MetadataReport } from '../metadata/report-shape.js';
import type { Exchange } from '../odata/exchange.js';
import type { ExchangeLog } from '../odata/exchange-log.js';
import type { HttpClient } from '../odata/http-client.js';
import type { Time } from '../odata/time.js';
import type { Checkpoint } from './checkpoint/checkpoint.js';
import { type BeginEntry, type Entry, JOURNAL_FORMAT } from './checkpoint/entries.js';
import { openCheckpoint } from './checkpoint/open-checkpoint.js';
import type { Progress } from './checkpoint/replay-journal.js';
import type { SamplingPlan } from './plan/sampling-plan.js';
import { Books } from './records/books.js';
import { compileRecordModels } from './records/compile-record-models.js';
import { PageReader } from './records/page-reader.js';
import { type PageStage, PageTaker } from './replication/page-taker.js';
import { RecordFiles } from './replication/record-files.js';
import { Sampler } from './replication/sampler.js';
import { SamplingState } from './replication/sampling-state.js';

/** What sampling a server takes. */
export interface SamplingRequest {
  readonly client: HttpClient;
  readonly log: ExchangeLog;
  readonly redactor: Redactor;
  readonly serviceRoot: URL;
  /** What the records are read by. */
  readonly report: MetadataReport;
  readonly plan: SamplingPlan;
  /** What was asked for, by option: a run with other options does not go on with this one's checkpoint. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** The folder of the checkpoint. */
  readonly folder: string;
  readonly resume: boolean;
  readonly concurrency: number;
  /** The folder for the records themselves; absent: none is written down. */
  readonly saveRecords?: string | undefined;
  /** Judges the records besides; absent: they are only counted. */
  readonly stage?: (() => PageStage) | undefined;
  /** Name and version. */
  readonly tool: string;
  readonly time: Time;
  readonly onEvent: EventListener;
}

/** What came of it. */
export interface SamplingEnd extends Progress {
  readonly checkpoint: Checkpoint;
  /** What stopped the run before its end. */
  readonly error?: unknown;
}

const JOURNAL = 'sampling.journal';

/** Where the journal of a run stands. */
export function journalPath(folder: string): string {
  return join(folder, JOURNAL);
}

/**
 * Samples a server by a plan, going on with an earlier run where that is asked for. What stops it on the way is part of
 * what is returned, with all that was seen until then; the checkpoint is to be closed by the caller.
 *
 * @throws ConfigurationError when the checkpoint is of another run, or cannot be written
 */
export async function sampleServer(request: SamplingRequest): Promise<SamplingEnd> {
  const { client, log, plan, report, serviceRoot, redactor, time, onEvent } = request;
  const models = compileRecordModels(report);
  const start = (): Progress => ({
    state: new SamplingState(plan, serviceRoot),
    books: new Books(models),
    stage: request.stage?.(),
  });
  const { checkpoint, progress, isResumed, notice } = openCheckpoint({
    path: journalPath(request.folder),
    begin: beginOf(request),
    resume: request.resume,
    start,
    context: {
      models: models.byName,
      serviceRoot,
      redact: (text) => redactor.redact(text),
      onEntry: (entry) => restoreExchange(entry, log, serviceRoot),
    },
  });
  if (notice !== undefined) onEvent({ type: 'notice', message: notice });
  const files = request.saveRecords === undefined ? undefined : new RecordFiles(request.saveRecords);
  if (!isResumed) await files?.archiveEarlier(time.now());
  const taker = new PageTaker({
    reader: new PageReader(),
    models: models.byName,
    ...progress,
    checkpoint,
    redactor,
    serviceRoot,
    files,
  });
  const { concurrency } = request;
  const findExchange = (id: string): Exchange | undefined => log.find(id);
  const sampler = new Sampler({
    client,
    taker,
    state: progress.state,
    checkpoint,
    concurrency,
    time,
    onEvent,
    findExchange,
  });
  try {
    await sampler.run();
    return { ...progress, checkpoint };
  } catch (error) {
    return { ...progress, checkpoint, error };
  } finally {
    files?.close();
  }
}

function beginOf({ tool, time, serviceRoot, asked, report, plan }: SamplingRequest): BeginEntry {
  return {
    kind: 'begin',
    format: JOURNAL_FORMAT,
    tool,
    startedAt: time.now().toISOString(),
    serviceRoot: serviceRoot.href,
    asked,
    fingerprint: fingerprintOf(report),
    plan,
  };
}

/** Changes with what is declared; rows of the Lookup Resource may come and go. */
function fingerprintOf({ resources, fields, complexTypes }: MetadataReport): string {
  const declared = JSON.stringify([
    resources,
    fields.map(({ type: _type, ...field }) => field),
    complexTypes,
  ]);
  return createHash('sha256').update(declared).digest('hex');
}

/** Puts what an earlier process saw into the log, so that findings still have their exchanges. */
function restoreExchange(entry: Entry, log: ExchangeLog, serviceRoot: URL): void {
  if (entry.kind === 'failure' || entry.kind === 'count') {
    if (entry.evidence !== undefined) log.restore(entry.evidence);
  } else if (entry.kind === 'page') {
    const { uri, response } = entry.page;
    log.restore({
      id: response.exchange,
      method: 'GET',
      url: new URL(uri, serviceRoot).href,
      requestHeaders: [],
      status: 200,
      startedAt: response.startedAt,
      timings: { wait: response.ms, receive: 0, total: response.ms },
      wireBytes: response.wireBytes,
      decodedBytes: response.bytes,
    });
  }
}
