import type { Finding } from '../core/finding.js';
import type { Subject } from '../core/subject.js';
import type { PayloadOutcome } from '../schema/book/payload-outcomes.js';

/** A check whose subjects name the version of the dictionary: in a run over several the same field is judged by each. */
export function nameVersion({ rule, subject, outcome }: PayloadOutcome, version: string): PayloadOutcome {
  const named = (of: Subject): Subject => ({ ...of, element: `Data Dictionary ${version}` });
  if (outcome.kind !== 'evaluated') return { rule, subject: named(subject), outcome };
  const findings = outcome.findings.map(
    (finding): Finding => ({ ...finding, subject: named(finding.subject) }),
  );
  return { rule, subject: named(subject), outcome: { ...outcome, findings } };
}
