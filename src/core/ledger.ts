import type { StepName } from './events.js';
import { type Finding, findingKey, type RelatedField, type Suggestion } from './finding.js';
import type { Outcome } from './outcome.js';
import type { RuleId } from './rules.js';
import type { Severity } from './severity.js';
import { type Subject, subjectKey } from './subject.js';
import { type CheckVerdict, strongerVerdict } from './verdict.js';

/** A rule with a subject, and how it ended. */
export interface CheckRecord {
  readonly step: StepName;
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly verdict: CheckVerdict;
  readonly reason?: string;
}

/** Something that the chosen input or options leave out. */
export interface OutOfScope {
  readonly what: string;
  readonly reason: string;
}

/** Checks per verdict and findings per severity. */
export interface Counts {
  readonly checks: Readonly<Record<CheckVerdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
}

/**
 * The books of one run: each check once, each finding once. A check that is recorded again keeps its stronger
 * verdict; a finding that comes again (same rule, same subject) keeps its graver severity, with the message that goes
 * with it, and gains what is new in its related fields and suggestions.
 */
export class Ledger {
  readonly #checks = new Map<string, CheckRecord>();
  readonly #findings = new Map<string, { step: StepName; finding: Finding }>();
  readonly #outOfScope = new Map<string, OutOfScope>();
  readonly #leftOut = new Set<string>();

  /** Books one outcome. Throws nothing. */
  record(step: StepName, rule: RuleId, subject: Subject, outcome: Outcome): void {
    if (outcome.kind === 'out of scope') {
      this.#leftOut.add(checkKey(rule, subject));
      this.leaveOut(outcome.what, outcome.reason);
      return;
    }
    const findings = outcome.kind === 'evaluated' ? outcome.findings : [];
    for (const finding of findings) this.#add(step, finding);
    const reason = outcome.kind === 'evaluated' ? undefined : outcome.reason;
    this.#book({
      step,
      rule,
      subject,
      verdict: verdictOf(outcome),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  /** Names something as out of scope; the same thing twice is told once. */
  leaveOut(what: string, reason: string): void {
    this.#outOfScope.set(`${what}\n${reason}`, { what, reason });
  }

  /** True when the check has been booked or left out. */
  has(rule: RuleId, subject: Subject): boolean {
    const key = checkKey(rule, subject);
    return this.#checks.has(key) || this.#leftOut.has(key);
  }

  /** True when a finding of that rule and subject is in the books. */
  hasFinding({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): boolean {
    return this.#findings.has(findingKey({ rule, subject }));
  }

  get checks(): readonly CheckRecord[] {
    return [...this.#checks.values()];
  }

  get findings(): readonly Finding[] {
    return [...this.#findings.values()].map(({ finding }) => finding);
  }

  get outOfScope(): readonly OutOfScope[] {
    return [...this.#outOfScope.values()];
  }

  /** The counts of one step, or of the whole run. */
  counts(step?: StepName): Counts {
    const checks = { passed: 0, failed: 0, 'not applicable': 0, 'not evaluated': 0 };
    const findings = { error: 0, warning: 0, info: 0 };
    for (const check of this.#checks.values()) {
      if (step === undefined || check.step === step) checks[check.verdict] += 1;
    }
    for (const entry of this.#findings.values()) {
      if (step === undefined || entry.step === step) findings[entry.finding.severity] += 1;
    }
    return { checks, findings };
  }

  #book(check: CheckRecord): void {
    const key = checkKey(check.rule, check.subject);
    const before = this.#checks.get(key);
    const keepsBefore =
      before !== undefined && strongerVerdict(before.verdict, check.verdict) === before.verdict;
    this.#checks.set(key, keepsBefore ? before : check);
  }

  #add(step: StepName, finding: Finding): void {
    const key = findingKey(finding);
    const before = this.#findings.get(key);
    this.#findings.set(
      key,
      before ? { step: before.step, finding: merge(before.finding, finding) } : { step, finding },
    );
  }
}

function checkKey(rule: RuleId, subject: Subject): string {
  return `${rule} ${subjectKey(subject)}`;
}

function verdictOf(outcome: Exclude<Outcome, { kind: 'out of scope' }>): CheckVerdict {
  if (outcome.kind !== 'evaluated') return outcome.kind;
  return outcome.findings.some((finding) => finding.severity === 'error') ? 'failed' : 'passed';
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

function merge(before: Finding, again: Finding): Finding {
  const related = union<RelatedField>(before.related, again.related);
  const suggestions = union<Suggestion>(before.suggestions, again.suggestions);
  return {
    ...(GRAVITY[again.severity] > GRAVITY[before.severity] ? again : before),
    ...(related === undefined ? {} : { related }),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
}

function union<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const seen = new Map([...a, ...b].map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}
