// Sampling on one thread, from the bytes of a page to counts and hashes, beside JSON.parse on the same bytes; and the
// memory of the books, each in a process of its own.
import { runChild } from '../run-child.mjs';

/** Sampling is to reach 0.7 of the rate of JSON.parse. */
const MOST_TIME = 1 / 0.7;
const ROUNDS_A_RUN = 8;

export function measure({ root, runs }) {
  const speed = runChild(root, 'bench/sampling/speed.mjs', String(runs * ROUNDS_A_RUN));
  const memory = runChild(root, 'bench/sampling/memory.mjs');
  const stages = Object.entries(speed.stages).map(
    ([name, { ms, rate }]) => `${name} ${ms} ms (${rate} times its rate)`,
  );
  return [
    {
      what: 'sampling from bytes / JSON.parse alone',
      value: Number((1 / speed.stages['all, new records'].rate).toFixed(2)),
      limit: Number(MOST_TIME.toFixed(2)),
      detail: `times; in ms, and as rates beside JSON.parse: ${stages.join(', ')}; ${speed.pages}`,
    },
    {
      what: 'growth of memory from 100,000 to 900,000 records',
      value: memory.growth,
      limit: 100,
      unit: ' MB',
      detail: `resident, at its peak: ${memory.first} MB, then ${memory.last} MB; ${memory.checkpoint} bytes of checkpoint a record, replayed in ${memory.replay} s`,
    },
  ];
}
