import { availableElements, contentFigures } from '../sampling/availability/availability-report.js';
import type { AvailabilityReport, ResourceFigures } from '../sampling/availability/availability-shape.js';
import { TIMESTAMP_FIELD } from '../sampling/plan/sampling-plan.js';
import type { ExpansionTotals, ModelTotals } from '../sampling/records/model-totals.js';
import type { PayloadCounts, VersionAssessment } from './version-assessment.js';

/** How much of a resource came. Nothing was requested, so there is nothing to say of requests. */
type PayloadFigures = Pick<
  ResourceFigures,
  | 'resourceName'
  | 'recordCount'
  | 'numRecordsFetched'
  | 'numUniqueRecordsFetched'
  | 'numRecordsChanged'
  | 'numSamples'
  | 'keyFields'
  | 'dateField'
  | 'dateLow'
  | 'dateHigh'
  | 'postalCodes'
> & { readonly expansions?: readonly PayloadExpansionFigures[] };

/** How much an expansion brought. `resourceName` is what it leads to. */
interface PayloadExpansionFigures {
  readonly resourceName: string;
  readonly fieldName: string;
  readonly numExpandedRecordsFetched: number;
  readonly numUniqueExpandedRecordsFetched: number;
}

/** `data-availability-report.json` of payloads: what came counts as declared, local fields included. */
export type PayloadAvailabilityReport = AvailabilityReport<PayloadFigures>;

/** What is there in the payloads of a version. `numSamples` is the number of payloads. */
export function payloadAvailability(
  assessment: VersionAssessment,
  generatedOn: string,
  incomplete: readonly string[],
): PayloadAvailabilityReport {
  const totals = assessment.books.totals();
  const expansions = assessment.books.expansions();
  return {
    description: 'RESO Data Availability Report',
    version: assessment.version,
    generatedOn,
    resources: [...assessment.counts].map(([resource, counts]) => {
      const model = totals.find((total) => total.resource === resource && total.parent === undefined);
      const own = expansions.filter(({ parent }) => parent === resource);
      return figuresOf(resource, counts, model, own, assessment);
    }),
    ...availableElements(totals.map(asFound)),
    ...(incomplete.length === 0 ? {} : { incomplete }),
  };
}

/** The dictionary declares nothing on anybody's behalf: a field that never came is not one of the payloads. */
function asFound(model: ModelTotals): ModelTotals {
  const present = model.fields.filter(({ frequency }) => frequency > 0);
  return { ...model, fields: [...present, ...model.undeclaredFields], undeclaredFields: [] };
}

function figuresOf(
  resourceName: string,
  { payloads, records }: PayloadCounts,
  model: ModelTotals | undefined,
  expansions: readonly ExpansionTotals[],
  { models }: VersionAssessment,
): PayloadFigures {
  const compiled = models.byName.get(resourceName);
  return {
    resourceName,
    recordCount: records,
    numRecordsFetched: records,
    numUniqueRecordsFetched: model?.records ?? 0,
    numRecordsChanged: model?.changed ?? 0,
    numSamples: payloads,
    keyFields: compiled?.keyFields ?? [],
    ...(compiled === undefined || compiled.timestampSlot < 0 ? {} : { dateField: TIMESTAMP_FIELD }),
    ...contentFigures(model),
    ...(expansions.length === 0 ? {} : { expansions: expansions.map(expansionFigures) }),
  };
}

function expansionFigures({ resource, path, fetched, records }: ExpansionTotals): PayloadExpansionFigures {
  return {
    resourceName: resource,
    fieldName: path,
    numExpandedRecordsFetched: fetched,
    numUniqueExpandedRecordsFetched: records,
  };
}
