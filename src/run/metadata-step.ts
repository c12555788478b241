import type { Finding } from '../core/finding.js';
import type { Ledger } from '../core/ledger.js';
import { evaluated, notEvaluated, type Outcome } from '../core/outcome.js';
import type { RuleId } from '../core/rules.js';

const DOCUMENT_RULES: readonly RuleId[] = ['edmx/well-formed', 'edmx/version', 'edmx/unresolved-type'];

const DOCUMENT = { element: 'Edmx' };

/**
 * Books the checks of the document. What a broken document hides is not evaluated: types of XML that does not parse,
 * or of a document without a Schema.
 */
export function bookMetadataChecks(
  ledger: Ledger,
  { model, findings }: { readonly model?: unknown; readonly findings: readonly Finding[] },
): void {
  const blocking =
    model === undefined ? findings.find(({ severity }) => severity === 'error')?.rule : undefined;
  for (const rule of DOCUMENT_RULES) {
    const own = findings.filter((finding) => finding.rule === rule);
    ledger.record('metadata', rule, DOCUMENT, outcome(rule, own, blocking));
  }
}

function outcome(rule: RuleId, own: readonly Finding[], blocking: RuleId | undefined): Outcome {
  if (blocking === undefined || own.length > 0) return evaluated(...own);
  const comesAfter = DOCUMENT_RULES.indexOf(rule) > DOCUMENT_RULES.indexOf(blocking);
  return comesAfter ? notEvaluated(`${blocking} blocks it`) : evaluated();
}
