import type { StrategyName } from '../../config/sampling-options.js';
import type { OutOfScope } from '../../core/ledger.js';

/** One sequence of requests: a resource by one strategy, with one expansion or none. */
export interface PlannedSequence {
  readonly resource: string;
  readonly expansion?: string;
  readonly strategy: StrategyName;
}

/** A resource that is sampled. */
export interface PlannedResource {
  readonly name: string;
  readonly keyFields: readonly string[];
  /** Why it is not paged by timestamps; absent where it is. */
  readonly withoutTimestamp?: string;
  /** Records without a timestamp are possible. */
  readonly isTimestampNullable: boolean;
}

/** All that a run asks a server for, and in which order: the same plan leads to the same requests. */
export interface SamplingPlan {
  readonly version: string;
  readonly resources: readonly PlannedResource[];
  readonly sequences: readonly PlannedSequence[];
  /** Conditions that every request carries, counts included. */
  readonly conditions: readonly string[];
  readonly orderby?: string;
  readonly pageSize: number;
  /** The most distinct records of a sequence. */
  readonly limit: number;
  /** Where `NextLinkWithFilter` begins, ISO 8601. */
  readonly since: string;
  /** What is declared and not sampled. */
  readonly leftOut: readonly OutOfScope[];
}

/** The field that records are replicated by. */
export const TIMESTAMP_FIELD = 'ModificationTimestamp';

/** The condition of `NextLinkWithFilter`. */
export function sinceCondition({ since }: Pick<SamplingPlan, 'since'>): string {
  return `${TIMESTAMP_FIELD} ge ${since}`;
}
