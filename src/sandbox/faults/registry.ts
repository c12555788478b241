import { AUTHENTICATION_FAULTS } from './authentication-faults.js';
import type { Fault } from './fault.js';
import { HTTP_FAULTS } from './http-faults.js';
import { LOOKUP_FAULTS } from './lookup-faults.js';
import { METADATA_FAULTS } from './metadata-faults.js';
import { PAGING_FAULTS } from './paging-faults.js';
import { RECORD_FAULTS } from './record-faults.js';
import { REDIRECT_FAULTS } from './redirect-faults.js';
import { TIMESTAMP_FAULTS } from './timestamp-faults.js';

/** All faults that can be planted, by name, in the order in which they are listed. */
export const FAULTS: ReadonlyMap<string, Fault> = new Map(
  [
    ...HTTP_FAULTS,
    ...REDIRECT_FAULTS,
    ...PAGING_FAULTS,
    ...RECORD_FAULTS,
    ...TIMESTAMP_FAULTS,
    ...AUTHENTICATION_FAULTS,
    ...METADATA_FAULTS,
    ...LOOKUP_FAULTS,
  ].map((fault) => [fault.name, fault]),
);

/** The list of faults as text: name, default rate and what it does, one a line. */
export function listFaults(): string {
  const width = Math.max(...[...FAULTS.keys()].map((name) => name.length));
  return [...FAULTS.values()]
    .map(({ name, rate, what }) => `${name.padEnd(width)}  ${rate.padEnd(4)}  ${what}\n`)
    .join('');
}
