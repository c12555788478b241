import type { Ledger } from '../core/ledger.js';
import { evaluated, notEvaluated, type Outcome } from '../core/outcome.js';
import type { RuleId } from '../core/rules.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { DdInput, ReceivedMetadata } from './dd-input.js';
import type { ResultFolder } from './result-folder.js';
import { toRunError } from './run-error.js';
import type { StepEnd } from './steps.js';

const DOCUMENT = { element: 'Edmx' };

/** What the metadata step leaves to the others. */
export interface MetadataEnd extends StepEnd {
  readonly received: ReceivedMetadata;
}

/** Receives the metadata, keeps it with the results and books its checks. */
export async function metadataStep(
  books: Ledger,
  input: DdInput,
  folder: ResultFolder | undefined,
): Promise<MetadataEnd> {
  const received = await input.metadata().catch((error: unknown) => {
    const { message } = toRunError(error);
    for (const rule of input.rules) books.record('metadata', rule, DOCUMENT, notEvaluated(message));
    throw error;
  });
  if (received.bytes !== undefined) await folder?.write(RESULT_FILES.metadata, received.bytes);
  bookMetadata(books, received);
  return { received };
}

/** Books the checks of metadata that was received. */
export function bookMetadata(books: Ledger, received: ReceivedMetadata): void {
  const blocking = blockingRule(received);
  for (const rule of received.rules) {
    books.record('metadata', rule, DOCUMENT, outcome(rule, received, blocking));
  }
}

/** The rule whose finding leaves the run without a model. */
export function blockingRule({ model, findings }: ReceivedMetadata): RuleId | undefined {
  return model === undefined ? findings.findLast(({ severity }) => severity === 'error')?.rule : undefined;
}

/**
 * What a broken document hides is not evaluated: types of XML that does not parse, or of a document without a Schema.
 */
function outcome(rule: RuleId, { findings, rules }: ReceivedMetadata, blocking: RuleId | undefined): Outcome {
  const own = findings.filter((finding) => finding.rule === rule);
  if (blocking === undefined || own.length > 0) return evaluated(own);
  return rules.indexOf(rule) > rules.indexOf(blocking) ? notEvaluated(`${blocking} blocks it`) : evaluated();
}
