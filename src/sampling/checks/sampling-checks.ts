import type { Outcome } from '../../core/outcome.js';
import type { RuleId } from '../../core/rules.js';
import type { Subject } from '../../core/subject.js';
import { STRATEGIES } from '../plan/strategies.js';
import type { ResourceState, SamplingState } from '../replication/sampling-state.js';
import type { SequenceState } from '../replication/sequence-state.js';
import { type CheckContext, subjectOf } from './check-context.js';
import { countTooLow } from './count-too-low.js';
import { duplicateKey } from './duplicate-key.js';
import { emptyResource } from './empty-resource.js';
import { countError, httpError } from './http-error.js';
import { incomplete } from './incomplete.js';
import { invalidCount, invalidResponse } from './invalid-response.js';
import { foreignNextLink, nextLinkLoop } from './next-links.js';
import { noTimestamp } from './no-timestamp.js';
import { pageTooLarge } from './page-too-large.js';

/** One check of the sampling step, ready to be made. */
export interface SamplingCheck {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly judge: (context: CheckContext) => Outcome;
}

/**
 * The checks of a run: they follow from its plan, whatever came of it. So what a run that broke off did not see is
 * booked as such.
 */
export function samplingChecks(state: SamplingState): readonly SamplingCheck[] {
  return state.resources.flatMap((resource) => [
    ...resourceChecks(resource),
    ...resource.sequences.flatMap(sequenceChecks),
  ]);
}

function resourceChecks(resource: ResourceState): readonly SamplingCheck[] {
  const subject = { resource: resource.planned.name };
  return [
    { rule: 'sampling/http-error', subject, judge: (context) => countError(context, resource) },
    { rule: 'sampling/invalid-response', subject, judge: (context) => invalidCount(context, resource) },
    { rule: 'sampling/empty-resource', subject, judge: (context) => emptyResource(context, resource) },
    {
      rule: 'sampling/no-timestamp',
      subject: { ...subject, field: 'ModificationTimestamp' },
      judge: (context) => noTimestamp(context, resource),
    },
  ];
}

type JudgeSequence = (context: CheckContext, sequence: SequenceState) => Outcome;

const OF_EACH: readonly (readonly [RuleId, JudgeSequence])[] = [
  ['sampling/http-error', httpError],
  ['sampling/invalid-response', invalidResponse],
  ['sampling/incomplete', incomplete],
  ['sampling/count-too-low', countTooLow],
  ['sampling/duplicate-key', duplicateKey],
];
const OF_LINKS: typeof OF_EACH = [
  ['sampling/next-link-loop', nextLinkLoop],
  ['sampling/foreign-next-link', foreignNextLink],
];
const OF_TOP: typeof OF_EACH = [['sampling/page-too-large', pageTooLarge]];

/** Strategies that do not follow next links meet them all the same where a page is empty. */
function sequenceChecks(sequence: SequenceState): readonly SamplingCheck[] {
  const { followsLinks } = STRATEGIES[sequence.planned.strategy];
  const { end } = sequence;
  const metLink = end?.kind === 'loop' || end?.kind === 'foreign link';
  const rules = [...OF_EACH, ...(followsLinks || metLink ? OF_LINKS : []), ...(followsLinks ? [] : OF_TOP)];
  return rules.map(([rule, judge]) => ({
    rule,
    subject: subjectOf(sequence.planned),
    judge: (context) => judge(context, sequence),
  }));
}
