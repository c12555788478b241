import type { ServerInput } from '../config/dd-job.js';
import type { RuleId } from '../core/rules.js';
import type { SeverityPolicy } from '../core/severity.js';
import { fetchMetadata } from '../metadata/fetch-metadata.js';
import { checkServiceDocument } from '../metadata/service-document.js';
import { fetchRows } from '../odata/fetch-rows.js';
import type { HttpClient } from '../odata/http-client.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { LookupEvidence } from '../scenarios/lookup-evidence.js';
import { replicateLookups } from '../scenarios/replicate-lookups.js';
import { type DdInput, DOCUMENT_RULES, type ReceivedMetadata } from './dd-input.js';
import type { RunEnvironment } from './environment.js';

/** The rules of an answer, before those of the document in it. */
const ANSWER_RULES: readonly RuleId[] = ['edmx/http-response', 'edmx/odata-version-header'];

const LOOKUP_PAGE_SIZE = 1000;

/** Input from a server: its metadata, its service document and its Lookup Resource. */
export function serverInput(
  { recipient, manners, requests }: ServerInput,
  policy: SeverityPolicy,
  client: HttpClient,
  { onEvent }: RunEnvironment,
): DdInput {
  const {
    authentication: _secret,
    originatingSystemName: _name,
    originatingSystemId: _id,
    ...described
  } = recipient;
  return {
    described,
    // Findings point into the metadata as it was saved, whatever the server called it.
    file: RESULT_FILES.metadata,
    isServer: true,
    hasLookups: true,
    rules: [...ANSWER_RULES, ...DOCUMENT_RULES],
    outOfScope: requests.map(({ requestId }) => ({
      what: `request ${requestId} of the RESOScript`,
      reason: 'requests are for Web API Core testing',
    })),
    metadata: () => receive(client, policy),
    lookups: (assessment) =>
      lookupsOf(client, assessment, manners.pageSize ?? LOOKUP_PAGE_SIZE, (done, total) =>
        onEvent({ type: 'step progressed', step: 'lookups', done, total: total ?? done }),
      ),
  };
}

async function receive(client: HttpClient, policy: SeverityPolicy): Promise<ReceivedMetadata> {
  const { bytes, document, findings } = await fetchMetadata(client, RESULT_FILES.metadata, policy);
  const model = document?.model;
  const service = model === undefined ? undefined : await checkServiceDocument(client, model, policy);
  return {
    ...(bytes === undefined ? {} : { bytes }),
    ...(model === undefined ? {} : { model }),
    findings: [...findings, ...(service ?? [])],
    rules: [
      ...ANSWER_RULES,
      ...DOCUMENT_RULES,
      ...(service === undefined ? [] : (['edmx/service-document'] as const)),
    ],
  };
}

async function lookupsOf(
  client: HttpClient,
  assessment: Assessment,
  pageSize: number,
  onProgress: (fetched: number, total: number | undefined) => void,
): Promise<LookupEvidence | undefined> {
  if (assessment.resources.get('Lookup')?.hasEntitySet !== true) return undefined;
  const evidence = await replicateLookups(client, { pageSize, onProgress });
  if (assessment.resources.get('Field')?.hasEntitySet !== true) return evidence;
  const { rows, failure } = await fetchRows(client, { entitySet: 'Field', key: 'FieldKey', pageSize });
  return { ...evidence, fields: { rows, ...(failure === undefined ? {} : { failure: failure.message }) } };
}
