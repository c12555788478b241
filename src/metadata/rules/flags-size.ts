import { shorten } from '../../core/shorten.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** A 64-bit integer has that many bits besides its sign. */
const MOST_FLAGS = 63;

/** `edmx/flags-size`: enumerations with `IsFlags` and more members than an integer has bits. */
export function* flagsSize({ model }: RuleInput): Generator<Fault> {
  for (const type of model.types.values()) {
    if (type.kind !== 'EnumType' || !type.isFlags || type.members.length <= MOST_FLAGS) continue;
    yield {
      at: type,
      subject: { element: typePath(type) },
      message: `The EnumType ${shorten(type.name)} has IsFlags="true" and ${type.members.length} members, but an integer holds ${MOST_FLAGS} flags`,
      clause: CLAUSES.IsFlags,
      advice: 'Consider a collection, or strings with the Lookup Resource.',
      expected: `at most ${MOST_FLAGS} members`,
      found: String(type.members.length),
    };
  }
}
