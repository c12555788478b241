import { TIMESTAMP_FIELD } from '../plan/sampling-plan.js';
import type { Books } from '../records/books.js';
import type { ExpansionTotals, FieldTotal, ModelTotals } from '../records/model-totals.js';
import { Sightings } from '../records/sightings.js';
import type { ResourceState, SamplingState } from '../replication/sampling-state.js';
import type { SequenceState } from '../replication/sequence-state.js';
import type {
  AvailabilityReport,
  ContentFigures,
  ExpansionFigures,
  FieldAvailability,
  ResourceFigures,
  SamplingFigures,
} from './availability-shape.js';
import { statisticsOf } from './statistics.js';

/** What the report is made of. */
export interface AvailabilityInput {
  readonly state: SamplingState;
  readonly totals: readonly ModelTotals[];
  readonly expansions: readonly ExpansionTotals[];
  /** Finds what an expansion leads to. */
  readonly targetOf: Books['targetOf'];
  /** ISO 8601. */
  readonly generatedOn: string;
  /** What was not sampled to its end, and why. */
  readonly incomplete: readonly string[];
}

/** What is there: per resource and expansion how the requests went, per field and lookup value how often it is present. */
export function availabilityReport(input: AvailabilityInput): AvailabilityReport {
  const { state, totals, generatedOn, incomplete } = input;
  return {
    description: 'RESO Data Availability Report',
    version: state.plan.version,
    generatedOn,
    resources: state.resources.map((resource) => resourceFigures(resource, input)),
    ...availableElements(totals),
    ...(incomplete.length === 0 ? {} : { incomplete }),
  };
}

/** Which fields and values are there, and how often, of what has come at all. */
export function availableElements(
  totals: readonly ModelTotals[],
): Omit<AvailabilityReport, 'description' | 'version' | 'generatedOn' | 'resources' | 'incomplete'> {
  // What a resource that did not come lacks is not zero, but unknown.
  const seen = totals.filter(({ records }) => records > 0);
  const unadvertisedFields = seen.flatMap((model) => availabilities(model, model.undeclaredFields));
  const uncounted = seen.flatMap((model) => availabilities(model, model.uncountedValues));
  return {
    fields: seen.flatMap((model) => availabilities(model, model.fields)),
    lookupValues: seen.flatMap((model) =>
      model.values.map(({ value: lookupValue, field: fieldName, frequency }) => ({
        ...owner(model),
        fieldName,
        lookupValue,
        frequency,
      })),
    ),
    ...(unadvertisedFields.length === 0 ? {} : { unadvertisedFields }),
    ...(uncounted.length === 0 ? {} : { uncountedLookupValues: uncounted }),
  };
}

function availabilities(model: ModelTotals, fields: readonly FieldTotal[]): readonly FieldAvailability[] {
  return fields.map(({ field: fieldName, frequency }) => ({ ...owner(model), fieldName, frequency }));
}

function owner({
  resource,
  parent,
}: ModelTotals): Pick<FieldAvailability, 'resourceName' | 'parentResourceName'> {
  return { resourceName: resource, ...(parent === undefined ? {} : { parentResourceName: parent }) };
}

function resourceFigures(resource: ResourceState, input: AvailabilityInput): ResourceFigures {
  const { state, totals } = input;
  const { name, withoutTimestamp } = resource.planned;
  const model = totals.find((total) => total.resource === name && total.parent === undefined);
  const own = resource.sequences.filter(({ planned }) => planned.expansion === undefined);
  const figures = expansionNames(resource).map((expansion) => expansionFigures(resource, expansion, input));
  return {
    ...samplingFigures(resource, own, state),
    numUniqueRecordsFetched: model?.records ?? 0,
    numRecordsChanged: model?.changed ?? 0,
    ...(withoutTimestamp === undefined ? { dateField: TIMESTAMP_FIELD } : {}),
    ...contentFigures(model),
    ...(figures.length === 0 ? {} : { expansions: figures }),
  };
}

function expansionNames({ sequences }: ResourceState): readonly string[] {
  return [...new Set(sequences.flatMap(({ planned }) => planned.expansion ?? []))];
}

/** What the records of a resource themselves say. */
export function contentFigures(model: ModelTotals | undefined): ContentFigures {
  return {
    ...(model?.low === undefined ? {} : { dateLow: model.low.text }),
    ...(model?.high === undefined ? {} : { dateHigh: model.high.text }),
    ...(model?.postalCodes === undefined ? {} : { postalCodes: model.postalCodes }),
  };
}

function expansionFigures(
  resource: ResourceState,
  expansion: string,
  { state, totals, expansions, targetOf }: AvailabilityInput,
): ExpansionFigures {
  const { name } = resource.planned;
  const sequences = resource.sequences.filter(({ planned }) => planned.expansion === expansion);
  const came = expansions.find(({ parent, path }) => parent === name && path === expansion);
  const target = targetOf(name, expansion);
  const model = totals.find((total) => total.parent === name && total.resource === target?.name);
  return {
    ...samplingFigures(resource, sequences, state),
    resourceName: target?.name ?? expansion,
    fieldName: expansion,
    keyFields: target?.keyFields ?? [],
    ...(target !== undefined && target.timestampSlot >= 0 ? { dateField: TIMESTAMP_FIELD } : {}),
    ...contentFigures(model),
    numExpandedRecordsFetched: came?.fetched ?? 0,
    numUniqueExpandedRecordsFetched: came?.records ?? 0,
  };
}

function samplingFigures(
  { planned, count }: ResourceState,
  sequences: readonly SequenceState[],
  { plan }: SamplingState,
): SamplingFigures {
  const bytes = statisticsOf(
    sequences.flatMap((sequence) => sequence.bytes),
    0,
  );
  const times = statisticsOf(
    sequences.flatMap((sequence) => sequence.times),
    1,
  );
  return {
    resourceName: planned.name,
    ...(count?.count === undefined ? {} : { recordCount: count.count }),
    numRecordsFetched: sequences.reduce((sum, { received }) => sum + received, 0),
    numUniqueRecordsFetched: unionOf(sequences),
    numSamples: sequences.reduce((sum, { pages }) => sum + pages, 0),
    pageSize: plan.pageSize,
    averageResponseBytes: bytes.average,
    medianResponseBytes: bytes.median,
    stdDevResponseBytes: bytes.stdDev,
    averageResponseTimeMs: times.average,
    medianResponseTimeMs: times.median,
    stdDevResponseTimeMs: times.stdDev,
    keyFields: planned.keyFields,
  };
}

/** How many distinct records sequences of one resource have seen together. */
function unionOf(sequences: readonly SequenceState[]): number {
  const union = new Sightings();
  for (const { sightings } of sequences) {
    for (let ordinal = 0, left = sightings.count; left > 0; ordinal++) {
      if (!sightings.has(ordinal)) continue;
      left -= 1;
      union.add(ordinal);
    }
  }
  return union.count;
}
