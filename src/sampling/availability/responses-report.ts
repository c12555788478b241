import type { Checkpoint } from '../checkpoint/checkpoint.js';
import type { PlannedSequence } from '../plan/sampling-plan.js';
import type { SampledPage } from '../replication/sampled-page.js';
import type { SamplingState } from '../replication/sampling-state.js';

/** One response of `data-availability-responses.json`. */
export interface ResponseFigures {
  /** Below the service root. */
  readonly requestUri: string;
  /** ISO 8601. */
  readonly startTime: string;
  readonly stopTime: string;
  /** From the request's first byte out to the body's last byte in. */
  readonly responseTimeMs: number;
  /** The body after decompression. */
  readonly responseBytes: number;
  /** The body as it came over the wire. */
  readonly wireBytes: number;
  readonly resourceName: string;
  readonly recordCount: number;
  readonly expandedRecordCount?: number;
  readonly expansionInfo?: readonly ExpansionInfo[];
  readonly strategy: string;
}

/** What a response holds of an expansion. */
export interface ExpansionInfo {
  /** The navigation property. */
  readonly fieldName: string;
  /** What it leads to. */
  readonly resourceName: string;
  readonly recordCount: number;
}

/** What the report is made of. */
export interface ResponsesInput {
  readonly state: SamplingState;
  readonly checkpoint: Checkpoint;
  readonly serviceRootUri: string;
  /** ISO 8601. */
  readonly generatedOn: string;
  readonly incomplete: readonly string[];
}

/**
 * `data-availability-responses.json` in pieces, since there may be a great many responses: in the order of the plan,
 * read from the checkpoint one at a time.
 */
export function* responsesReport(input: ResponsesInput): Generator<string> {
  const { state, checkpoint, serviceRootUri, generatedOn, incomplete } = input;
  const head = {
    description: 'RESO Data Availability Responses',
    version: state.plan.version,
    generatedOn,
    serviceRootUri,
    ...(incomplete.length === 0 ? {} : { incomplete }),
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "responses": [`;
  let separator = '\n    ';
  for (const { index, planned } of state.sequences) {
    for (const page of checkpoint.pages(index)) {
      yield `${separator}${JSON.stringify(responseFigures(page, planned))}`;
      separator = ',\n    ';
    }
  }
  yield '\n  ]\n}\n';
}

function responseFigures({ uri, facts, response }: SampledPage, planned: PlannedSequence): ResponseFigures {
  const { resource, expansion, strategy } = planned;
  return {
    requestUri: uri,
    startTime: response.startedAt,
    stopTime: response.stoppedAt,
    responseTimeMs: response.ms,
    responseBytes: response.bytes,
    wireBytes: response.wireBytes,
    resourceName: resource,
    recordCount: facts.records,
    ...(expansion === undefined
      ? {}
      : { expandedRecordCount: facts.expandedRecords, expansionInfo: facts.expansions.map(expansionInfo) }),
    strategy,
  };
}

function expansionInfo({
  path,
  resource,
  records,
}: SampledPage['facts']['expansions'][number]): ExpansionInfo {
  return { fieldName: path, resourceName: resource, recordCount: records };
}
