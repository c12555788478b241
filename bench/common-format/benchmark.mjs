// RESO Common Format: the memory and the time of payloads of 1 GB, in a process of their own.
import { spawnSync } from 'node:child_process';

const MOST_MEMORY = 300;
const FILES = {
  json: 'one file',
  ndjson: 'NDJSON',
  faulty: 'one file, 50 faults a record and its context at the end',
};

export function measure({ root, out }) {
  const files = child(root, 'bench/common-format/files.mjs', out);
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

function child(root, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
