// RESO Common Format: the memory and the time of payloads of 1 GB, in a process of their own.
import { runChild } from '../run-child.mjs';

const MOST_MEMORY = 300;
const FILES = {
  json: 'one file',
  ndjson: 'NDJSON',
  faulty: 'one file, 50 faults a record and its context at the end',
};

export function measure({ root, out }) {
  const files = runChild(root, 'bench/common-format/files.mjs', out);
  return Object.entries(FILES).map(([kind, name]) => {
    const { seconds, megabytes, gigabytes, records } = files[kind];
    return {
      what: `memory of rcf, ${name}`,
      value: megabytes,
      limit: MOST_MEMORY,
      unit: ' MB',
      detail: `resident, at its peak; ${records} records, ${gigabytes} GB, in ${seconds} s`,
    };
  });
}
