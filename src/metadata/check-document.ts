import { createFinding } from '../core/create-finding.js';
import type { Finding } from '../core/finding.js';
import type { SeverityPolicy } from '../core/severity.js';
import { AttributePlaces } from './attribute-places.js';
import { buildModel } from './build-model.js';
import { DeclaredMembers } from './declared-members.js';
import { decodeBeginning, decodeXml } from './decode.js';
import { DocumentIndex } from './document-index.js';
import { assertEdmx } from './edmx-document.js';
import { inheritedSizeFault } from './inherited-size.js';
import type { MetadataModel } from './model.js';
import { MODEL_RULES } from './rules/document-rules.js';
import { FaultRoom } from './rules/fault-room.js';
import { navigationsOf } from './rules/navigations.js';
import type { RuleContext, RuleInput } from './rules/rule-context.js';
import { structureFaults } from './rules/structure.js';
import { toFindings } from './rules/to-findings.js';
import { versionFaults } from './rules/version.js';
import type { CsdlVersion } from './structure/clauses.js';
import type { Meanings } from './structure/meanings.js';
import { Subjects } from './subjects.js';
import { Unnamed } from './unnamed.js';
import type { XmlElement } from './xml-element.js';
import type { XmlFault } from './xml-fault.js';
import { XML_LIMITS, type XmlLimits } from './xml-limits.js';
import { readXml } from './xml-reader.js';

/** A metadata document as it was read. */
export interface MetadataDocument {
  /** The file name that findings give as their location. */
  readonly file: string;
  /** As received, byte for byte. */
  readonly bytes: Uint8Array;
  /** The root element; absent when the document is not well-formed. */
  readonly root?: XmlElement;
  /** Absent when the document is not well-formed or has no Schema: nothing can be tested then. */
  readonly model?: MetadataModel;
  /** What is wrong with the document, in the order of the rules and then of the document. */
  readonly findings: readonly Finding[];
}

/** How much of a document beyond the limit is looked at to find its root element. */
const HEAD = 8 * 1024 * 1024;

/** What a document is judged for besides itself; see {@link RuleContext}. */
export interface ReadOptions extends Pick<RuleContext, 'purpose' | 'standard'> {
  readonly limits?: XmlLimits;
}

/**
 * Reads and checks a metadata document by the rules `edmx/*`. What is wrong with EDMX is a finding, and rules go on
 * with all that could be read.
 *
 * @param file the file name, for findings and errors
 * @param policy decides how severe findings are
 * @throws {NotEdmxError} when the bytes are no EDMX at all
 */
export function readMetadata(
  bytes: Uint8Array,
  file: string,
  policy: SeverityPolicy,
  { limits = XML_LIMITS, ...asked }: ReadOptions = {},
): MetadataDocument {
  const { root, fault } = readRoot(bytes, file, limits);
  if (fault !== undefined) return { file, bytes, findings: notWellFormed(fault, file, policy) };
  const model = buildModel(root);
  const members = new DeclaredMembers(model);
  const tooMuch = inheritedSizeFault(model, members);
  if (tooMuch !== undefined) return { file, bytes, root, findings: notWellFormed(tooMuch, file, policy) };
  const context: RuleContext = { file, policy, ...asked };
  const { findings, meanings } = structureFaults(root, context);
  const structure = [...versionFaults(root, context), ...findings];
  if (model.schemas.length === 0) return { file, bytes, root, findings: structure };
  const semantics = judgeBothWays({ root, model, members }, meanings, context);
  return { file, bytes, root, model, findings: [...structure, ...semantics] };
}

type Judged = Pick<RuleInput, 'root' | 'model' | 'members'>;

/**
 * What is wrong with the meaning of a document both as it is written and as its structure was meant to be: all else
 * follows from a fault of structure, which has its finding, or from the guess at what was meant.
 */
function judgeBothWays(stated: Judged, meanings: Meanings, context: RuleContext): readonly Finding[] {
  const root = meanings.asMeant(stated.root);
  // Both readings have their elements in the same places.
  const places = new AttributePlaces(root);
  const asWritten = judge(stated, places, context);
  if (root === stated.root) return asWritten;
  const model = buildModel(root);
  const members = new DeclaredMembers(model);
  const tooMuch = inheritedSizeFault(model, members);
  if (tooMuch !== undefined) return notWellFormed(tooMuch, context.file, context.policy);
  const known = new Set(asWritten.map(keyOf));
  return judge({ root, model, members }, places, context).filter((finding) => known.has(keyOf(finding)));
}

/** What two readings of a document have in common. */
function keyOf({ rule, severity, location }: Finding): string {
  return `${rule} ${severity} ${location?.line}:${location?.column}`;
}

function judge(judged: Judged, places: AttributePlaces, context: RuleContext): readonly Finding[] {
  const { root, model } = judged;
  const version: CsdlVersion = model.version === '4.0' ? '4.0' : '4.01';
  const telling = { version, places, room: new FaultRoom() };
  const input = {
    ...judged,
    index: new DocumentIndex(model),
    unnamed: new Unnamed(root),
    subjects: new Subjects(model),
    navigations: navigationsOf(model),
    context,
  };
  return Object.entries(MODEL_RULES).flatMap(([rule, find]) =>
    toFindings(rule as keyof typeof MODEL_RULES, find(input), telling, context),
  );
}

function readRoot(bytes: Uint8Array, file: string, limits: XmlLimits): ReturnType<typeof readXml> {
  if (bytes.length > limits.bytes) {
    assertEdmx(decodeBeginning(bytes, HEAD), file);
    return { fault: tooLarge(limits) };
  }
  const { text, fault } = decodeXml(bytes);
  assertEdmx(text, file);
  return fault === undefined ? readXml(text, limits) : { fault };
}

function tooLarge({ bytes }: XmlLimits): XmlFault {
  const message = `The document is larger than ${bytes} bytes, the most that is read. Shorten it.`;
  return { line: 1, column: 1, message };
}

function notWellFormed(
  { line, column, message }: XmlFault,
  file: string,
  policy: SeverityPolicy,
): readonly Finding[] {
  const finding = createFinding(policy, 'edmx/well-formed', {
    subject: {},
    message,
    location: { file, line, column },
  });
  return finding === undefined ? [] : [finding];
}
