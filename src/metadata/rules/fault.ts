import type { Severity } from '../../core/severity.js';
import type { Subject } from '../../core/subject.js';
import type { Position } from '../model.js';
import type { Clause } from '../structure/clauses.js';
import type { RuleInput } from './rule-context.js';

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
