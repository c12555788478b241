import { shorten } from '../../core/shorten.js';
import type { EnumType, Member } from '../model.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

const INTEGER = /^[+-]?\d+$/;

/** The ranges of the types that an enumeration may have underneath. */
const RANGES: ReadonlyMap<string, readonly [least: bigint, most: bigint]> = new Map([
  ['Edm.Byte', [0n, 255n]],
  ['Edm.SByte', [-128n, 127n]],
  ['Edm.Int16', [-32_768n, 32_767n]],
  ['Edm.Int32', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['Edm.Int64', [-(2n ** 63n), 2n ** 63n - 1n]],
]);

/** Longer texts are no 64-bit integers, leading zeros aside, and need not be read as numbers. */
const MOST_DIGITS = 100;

/**
 * `edmx/enum-members`: values are integers in the range of the underlying type; all members have one or none; with
 * `IsFlags` every member has one, and none is negative (OData CSDL XML 4.01, sections 10.2 and 10.3).
 */
export function* enumMembers({ model }: RuleInput): Generator<Fault> {
  for (const type of model.types.values()) {
    if (type.kind !== 'EnumType') continue;
    yield* missingValues(type);
    for (const member of type.members) yield* wrongValue(type, member);
  }
}

function* missingValues(type: EnumType): Generator<Fault> {
  const without = type.members.filter(({ value }) => value === undefined);
  const [first] = without;
  const isAllowed = !type.isFlags && without.length === type.members.length;
  if (first === undefined || isAllowed) return;
  const others =
    without.length === 1 ? '' : ` and ${without.length - 1} other${without.length === 2 ? '' : 's'}`;
  yield {
    at: first,
    subject: { element: typePath(type) },
    message: type.isFlags
      ? `The EnumType ${shorten(type.name)} has IsFlags="true", but its member ${shorten(first.name)}${others} has no Value`
      : `The EnumType ${shorten(type.name)} gives some members a Value, but not ${shorten(first.name)}${others}`,
    advice: type.isFlags ? 'Give every member one.' : 'Give every member a Value, or none.',
    clause: CLAUSES.Member,
    expected: type.isFlags ? 'a Value for each member' : 'a Value for all members or for none',
  };
}

function* wrongValue(type: EnumType, member: Member): Generator<Fault> {
  const range = RANGES.get(type.underlyingType);
  const { value } = member;
  // What is no integer at all is told by edmx/structure.
  if (range === undefined || value === undefined || !INTEGER.test(value)) return;
  const [least, most] = range;
  const number = value.length > MOST_DIGITS ? undefined : BigInt(value.replace('+', ''));
  const isInRange = number !== undefined && number >= least && number <= most;
  if (isInRange && !(type.isFlags && number < 0n)) return;
  const from = type.isFlags && least < 0n ? 0n : least;
  yield {
    at: member,
    attribute: 'Value',
    subject: { element: `${typePath(type)}/Member[${member.name}]` },
    message: `The member ${shorten(member.name)} of the EnumType ${shorten(type.name)} has the Value ${shorten(value)}, but ${type.isFlags ? 'with IsFlags="true" ' : ''}${type.underlyingType} allows ${from} to ${most} here`,
    clause: CLAUSES.Member,
    advice: `Choose another value${type.isFlags ? '' : ' or underlying type'}.`,
    expected: `${from} to ${most}`,
    found: value,
  };
}
