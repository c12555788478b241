import type { HttpClient } from '../../odata/http-client.js';
import { pageUri } from '../plan/page-query.js';
import { type SamplingPlan, sinceCondition } from '../plan/sampling-plan.js';
import type { PageTaker } from './page-taker.js';
import { failureOf, isFailure, type RequestFailure } from './request-failure.js';

/** Which count is asked for. */
export interface CountQuestion {
  readonly resource: string;
  /** With the condition of `NextLinkWithFilter`. */
  readonly isFiltered: boolean;
  /** The id of the exchange. */
  readonly label: string;
}

/** What came of it; neither when the answer has no count. */
export interface CountAnswer {
  readonly count?: number;
  readonly failure?: RequestFailure;
}

/**
 * Asks for the number of records: with `$top=0`, and with `$top=1` where that is refused or brings no count.
 *
 * @throws what the client throws when the run has to stop
 */
export async function askCount(
  client: HttpClient,
  taker: PageTaker,
  plan: SamplingPlan,
  question: CountQuestion,
): Promise<CountAnswer> {
  const first = await ask(client, taker, plan, question, 0);
  const { failure } = first;
  // What has been asked for five times over in vain will not come by another $top.
  const isFinal = failure !== undefined && (failure.status === undefined || failure.status >= 500);
  if (first.count !== undefined || isFinal) return first;
  return await ask(client, taker, plan, { ...question, label: `${question.label} $top=1` }, 1);
}

async function ask(
  client: HttpClient,
  taker: PageTaker,
  plan: SamplingPlan,
  { resource, isFiltered, label }: CountQuestion,
  top: number,
): Promise<CountAnswer> {
  const conditions = isFiltered ? [sinceCondition(plan)] : [];
  const uri = pageUri({ resource, conditions: plan.conditions }, { conditions, count: true, top });
  let read: CountAnswer = {};
  const answer = await client.get(uri, {
    headers: { accept: 'application/json' },
    label,
    isPrivate: true,
    accept: (response) => {
      if (response.status !== 200) return undefined;
      const found = taker.readCount(response, resource);
      if (typeof found === 'string') return found;
      read = found;
      return undefined;
    },
  });
  const outcome = failureOf(answer, uri);
  return isFailure(outcome) ? { failure: outcome } : read;
}
