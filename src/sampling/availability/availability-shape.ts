/** How the requests of a resource went, by itself or with one of its expansions. */
export interface SamplingFigures {
  readonly resourceName: string;
  /** What the server counts; absent where it gives no count. */
  readonly recordCount?: number;
  /** Records received over all strategies, each time counted. */
  readonly numRecordsFetched: number;
  readonly numUniqueRecordsFetched: number;
  /** Pages. */
  readonly numSamples: number;
  readonly pageSize: number;
  readonly averageResponseBytes: number;
  readonly medianResponseBytes: number;
  readonly stdDevResponseBytes: number;
  readonly averageResponseTimeMs: number;
  readonly medianResponseTimeMs: number;
  readonly stdDevResponseTimeMs: number;
  readonly keyFields: readonly string[];
}

/** What the records themselves say. */
export interface ContentFigures {
  /** The timestamp that records are dated by; absent where they have none. */
  readonly dateField?: string;
  /** As received. */
  readonly dateLow?: string;
  readonly dateHigh?: string;
  readonly postalCodes?: readonly string[];
}

/**
 * The figures of an expansion. The records fetched, and their count, are those that hold it; `resourceName`, key, dates
 * and postal codes are of what it leads to, together with other expansions of the same resource that lead there.
 */
export interface ExpansionFigures extends SamplingFigures, ContentFigures {
  /** The navigation property. */
  readonly fieldName: string;
  readonly numExpandedRecordsFetched: number;
  readonly numUniqueExpandedRecordsFetched: number;
}

/** The figures of a resource, those of its expansions with them. */
export interface ResourceFigures extends SamplingFigures, ContentFigures {
  /** Distinct records that came with two contents at least; the first one counts. */
  readonly numRecordsChanged: number;
  readonly expansions?: readonly ExpansionFigures[];
}

/** In how many distinct records of a resource (within a parent, for an expansion) a field is present. */
export interface FieldAvailability {
  readonly resourceName: string;
  readonly parentResourceName?: string;
  readonly fieldName: string;
  readonly frequency: number;
}

/** The same of a value of a lookup. */
export interface LookupValueAvailability extends FieldAvailability {
  readonly lookupValue: string;
}

/** `data-availability-report.json`, described by `docs/data-availability-report.schema.json`. */
export interface AvailabilityReport<Figures = ResourceFigures> {
  readonly description: string;
  readonly version: string;
  /** ISO 8601. */
  readonly generatedOn: string;
  readonly resources: readonly Figures[];
  /** The declared fields, those that are never present among them. */
  readonly fields: readonly FieldAvailability[];
  readonly lookupValues: readonly LookupValueAvailability[];
  /** Fields that came and are not declared; absent when there are none. */
  readonly unadvertisedFields?: readonly FieldAvailability[];
  /** How often values came that are not listed, since there are too many different ones; absent when there are none. */
  readonly uncountedLookupValues?: readonly FieldAvailability[];
  /** What was not sampled to its end, and why: the figures above are without it. Absent when all was. */
  readonly incomplete?: readonly string[];
}
