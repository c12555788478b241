/** The ways in which records are fetched, by the names that `--strategy` takes. */
export const STRATEGY_NAMES = [
  'TimestampDesc',
  'TimestampAsc',
  'NextLink',
  'NextLinkWithFilter',
  'TopAndSkip',
] as const;

export type StrategyName = (typeof STRATEGY_NAMES)[number];

/** What is sampled of a server. */
export interface SamplingOptions {
  /** The most distinct records of each sequence: one resource, strategy and expansion. */
  readonly limit: number;
  /** Entity sets; empty for all that the metadata declares. */
  readonly resources: readonly string[];
  /** Empty for those of the Data Dictionary's version. */
  readonly strategies: readonly StrategyName[];
  /** Which expansions are asked for, one at a time, besides the resource by itself. */
  readonly expand: 'all' | 'none' | readonly string[];
  /** An OData filter that every request carries, counts included. */
  readonly filter?: string;
  /** An OData order for the strategies that have none of their own. */
  readonly orderby?: string;
  /** The folder that gets the records as gzipped NDJSON, a file a sequence; absent: no record is written down. */
  readonly saveRecords?: string;
}

/** What `dd` samples unless it is told otherwise. */
export const DEFAULT_SAMPLING: SamplingOptions = Object.freeze({
  limit: 100_000,
  resources: [],
  strategies: [],
  expand: 'all',
});
