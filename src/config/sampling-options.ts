import { ConfigurationError } from '../core/errors.js';
import { didYouMean } from '../core/nearest-name.js';

/** The ways in which records are fetched, by the names that `--strategy` takes. */
export const STRATEGY_NAMES = [
  'TimestampDesc',
  'TimestampAsc',
  'NextLink',
  'NextLinkWithFilter',
  'TopAndSkip',
] as const;

export type StrategyName = (typeof STRATEGY_NAMES)[number];

/** True for a strategy whose requests have an order that belongs to it. */
export function hasOwnOrder(strategy: StrategyName): boolean {
  return strategy !== 'NextLink' && strategy !== 'TopAndSkip';
}

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
  /** Records asked for at a time, whatever else is asked for more or less of; absent: the version's. */
  readonly pageSize?: number;
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

/** What the command line gives to `replicate`, unchecked. */
export interface SamplingFlags {
  readonly limit: number;
  readonly resource?: readonly string[];
  readonly strategy?: readonly string[];
  /** False under `--no-expand`, true or absent when nothing is said. */
  readonly expand?: readonly string[] | boolean;
  readonly filter?: string;
  readonly orderby?: string;
  readonly saveRecords?: string;
}

/**
 * What the flags ask to be sampled.
 *
 * @throws ConfigurationError naming the flag that is of no use, or does not go with another
 */
export function toSampling(flags: SamplingFlags): SamplingOptions {
  const { limit, resource: resources = [], expand = true, filter, orderby, saveRecords } = flags;
  const strategies = [...new Set((flags.strategy ?? []).map(strategyOf))];
  requireOneResource(flags, resources);
  const ordered = strategies.find(hasOwnOrder);
  if (orderby !== undefined && ordered !== undefined) {
    throw new ConfigurationError(`${ordered} has an order of its own.`, {
      where: '--orderby',
      advice: 'Leave it out, or choose NextLink or TopAndSkip with --strategy.',
    });
  }
  return Object.freeze({
    limit,
    resources,
    strategies,
    expand: expand === true ? 'all' : expand === false ? 'none' : expand,
    ...(filter === undefined ? {} : { filter }),
    ...(orderby === undefined ? {} : { orderby }),
    ...(saveRecords === undefined ? {} : { saveRecords }),
  });
}

function strategyOf(name: string): StrategyName {
  const known = STRATEGY_NAMES.find((strategy) => strategy === name);
  if (known !== undefined) return known;
  throw new ConfigurationError(`There is no strategy "${name}".`, {
    where: '--strategy',
    advice: didYouMean(name, STRATEGY_NAMES) ?? `Choose from ${STRATEGY_NAMES.join(', ')}.`,
  });
}

/** A filter, an order and the names of expansions are those of one resource. */
function requireOneResource(flags: SamplingFlags, resources: readonly string[]): void {
  if (resources.length === 1) return;
  const { filter, orderby, expand } = flags;
  const given = { '--filter': filter, '--orderby': orderby, '--expand': Array.isArray(expand) || undefined };
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (flag === undefined) return;
  throw new ConfigurationError(`${flag} is for one resource.`, {
    where: flag,
    advice: 'Choose it with --resource.',
  });
}
