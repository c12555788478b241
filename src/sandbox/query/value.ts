import type { Numeric } from './decimal.js';
import type { QueryRecord } from './record.js';
import type { Instant } from './temporal.js';

/**
 * What an expression evaluates to. Its static type says how to read it: strings and GUIDs (in lower case) are
 * strings, dates are days since 1970 as a number, times of day and durations picoseconds as a bigint. A value of an
 * enumeration is the bigint of its members' values, or NaN if it names a member that the type does not have: like
 * NaN among numbers, that is equal to nothing.
 */
export type Value = null | boolean | string | Numeric | bigint | Instant | QueryRecord | readonly Value[];
