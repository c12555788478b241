/** Enough for the long run on a slow machine. */
export const LONG = 900_000;

/** How many documents a test tries: more in the long run, `npm run test:long`. */
export function runs(ordinary: number, long: number): number {
  return process.env['LONG'] === undefined ? ordinary : long;
}
