import type { Finding } from '../../core/finding.js';
import {
  evaluated,
  notApplicable,
  notEvaluated,
  type Outcome,
  onPartOfIt,
  outOfScope,
} from '../../core/outcome.js';
import type { RuleId } from '../../core/rules.js';
import { type Subject, subjectKey } from '../../core/subject.js';
import type { PayloadBook } from './payload-book.js';
import { type PayloadCheck, wasSeen } from './payload-checks.js';

/** A check of validation and how it ended. */
export interface PayloadOutcome {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly outcome: Outcome;
}

/** What the outcomes rest on. */
export interface PayloadOutcomesInput {
  readonly checks: readonly PayloadCheck[];
  readonly book: PayloadBook;
  readonly findings: readonly Finding[];
  /** Why not all payloads of a resource were seen: then nothing of it can be called passed. */
  readonly blocked: (resource: string) => string | undefined;
  /** Why payloads of a resource were not asked for; nothing when they were. */
  readonly leftOut?: (resource: string) => string | undefined;
  /** How a check ends that needs Lookup rows which are not at hand. */
  readonly withoutRows: Outcome;
}

/**
 * How each check ended: with its findings where there are some; `not applicable` where no payload had what it is about; `not
 * evaluated` where payloads are missing. Findings without a check, of fields that are not advertised, bring their own.
 */
export function payloadOutcomes(input: PayloadOutcomesInput): readonly PayloadOutcome[] {
  const { checks, findings } = input;
  const keys = new Set(checks.map(({ rule, subject }) => keyOf(rule, subject)));
  const byCheck = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const key of checkKeysOf(finding, keys)) byCheck.set(key, [...(byCheck.get(key) ?? []), finding]);
  }
  const planned = checks.map((check) => {
    const key = keyOf(check.rule, check.subject);
    const own = byCheck.get(key) ?? [];
    byCheck.delete(key);
    return { rule: check.rule, subject: check.subject, outcome: outcomeOf(check, own, input) };
  });
  const unplanned = [...byCheck.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ rule: first.rule, subject: checkSubject(first.subject), outcome: evaluated(first, ...rest) }],
  );
  return [...planned, ...unplanned];
}

function outcomeOf(check: PayloadCheck, findings: readonly Finding[], input: PayloadOutcomesInput): Outcome {
  const { book, blocked, leftOut, withoutRows } = input;
  const { resource = '', field } = check.subject;
  const reason = blocked(resource);
  if (findings.length > 0) return evaluated(findings);
  if (!wasSeen(check, book.seen(resource))) {
    const why = leftOut?.(resource);
    if (why !== undefined) return outOfScope(`payloads of ${resource}`, why);
    return reason === undefined ? notApplicable(absence(check, field)) : notEvaluated(reason);
  }
  if (check.blocked === 'type')
    return notEvaluated('its type is declared elsewhere, so nobody here can judge it');
  if (check.blocked === 'lookup rows') return withoutRows;
  return reason === undefined ? evaluated() : onPartOfIt(evaluated(), reason);
}

function absence({ needs }: PayloadCheck, field: string | undefined): string {
  if (needs === 'record') return 'no payload has a record of it';
  if (needs === 'whole record') return 'no payload has a record of it that was fetched without $select';
  return needs === 'field' ? `no record has ${field}` : `no record has a value in ${field}`;
}

/** The checks that a finding bears on: that of its field, and that of its resource where the rule has one. */
function checkKeysOf({ rule, subject }: Finding, planned: ReadonlySet<string>): readonly string[] {
  const own = keyOf(rule, checkSubject(subject));
  const whole = keyOf(rule, ofResource(subject));
  return whole !== own && planned.has(whole) ? [own, whole] : [own];
}

/** A check is one for the field, in whatever expansion its record came. */
function checkSubject({ resource, field }: Subject): Subject {
  return { ...(resource === undefined ? {} : { resource }), ...(field === undefined ? {} : { field }) };
}

function ofResource({ resource }: Subject): Subject {
  return resource === undefined ? {} : { resource };
}

function keyOf(rule: RuleId, subject: Subject): string {
  return `${rule} ${subjectKey(subject)}`;
}
