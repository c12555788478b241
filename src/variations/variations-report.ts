import type { Suggestion } from '../core/finding.js';
import type { Decided } from './decisions.js';
import type { LocalElement } from './local-element.js';
import type { Variation } from './variation.js';

/** The names of a local element in a report. A value has at least one of its two names. */
export interface ReportedElement {
  readonly resourceName: string;
  readonly fieldName?: string;
  readonly lookupValue?: string;
  readonly legacyODataValue?: string;
}

/** An open element, its suggestions the likeliest first. */
export interface ReportedVariation extends ReportedElement {
  readonly suggestions: readonly Suggestion[];
}

/** A settled element. `expires` is the last day on which it is ignored. */
export interface ReportedIgnored extends ReportedElement {
  readonly reason: string;
  readonly expires?: string;
}

/** The content of `data-dictionary-variations.json`; `docs/variations.schema.json` describes it. */
export interface VariationsReport {
  readonly description: 'Data Dictionary Variations Report';
  /** The Data Dictionary version. */
  readonly version: string;
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
  readonly fuzziness: number;
  readonly variations: {
    readonly resources: readonly ReportedVariation[];
    readonly fields: readonly ReportedVariation[];
    readonly lookups: readonly ReportedVariation[];
    readonly expansions: readonly ReportedVariation[];
    /** Always empty: a property of a complex type is a field, and the members inside it are not compared. */
    readonly complexTypes: readonly never[];
  };
  readonly ignored: readonly ReportedIgnored[];
}

/** What a report is made of. */
export interface VariationsReportInput
  extends Pick<VariationsReport, 'version' | 'generatedOn' | 'fuzziness'> {
  /** Each once, in the order in which they are to stand. */
  readonly variations: readonly Variation[];
  readonly ignored: readonly Decided[];
}

/** The variations report. The same input gives the same report. */
export function variationsReport({ variations, ignored, ...about }: VariationsReportInput): VariationsReport {
  const ofKind = (kind: LocalElement['kind']) =>
    variations.filter(({ element }) => element.kind === kind).map(toReported);
  return {
    description: 'Data Dictionary Variations Report',
    ...about,
    variations: {
      resources: ofKind('resource'),
      fields: ofKind('field'),
      lookups: ofKind('lookup'),
      expansions: ofKind('expansion'),
      complexTypes: [],
    },
    ignored: ignored.flatMap(toIgnored),
  };
}

function toReported({ element, suggestions }: Variation): ReportedVariation {
  return { ...namesOf(element), suggestions };
}

function toIgnored({ element, decision: { ignored } }: Decided): readonly ReportedIgnored[] {
  return ignored === undefined ? [] : [{ ...namesOf(element), ...ignored }];
}

function namesOf(element: LocalElement): ReportedElement {
  if (element.kind === 'resource') return { resourceName: element.resource };
  const place = { resourceName: element.resource, fieldName: element.field };
  if (element.kind !== 'lookup') return place;
  const { lookupValue, legacyODataValue } = element.declared;
  return {
    ...place,
    ...(lookupValue === undefined ? {} : { lookupValue }),
    ...(legacyODataValue === undefined ? {} : { legacyODataValue }),
  };
}
