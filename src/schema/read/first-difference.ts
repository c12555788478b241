/**
 * The place, as a JSON Pointer (RFC 6901), at which two JSON values differ first; nothing when they are equal. The order of
 * members does not count.
 */
export function firstDifference(one: unknown, other: unknown): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (Array.isArray(one) && Array.isArray(other))
    return differenceOf(one, other, one.length === other.length);
  if (isObject(one) && isObject(other)) return differenceOf(one, other, true);
  return '';
}

function differenceOf(one: object, other: object, isSameLength: boolean): string | undefined {
  const [ofOne, ofOther] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  for (const key of new Set([...ofOne.keys(), ...ofOther.keys()])) {
    const isInBoth = ofOne.has(key) && ofOther.has(key);
    const rest = isInBoth ? firstDifference(ofOne.get(key), ofOther.get(key)) : '';
    if (rest !== undefined) return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}${rest}`;
  }
  return isSameLength ? undefined : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
