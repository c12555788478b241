import { createFinding } from '../core/create-finding.js';
import type { Finding, Location } from '../core/finding.js';
import { evaluated, notEvaluated, type Outcome } from '../core/outcome.js';
import { type RuleId, ruleOf } from '../core/rules.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { PayloadOutcome } from '../schema/book/payload-outcomes.js';
import type { Complaint, Complaints } from './complaints.js';
import type { FoundInput, PayloadSource } from './input/payload-source.js';
import type { SourceReading } from './source-reader.js';

/** So many files are told by name for each rule; there may be a hundred thousand of them. */
const MOST_FILES = 1000;
const MORE_FILES = 'further files';

/** A finding that is still to be made. */
interface Draft {
  readonly element: string;
  readonly message: string;
  readonly location?: Location;
}

interface SourceCheck {
  readonly rule: RuleId;
  readonly path: string;
  readonly drafts: readonly Draft[] | 'too many';
}

/** The checks of files, archives and their entries: that they can be read, are JSON, and say what they are. */
export class SourceChecks {
  readonly #checks: SourceCheck[] = [];
  readonly #unread: { readonly path: string; readonly reason: string }[] = [];
  readonly #told = new Map<RuleId, number>();

  /** Takes in what came of reading a source. */
  addReading({ path, format }: PayloadSource, reading: SourceReading): void {
    const { broken, unknown, hasByteOrderMark, fault, isInterrupted } = reading;
    const element = (location: Location) => (format === 'json' ? path : `${path}:${location.line}`);
    if (fault?.kind === 'archive')
      this.#complain('rcf/archive', path, [{ element: path, message: unreadMessage(fault.message) }]);
    if (broken.isEmpty && fault !== undefined) this.#unread.push({ path, reason: blockedBy(fault) });
    else if (broken.isEmpty && isInterrupted) this.#unread.push({ path, reason: 'the run was interrupted' });
    else this.#complain('rcf/json', path, drafts('rcf/json', broken, element));
    if (!unknown.isEmpty) {
      this.#complain('rcf/context', path, drafts('rcf/context', unknown, element));
    }
    if (hasByteOrderMark) {
      const message = `It begins with a byte order mark, which was passed over. ${ruleOf('rcf/bom').fix}`;
      this.#complain('rcf/bom', path, [{ element: path, message }]);
    }
  }

  /** Takes in something that is no source. */
  addInput(input: Exclude<FoundInput, { readonly kind: 'source' }>): void {
    const { path } = input;
    switch (input.kind) {
      case 'archive':
        this.#complain('rcf/archive', path, []);
        return;
      case 'archive fault':
        this.#complain('rcf/archive', path, [{ element: path, message: unreadMessage(input.reason) }]);
        return;
      case 'skipped': {
        const message = `It was not tested: ${input.reason}. If it holds payloads, give it another name.`;
        this.#complain('rcf/skipped-file', path, [{ element: path, message }]);
        return;
      }
      case 'unreadable':
        this.#unread.push({ path, reason: `it cannot be read: ${input.reason}` });
    }
  }

  /** How the checks have ended. */
  outcomes(policy: SeverityPolicy): readonly PayloadOutcome[] {
    return [
      ...this.#checks.map(({ rule, path, drafts }) => ({
        rule,
        subject: { element: path },
        outcome: this.#outcome(rule, drafts, policy),
      })),
      ...this.#unread.map(({ path, reason }) => ({
        rule: 'rcf/json' as const,
        subject: { element: path },
        outcome: notEvaluated(reason),
      })),
    ];
  }

  #complain(rule: RuleId, path: string, drafts: readonly Draft[]): void {
    if (drafts.length > 0) this.#told.set(rule, (this.#told.get(rule) ?? 0) + 1);
    const isTooMany = drafts.length > 0 && (this.#told.get(rule) ?? 0) > MOST_FILES;
    this.#checks.push({ rule, path, drafts: isTooMany ? 'too many' : drafts });
  }

  #outcome(rule: RuleId, drafts: SourceCheck['drafts'], policy: SeverityPolicy): Outcome {
    const found = drafts === 'too many' ? [this.#restOf(rule)] : drafts;
    return evaluated(found.map((draft) => toFinding(rule, draft, policy)));
  }

  #restOf(rule: RuleId): Draft {
    const more = (this.#told.get(rule) ?? 0) - MOST_FILES;
    const message = `${more} more files break this rule, beyond the ${MOST_FILES} that are told by name. ${ruleOf(rule).fix}`;
    return { element: MORE_FILES, message };
  }
}

function toFinding(rule: RuleId, { element, ...draft }: Draft, policy: SeverityPolicy): Finding | undefined {
  return createFinding(policy, rule, { subject: { element }, ...draft });
}

const SENTENCES = {
  'rcf/json': 'It is no payload in JSON',
  'rcf/context': 'Nobody can tell what it is',
} as const;

function drafts(
  rule: keyof typeof SENTENCES,
  complaints: Complaints,
  elementOf: (location: Location) => string,
): readonly Draft[] {
  const { told, untold } = complaints;
  return told.map((complaint, index) => {
    const isLast = index === told.length - 1;
    const more = isLast && untold > 0 ? ` ${untold} more are not told.` : '';
    return {
      element: elementOf(complaint.location),
      message: `${SENTENCES[rule]}: ${complaint.message}${times(complaint)}.${more} ${ruleOf(rule).fix}`,
      location: complaint.location,
    };
  });
}

function times({ count }: Complaint): string {
  return count === 1 ? '' : ` (${count} times, this is the first)`;
}

function unreadMessage(reason: string): string {
  return `It was not read, or not to its end: ${reason}. ${ruleOf('rcf/archive').fix}`;
}

function blockedBy({
  kind,
  message,
}: {
  readonly kind: 'archive' | 'unreadable';
  readonly message: string;
}): string {
  return kind === 'archive' ? 'rcf/archive blocks it' : `it cannot be read to its end: ${message}`;
}
