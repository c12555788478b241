/** The first number of each resource's keys, which are far enough from each other not to be taken for one another. */
const FIRST: ReadonlyMap<string, number> = new Map([
  ['Property', 100_000_001],
  ['Member', 200_000_001],
  ['Office', 300_000_001],
  ['Media', 400_000_001],
  ['OpenHouse', 500_000_001],
  ['Lookup', 600_000_001],
]);

const KEY = /^[1-9]\d{8}$/;

/** The key of a resource's record. */
export function keyAt(resource: string, index: number): string {
  return String((FIRST.get(resource) ?? 1) + index);
}

/** The index that a key stands for, which may be beyond the resource's records; undefined for another's key. */
export function indexOfKey(resource: string, key: string): number | undefined {
  if (!KEY.test(key)) return undefined;
  const index = Number(key) - (FIRST.get(resource) ?? 1);
  return index >= 0 ? index : undefined;
}
