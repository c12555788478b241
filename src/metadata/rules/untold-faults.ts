import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import type { RuleId } from '../../core/rules.js';
import type { RuleContext } from './rule-context.js';

/** What is said in place of faults that are not listed. */
export function untoldFaults(
  rule: RuleId,
  untold: number,
  { file, policy }: Pick<RuleContext, 'file' | 'policy'>,
): readonly Finding[] {
  const finding = createFinding(policy, rule, {
    subject: { element: 'Edmx' },
    message: `The document has ${untold} more faults of this kind than are listed. Mend those that are, and run again.`,
    location: { file, line: 1, column: 1 },
  });
  return finding === undefined ? [] : [finding];
}
