// Validation: of pages in memory beside JSON.parse and a plain Ajv schema, and of a file of 1 GB in little memory, each in a
// process of its own.
import { runChild } from '../run-child.mjs';

/** Sampling with validation is to reach these shares of the rate of JSON.parse. */
const LEAST_RATES = { valid: 0.55, faulty: 0.45 };
const PAGES = { valid: 'valid pages', faulty: 'pages with 1 % faulty records' };
const FILES = { valid: 'valid records', faulty: 'records with 50 faults each' };
const ROUNDS_A_RUN = 6;
const MOST_MEMORY = 300;

export function measure({ root, out, runs }) {
  const speed = runChild(root, 'bench/validation/speed.mjs', String(runs * ROUNDS_A_RUN));
  const file = runChild(root, 'bench/validation/file.mjs', out);
  return [
    ...Object.entries(PAGES).map(([kind, name]) => speedOf(name, speed[kind], LEAST_RATES[kind])),
    ...Object.entries(FILES).map(([kind, name]) => memoryOf(name, file[kind])),
  ];
}

function speedOf(name, { stages, faultyByAjv, faults }, leastRate) {
  const told = Object.entries(stages).map(([stage, { ms, rate }]) => `${stage} ${ms} ms (${rate})`);
  return {
    what: `sampling with validation / JSON.parse alone, ${name}`,
    value: Number((1 / stages['sampling with validation'].rate).toFixed(2)),
    limit: Number((1 / leastRate).toFixed(2)),
    detail: `times; in ms, and as rates beside JSON.parse: ${told.join(', ')}; ${faultyByAjv} faulty records by Ajv, ${faults} faults by ours`,
  };
}

function memoryOf(name, { seconds, megabytes, gigabytes, records }) {
  return {
    what: `memory of schema validate on one file, ${name}`,
    value: megabytes,
    limit: MOST_MEMORY,
    unit: ' MB',
    detail: `resident, at its peak; ${records} records, ${gigabytes} GB, in ${seconds} s`,
  };
}
