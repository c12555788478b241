import { shorten } from '../../core/shorten.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** `edmx/member-case`: members of an enumeration whose names differ only in case, which readers take for one. */
export function* memberCase({ model }: RuleInput): Generator<Fault> {
  for (const type of model.types.values()) {
    if (type.kind !== 'EnumType') continue;
    const seen = new Map<string, string>();
    for (const member of type.members) {
      const key = member.name.toLowerCase();
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, member.name);
        continue;
      }
      yield {
        at: member,
        subject: { element: `${typePath(type)}/Member[${member.name}]` },
        message: `The members ${shorten(first)} and ${shorten(member.name)} of the EnumType ${shorten(type.name)} differ only in case`,
        clause: CLAUSES.Member,
        advice: 'That is legal, but systems that ignore case cannot tell them apart: consider one of them.',
        found: member.name,
      };
    }
  }
}
