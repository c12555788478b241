import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import type { RuleId } from '../../core/rules.js';
import type { Severity } from '../../core/severity.js';
import type { Subject } from '../../core/subject.js';
import type { AttributePlaces } from '../attribute-places.js';
import type { Position } from '../model.js';
import { type Clause, type CsdlVersion, cite, urlOf } from '../structure/clauses.js';
import type { RuleContext, RuleInput } from './rule-context.js';

/** What a rule finds wrong in a document, before severity and file are known. */
export interface Fault {
  /** The element. */
  readonly at: Position;
  /** The attribute of that element which is at fault. */
  readonly attribute?: string;
  readonly subject: Subject;
  /** What is wrong, as a sentence without its full stop: the clause follows. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly advice: string;
  /** Where the standard says so; left out where that is the rule's own clause. */
  readonly clause?: Clause;
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
  { version, places }: { readonly version: CsdlVersion; readonly places: AttributePlaces },
  { file, policy }: RuleContext,
): readonly Finding[] {
  const placed = [...faults].map((fault) => ({ ...fault, at: placeOf(fault, places) }));
  const inOrder = placed.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return inOrder.flatMap(({ at, attribute: _attribute, message, advice, clause, ...details }) => {
    const location = { file, line: at.line, column: at.column };
    const where = clause === undefined ? '' : ` (${cite(clause, version)})`;
    return (
      createFinding(policy, rule, {
        ...details,
        message: `${message}${where}. ${advice}`,
        location,
        ...(clause === undefined ? {} : { specification: urlOf(clause, version) }),
      }) ?? []
    );
  });
}

function placeOf({ at, attribute }: Fault, places: AttributePlaces): Position {
  return attribute === undefined ? at : places.of(at, attribute);
}
