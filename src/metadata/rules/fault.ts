import { createFinding } from '../../core/create-finding.js';
import type { Finding, Severity } from '../../core/finding.js';
import type { RuleId } from '../../core/rules.js';
import type { Subject } from '../../core/subject.js';
import type { Position } from '../model.js';
import type { RuleContext, RuleInput } from './rule-context.js';

/** What a rule finds wrong in a document, before severity and file are known. */
export interface Fault {
  /** The element. */
  readonly at: Position;
  /** The attribute of that element which is at fault. */
  readonly attribute?: string;
  readonly subject: Subject;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** A lesser severity where the rule's own text names one for this case. */
  readonly severity?: Severity;
}

/** A rule on a document: a pure function from what was read to what is wrong with it. */
export type DocumentRule = (input: RuleInput) => Iterable<Fault>;

/** The findings that faults of one rule make under a policy, in the order of the document. */
export function toFindings(
  rule: RuleId,
  faults: Iterable<Fault>,
  { file, policy }: RuleContext,
): readonly Finding[] {
  const inOrder = [...faults].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return inOrder.flatMap(({ at, attribute: _attribute, ...details }) => {
    const location = { file, line: at.line, column: at.column };
    return createFinding(policy, rule, { ...details, location }) ?? [];
  });
}
