/** How many edits apart names may be and still be near. */
export interface DistanceLimits {
  /** What is searched, as RESO's published tools do: a part of the name's length as written. */
  readonly searched: number;
  /** What the ratified text calls an error: less than that part of the normalised name's length. Never the larger. */
  readonly ratified: number;
}

/** Products such as 0.28 × 25 come out a hair beside the whole number that they are. */
const ROUNDING = 1e-9;

/** The limits for a local name (RCP-40, section 3, Similar Name Matching). @param fuzziness from 0 to 1 */
export function distanceLimits(localName: string, normalised: string, fuzziness: number): DistanceLimits {
  const ratified = Math.ceil(fuzziness * normalised.length - ROUNDING) - 1;
  const ofTools = Math.floor(fuzziness * localName.length + ROUNDING);
  return { searched: Math.max(ofTools, ratified), ratified };
}
