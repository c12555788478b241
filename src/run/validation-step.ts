import type { Ledger } from '../core/ledger.js';
import { notEvaluated, type Outcome, outOfScope } from '../core/outcome.js';
import { NodeKind } from '../json/node-kind.js';
import { Tokenizer } from '../json/tokenizer.js';
import { RESULT_FILES } from '../reports/result-files.js';
import { type CheckContext, whatBlocks } from '../sampling/checks/check-context.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { LookupEvidence } from '../scenarios/lookup-evidence.js';
import { generateSchema } from '../schema/generate/generate-schema.js';
import { schemaText } from '../schema/generate/json-schema.js';
import type { PayloadCoverage } from '../schema/payload-assessment.js';
import { itemsOf } from '../schema/validate/members.js';
import type { PayloadValidation } from './payload-validation.js';
import type { ResultFolder } from './result-folder.js';
import type { StepEnd } from './steps.js';

interface ValidationStep {
  readonly books: Ledger;
  /** Absent when there is no assessment. */
  readonly validation: PayloadValidation | undefined;
  readonly assessment: Assessment | undefined;
  /** Why there is no assessment, or no sampling. */
  readonly blocked: string;
  /** What the sampling saw; absent when nothing was sampled. */
  readonly sampling: CheckContext | undefined;
  readonly lookups: LookupEvidence | undefined;
  readonly folder: ResultFolder;
  readonly startedAt: Date;
}

const DOCUMENT = { element: 'Edmx' };

/** Books what the validation found while the server was sampled, and writes the schema and the grouped errors. */
export async function validationStep(step: ValidationStep): Promise<StepEnd> {
  const { books, validation, assessment, folder, startedAt } = step;
  if (validation === undefined || assessment === undefined) {
    books.record('validation', 'payload/type', DOCUMENT, notEvaluated(step.blocked));
    return {};
  }
  const { definitions, exemptions } = validation;
  await folder.write(RESULT_FILES.schema, schemaText(generateSchema(definitions, exemptions)));
  validateRows(validation, step.lookups);
  const coverage = coverageOf(step, assessment, validation);
  for (const { rule, subject, outcome } of validation.payloads.outcomes(coverage)) {
    books.record('validation', rule, subject, outcome);
  }
  const errors = validation.payloads.schemaErrors(startedAt.toISOString());
  if (errors !== undefined) await folder.writeJson(RESULT_FILES.schemaErrors, errors);
  return {};
}

/** The rows of the Lookup and Field Resources are payloads like others, though they are not sampled. */
function validateRows({ payloads }: PayloadValidation, evidence: LookupEvidence | undefined): void {
  const { validator } = payloads;
  const tokenizer = new Tokenizer();
  const rowsOf = { Lookup: evidence?.rows.rows.map(({ raw }) => raw), Field: evidence?.fields?.rows };
  for (const [resource, rows = []] of Object.entries(rowsOf)) {
    const shape = validator.shapeOf(resource);
    if (shape === undefined || rows.length === 0) continue;
    tokenizer.tokenize(Buffer.from(JSON.stringify(rows)), shape);
    const { tape } = tokenizer;
    if (tape.kind(0) === NodeKind.array) validator.validate({ tape, records: itemsOf(tape, 0), resource });
    payloads.add(validator.take());
  }
}

function coverageOf(
  { sampling, blocked, lookups }: ValidationStep,
  { resources, rowsBlocked }: Assessment,
  validation: PayloadValidation,
): PayloadCoverage {
  const planned = new Set(sampling?.state.plan.resources.map(({ name }) => name));
  const reasons = sampling === undefined ? undefined : blockedBy(sampling, validation);
  const rows = new Map([
    ['Lookup', rowsBlocked],
    ['Field', lookups?.fields?.failure],
  ]);
  return {
    blocked: (resource) => {
      if (rows.has(resource)) return rows.get(resource);
      return reasons === undefined ? blocked : reasons.get(resource);
    },
    leftOut: (resource) => {
      const isAsked = rows.has(resource) || planned.has(resource) || sampling === undefined;
      return isAsked || resources.get(resource)?.hasEntitySet !== true ? undefined : 'it was not sampled';
    },
    withoutRows: withoutRows(rowsBlocked),
  };
}

/** Why payloads are missing, by resource: those that are sampled, and those that expansions lead to. */
function blockedBy(sampling: CheckContext, { definitions }: PayloadValidation): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const sequence of sampling.state.sequences) {
    const reason = whatBlocks(sampling, sequence);
    if (reason === undefined) continue;
    const { resource, expansion } = sequence.planned;
    const type = definitions.resources.get(resource)?.fields.get(expansion ?? '')?.type;
    for (const name of [resource, type?.kind === 'expansion' ? type.resource : resource]) {
      if (!reasons.has(name)) reasons.set(name, reason);
    }
  }
  return reasons;
}

function withoutRows(rowsBlocked: string | undefined): Outcome {
  return rowsBlocked === undefined
    ? outOfScope('values of annotated strings', 'there are no rows of the Lookup Resource')
    : notEvaluated(rowsBlocked);
}
