import { pageUri, type QueryBase } from '../plan/page-query.js';
import {
  type PlannedResource,
  type PlannedSequence,
  type SamplingPlan,
  sinceCondition,
  TIMESTAMP_FIELD,
} from '../plan/sampling-plan.js';
import { NextLinkSequence } from './next-link-sequence.js';
import type { Sequence } from './sequence.js';
import { TimestampSequence } from './timestamp-sequence.js';
import { TopAndSkipSequence } from './top-and-skip-sequence.js';

/** The sequence that a plan means, at its beginning. */
export function createSequence(
  plan: SamplingPlan,
  { resource, expansion, strategy }: PlannedSequence,
  { isTimestampNullable }: PlannedResource,
  serviceRoot: URL,
): Sequence {
  const { pageSize, limit, orderby, conditions } = plan;
  const base: QueryBase = { resource, ...(expansion === undefined ? {} : { expansion }), conditions };
  const common = { base, pageSize, limit, serviceRoot };
  const timestamps = { ...common, field: TIMESTAMP_FIELD, isNullable: isTimestampNullable };
  const links = (uri: string) =>
    new NextLinkSequence({ first: { uri, maxPageSize: pageSize }, serviceRoot, limit });
  switch (strategy) {
    case 'TimestampDesc':
      return new TimestampSequence({ ...timestamps, direction: 'desc' });
    case 'TimestampAsc':
      return new TimestampSequence({ ...timestamps, direction: 'asc' });
    case 'NextLink':
      return links(pageUri(base, { orderby }));
    case 'NextLinkWithFilter':
      return links(pageUri(base, { conditions: [sinceCondition(plan)], orderby: `${TIMESTAMP_FIELD} asc` }));
    case 'TopAndSkip':
      return new TopAndSkipSequence({ ...common, orderby });
  }
}
