import type { Finding } from '../core/finding.js';
import type { SeverityPolicy } from '../core/severity.js';
import { PayloadBook, type SeenResource } from './book/payload-book.js';
import { type PayloadCheck, planPayloadChecks } from './book/payload-checks.js';
import { payloadFindings } from './book/payload-findings.js';
import { type PayloadOutcome, type PayloadOutcomesInput, payloadOutcomes } from './book/payload-outcomes.js';
import { type FaultRules, PAYLOAD_RULES } from './book/payload-rules.js';
import { type SchemaErrors, schemaErrors, severityOfFault } from './book/schema-errors.js';
import type { PayloadDefinitions } from './definitions.js';
import type { Exemptions } from './exemptions.js';
import { FaultKind } from './validate/fault-kind.js';
import { wordsOf } from './validate/fault-message.js';
import type { FaultPlace, PayloadFacts } from './validate/payload-facts.js';
import { PayloadValidator } from './validate/payload-validator.js';

/** What an assessment of payloads goes by. */
export interface PayloadAssessmentInput {
  readonly definitions: PayloadDefinitions;
  readonly policy: SeverityPolicy;
  readonly exemptions: Exemptions;
  readonly rules?: FaultRules;
}

/** What is known of a run when its payloads have all been seen. */
export type PayloadCoverage = Pick<PayloadOutcomesInput, 'blocked' | 'leftOut' | 'withoutRows'>;

/**
 * The validation of a run's payloads. For each page: `validator.validate(…)`, then `const facts = validator.take()`, which is
 * plain JSON to be kept for a resumed run, then `add(facts)`. A resumed run adds the facts that were kept, and goes on.
 */
export class PayloadAssessment {
  readonly validator: PayloadValidator;
  readonly #book = new PayloadBook();
  readonly #checks: readonly PayloadCheck[];
  readonly #rules: FaultRules;
  readonly #policy: SeverityPolicy;
  #hasErrors = false;

  constructor({ definitions, policy, exemptions, rules = PAYLOAD_RULES }: PayloadAssessmentInput) {
    this.validator = new PayloadValidator(definitions, exemptions);
    this.#checks = planPayloadChecks(definitions, rules);
    this.#rules = rules;
    this.#policy = policy;
  }

  add(facts: PayloadFacts): void {
    this.#book.add(facts);
  }

  /** Counts a name that stands twice around the records of a payload, where the validator does not see it. */
  addDuplicate(resource: string, name: string, first: FaultPlace): void {
    const words = wordsOf(FaultKind.duplicateKey, undefined);
    const about = { resource, source: resource, field: name };
    this.#book.add({
      records: 0,
      sightings: [],
      faults: [{ fault: 'duplicateKey', ...words, ...about, count: 1, first }],
    });
  }

  /** Records judged so far, those inside others not counted. */
  get records(): number {
    return this.#book.records;
  }

  /** What was seen of a resource, there or in expansions. */
  seen(resource: string): SeenResource {
    return this.#book.seen(resource);
  }

  /** True when an error was met: what `--fail-fast` stops at. */
  get hasErrors(): boolean {
    this.#hasErrors ||= this.#book.totals.some(
      (total) => severityOfFault(total, { rules: this.#rules, policy: this.#policy }) === 'error',
    );
    return this.#hasErrors;
  }

  /** A finding for each rule, resource, field and expansion with faults. */
  get findings(): readonly Finding[] {
    return payloadFindings({ totals: this.#book.totals, rules: this.#rules, policy: this.#policy });
  }

  /** How each check ended, those among them that no payload came to. */
  outcomes(coverage: PayloadCoverage): readonly PayloadOutcome[] {
    return payloadOutcomes({
      checks: this.#checks,
      book: this.#book,
      findings: this.findings,
      ...coverage,
    });
  }

  /** The grouped errors; nothing when there are none. @param generatedOn an ISO 8601 timestamp */
  schemaErrors(generatedOn: string): SchemaErrors | undefined {
    return schemaErrors({
      totals: this.#book.totals,
      rules: this.#rules,
      policy: this.#policy,
      generatedOn,
    });
  }
}
