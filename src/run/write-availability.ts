import type { ServerInput } from '../config/dd-job.js';
import { RESULT_FILES } from '../reports/result-files.js';
import { availabilityReport } from '../sampling/availability/availability-report.js';
import { responsesReport } from '../sampling/availability/responses-report.js';
import { type CheckContext, whatBlocks } from '../sampling/checks/check-context.js';
import type { ModelTotals } from '../sampling/records/model-totals.js';
import { sequenceName } from '../sampling/replication/labels.js';
import type { SamplingEnd } from '../sampling/sample-server.js';
import type { ResultFolder } from './result-folder.js';

/** What the reports of a sampling are made of. */
interface AvailabilityFiles {
  readonly folder: ResultFolder;
  readonly end: SamplingEnd;
  readonly totals: readonly ModelTotals[];
  readonly context: CheckContext;
  readonly input: ServerInput;
  readonly generatedOn: Date;
}

/** Writes the availability report and the statistics of the responses. */
export async function writeAvailability(files: AvailabilityFiles): Promise<void> {
  const { folder, end, totals, context, input } = files;
  const { state, checkpoint } = end;
  const generatedOn = files.generatedOn.toISOString();
  const incomplete = state.sequences.flatMap((sequence) => {
    const blocked = whatBlocks(context, sequence);
    return blocked === undefined ? [] : [`${sequenceName(sequence.planned)}: ${blocked}`];
  });
  const { books } = end;
  const expansions = books.expansions();
  const targetOf: typeof books.targetOf = (parent, expansion) => books.targetOf(parent, expansion);
  await folder.writeJson(
    RESULT_FILES.availability,
    availabilityReport({ state, totals, expansions, targetOf, generatedOn, incomplete }),
  );
  const { serviceRootUri } = input.recipient;
  await folder.writePieces(
    RESULT_FILES.responses,
    responsesReport({ state, checkpoint, serviceRootUri, generatedOn, incomplete }),
  );
}
