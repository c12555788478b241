import { createFinding } from '../core/create-finding.js';
import type { Finding } from '../core/finding.js';
import type { RuleId } from '../core/rules.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { FailureReason } from '../odata/failure-reason.js';
import type { HttpAnswer } from '../odata/http-answer.js';
import type { HttpClient } from '../odata/http-client.js';
import { UnreachableError } from '../odata/unreachable-error.js';
import { type MetadataDocument, type ReadOptions, readMetadata } from './check-document.js';
import { NotEdmxError } from './not-edmx-error.js';

/** Metadata as a server answered it. */
export interface FetchedMetadata {
  /** Absent when there was no answer with a body. */
  readonly bytes?: Uint8Array;
  /** Absent when the answer is no EDMX. */
  readonly document?: MetadataDocument;
  readonly findings: readonly Finding[];
}

const ASKED = { accept: 'application/xml' } as const;
const XML_TYPE = /^(?:application|text)\/(?:[\w.+-]+\+)?xml\b/i;
/** Failures of a host that nobody can talk to: the run stops, for there is nothing to judge. */
const NO_CONNECTION: ReadonlySet<FailureReason> = new Set(['dns', 'refused', 'tls', 'proxy', 'timeout']);
const VERSIONS: ReadonlySet<string> = new Set(['4.0', '4.01']);

/**
 * Fetches `$metadata` and reads it: `Accept: application/xml`, once more with `?$format=application/xml` when the
 * answer is 406 or no XML (OData Protocol 4.01, section 11.1.2). What is wrong with the answer is a finding.
 *
 * @param file the name that findings give as the place of the document
 * @throws what the client throws when the run has to stop: no authentication, an unreachable host, an interrupt
 */
export async function fetchMetadata(
  client: HttpClient,
  file: string,
  policy: SeverityPolicy,
  options: ReadOptions = {},
): Promise<FetchedMetadata> {
  const first = await client.get('$metadata', { headers: ASKED });
  if (first.kind === 'failed' && NO_CONNECTION.has(first.reason)) throw new UnreachableError(first.message);
  const answer = isXml(first)
    ? first
    : await client.get('$metadata?$format=application/xml', { headers: ASKED });
  // A second request that fares worse than the first says less: the first is what clients will meet.
  const judged = isXml(answer) || answer.kind === 'response' ? answer : first;
  const { finding } = new Answer(judged, policy);
  if (judged.kind === 'failed') return { findings: present(finding('edmx/http-response', judged.message)) };
  if (judged.status !== 200)
    return { findings: present(finding('edmx/http-response', statusFault(judged.status))) };
  const { body: bytes, headers } = judged;
  const version = headers['odata-version'];
  const type = headers['content-type'];
  const findings = present(
    isXmlType(type) ? undefined : finding('edmx/http-response', typeFault(type)),
    version !== undefined && VERSIONS.has(version)
      ? undefined
      : finding('edmx/odata-version-header', versionFault(version)),
  );
  return read(bytes, () => readMetadata(bytes, file, policy, options), findings, finding);
}

function read(
  bytes: Uint8Array,
  readDocument: () => MetadataDocument,
  findings: readonly Finding[],
  finding: Answer['finding'],
): FetchedMetadata {
  try {
    const document = readDocument();
    return { bytes, document, findings: [...findings, ...document.findings] };
  } catch (error) {
    if (!(error instanceof NotEdmxError)) throw error;
    // A wrong content type has said already that this is no metadata.
    const isSaid = findings.some(({ rule }) => rule === 'edmx/http-response');
    const fault = `The answer to $metadata is no EDMX. ${error.message} Answer with CSDL XML.`;
    return {
      bytes,
      findings: isSaid ? findings : [...findings, ...present(finding('edmx/http-response', fault))],
    };
  }
}

/** Makes findings about one answer. */
class Answer {
  constructor(
    private readonly answer: HttpAnswer,
    private readonly policy: SeverityPolicy,
  ) {}

  readonly finding = (
    rule: RuleId,
    message: string,
    subject: Finding['subject'] = { element: '$metadata' },
  ) => createFinding(this.policy, rule, { subject, message, ...exchangeOf(this.answer) });
}

function exchangeOf({ exchange }: HttpAnswer): Pick<Finding, 'exchange'> {
  return exchange === undefined ? {} : { exchange };
}

function isXml(answer: HttpAnswer): boolean {
  return answer.kind === 'response' && answer.status === 200 && isXmlType(answer.headers['content-type']);
}

function isXmlType(type: string | undefined): boolean {
  return type !== undefined && XML_TYPE.test(type);
}

function statusFault(status: number): string {
  return `The server answered the request for $metadata with status ${status}, but 200 with the metadata is expected. Serve it there.`;
}

function typeFault(type: string | undefined): string {
  return `The server answered $metadata with ${type === undefined ? 'no content type' : `the content type "${type}"`}, but application/xml is expected. Send Content-Type: application/xml.`;
}

function versionFault(version: string | undefined): string {
  return version === undefined
    ? 'The answer to $metadata has no OData-Version header, but 4.0 or 4.01 is expected. Send OData-Version: 4.0.'
    : `The answer to $metadata has OData-Version "${version}", but 4.0 or 4.01 is expected. Send OData-Version: 4.0.`;
}

function present(...findings: readonly (Finding | undefined)[]): readonly Finding[] {
  return findings.filter((finding) => finding !== undefined);
}
