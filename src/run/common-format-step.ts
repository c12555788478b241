import type { ContextResolver } from '../common-format/context/context-resolver.js';
import { openInput } from '../common-format/input/open-input.js';
import type { ListedInput } from '../common-format/input/payload-source.js';
import { nameVersion } from '../common-format/name-version.js';
import { PayloadReader } from '../common-format/payload-reader.js';
import { SourceChecks } from '../common-format/source-checks.js';
import type { VersionAssessment } from '../common-format/version-assessment.js';
import type { VersionAssessments } from '../common-format/version-assessments.js';
import type { Ledger } from '../core/ledger.js';
import type { SeverityPolicy } from '../core/severity.js';
import { InterruptedError } from '../odata/interrupted-error.js';
import { count } from '../reports/count.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { RunError } from '../reports/results.js';
import type { RunEnvironment } from './environment.js';
import { toRunError } from './run-error.js';
import type { StepEnd } from './steps.js';
import { tellStrangers } from './tell-strangers.js';

interface CommonFormatStep {
  readonly books: Ledger;
  readonly inputs: readonly ListedInput[];
  readonly contexts: ContextResolver;
  readonly assessments: VersionAssessments;
  /** By what files, and not their records, are judged. */
  readonly policy: SeverityPolicy;
  readonly environment: Pick<RunEnvironment, 'signal' | 'onEvent'>;
}

/** What the step leaves behind. */
export interface CommonFormatEnd extends StepEnd {
  /** Why not everything was read. */
  readonly stopped?: string;
}

/**
 * Reads the inputs one after the other, has their records judged and books the checks, also of what was read before
 * something stopped it.
 */
export async function commonFormatStep(step: CommonFormatStep): Promise<CommonFormatEnd> {
  const { books, assessments, policy } = step;
  const checks = new SourceChecks();
  const stopped = await readAll(step, checks);
  for (const { rule, subject, outcome } of checks.outcomes(policy)) {
    books.record('validation', rule, subject, outcome);
  }
  const { judged } = assessments;
  for (const assessment of judged) {
    assessment.settle();
    for (const check of assessment.outcomes(stopped?.message)) {
      const { rule, subject, outcome } = judged.length > 1 ? nameVersion(check, assessment.version) : check;
      books.record('validation', rule, subject, outcome);
    }
  }
  for (const assessment of judged) tell(assessment, step.environment);
  const runError = stopped ?? nothingTested(step);
  return {
    ...(runError === undefined ? {} : { runError }),
    ...(stopped === undefined ? {} : { stopped: stopped.message }),
  };
}

/** @returns what stopped it */
async function readAll(step: CommonFormatStep, checks: SourceChecks): Promise<RunError | undefined> {
  const { inputs, contexts, environment } = step;
  const { signal, onEvent } = environment;
  const reader = new PayloadReader(contexts, signal);
  try {
    for (const [index, listed] of inputs.entries()) {
      for await (const input of openInput(listed)) {
        if (input.kind !== 'source') checks.addInput(input);
        else {
          const reading = await reader.read(input.source);
          checks.addReading(input.source, reading);
          tellStrangers(input.source.path, reading.strangers, environment);
        }
        if (signal.aborted) throw new InterruptedError();
      }
      onEvent({ type: 'step progressed', step: 'validation', done: index + 1, total: inputs.length });
    }
    return undefined;
  } catch (error) {
    return toRunError(error);
  }
}

/** How much was judged, and what of it nobody but its sender knows. */
function tell(
  { version, counts, elements }: VersionAssessment,
  { onEvent }: Pick<RunEnvironment, 'onEvent'>,
): void {
  for (const [resource, { records, payloads }] of counts) {
    const message = `${resource} (Data Dictionary ${version}): ${count(records, 'record')} in ${count(payloads, 'payload')}`;
    onEvent({ type: 'notice', message });
  }
  const [fields, values] = [elements.localFields.length, elements.values.local.length];
  if (fields + values === 0) return;
  const message = `Local in Data Dictionary ${version}, not tested: ${count(fields, 'field')} and ${count(values, 'value')}, listed in ${RESULT_FILES.localElements}`;
  onEvent({ type: 'notice', message });
}

/** Nothing passes by being empty. */
function nothingTested({ assessments, books }: CommonFormatStep): RunError | undefined {
  const { checks, findings } = books.counts();
  if (findings.error > 0 || checks['not evaluated'] > 0) return undefined;
  const { judged } = assessments;
  const what = judged.some(({ records }) => records > 0) ? 'nothing in any record of' : 'no record in';
  if (judged.some((assessment) => !assessment.isEmpty)) return undefined;
  return {
    kind: 'configuration',
    message: `There is ${what} what was given, so nothing was tested. Give payloads with records.`,
  };
}
