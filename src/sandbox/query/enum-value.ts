import type { EnumProperty } from './query-schema.js';

const NUMBER = /^[+-]?\d{1,19}$/;

/**
 * The value that member names (or numbers, which OData allows too) say together, with commas between them. Undefined
 * if one is unknown, or if there are several and the type is not one of flags.
 */
export function parseEnum(text: string, { members, isFlags }: EnumProperty): bigint | undefined {
  const names = text.split(',');
  if (names.length > 1 && !isFlags) return undefined;
  let sum = 0n;
  for (const name of names) {
    const value = memberValue(name.trim(), members);
    if (value === undefined) return undefined;
    sum |= value;
  }
  return sum;
}

function memberValue(name: string, members: EnumProperty['members']): bigint | undefined {
  if (NUMBER.test(name)) return BigInt(name);
  const value = members.get(name);
  return value === undefined ? undefined : BigInt(value);
}
