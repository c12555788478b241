import type { StrategyName } from '../../config/sampling-options.js';

/** What a strategy is, apart from its requests. */
export interface Strategy {
  /** It orders or filters by the timestamp of the last change. */
  readonly needsTimestamp: boolean;
  /** It goes from one next link to the next. */
  readonly followsLinks: boolean;
}

/** The strategies by name. */
export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = {
  TimestampDesc: { needsTimestamp: true, followsLinks: false },
  TimestampAsc: { needsTimestamp: true, followsLinks: false },
  NextLink: { needsTimestamp: false, followsLinks: true },
  NextLinkWithFilter: { needsTimestamp: true, followsLinks: true },
  TopAndSkip: { needsTimestamp: false, followsLinks: false },
};

/** The strategies that a version of the Data Dictionary is tested by. */
export function strategiesOf(version: string): readonly StrategyName[] {
  return version.startsWith('1.') ? ['TimestampDesc'] : ['TimestampDesc', 'NextLink', 'NextLinkWithFilter'];
}

/** The page size that a version of the Data Dictionary is tested with. */
export function pageSizeOf(version: string): number {
  return version.startsWith('1.') ? 100 : 1000;
}
