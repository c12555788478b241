// Payload files of 1 GB, and the command line measured on them.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Writes one payload: annotations, pages of records that differ in their keys alone, annotations behind them. */
export function writePayload(path, { before = {}, behind = {} }, records, pages) {
  const file = openSync(path, 'w');
  writeSync(file, JSON.stringify({ ...before, value: [] }).slice(0, -2));
  for (let page = 0; page < pages; page++) {
    const texts = records.map((record, index) =>
      JSON.stringify({ ...record, ListingKey: `K${page * records.length + index}` }),
    );
    writeSync(file, `${page === 0 ? '' : ','}${texts.join(',')}`);
  }
  writeSync(file, JSON.stringify({ value: [], ...behind }).slice('{"value":['.length));
  closeSync(file);
}

/** Runs a command on a payload file. How long that took, and what memory it needed at its peak. */
export function measured(payload, words, expected) {
  const before = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_PEAK, 'bin/reso-certify.js', ...words, '--quiet'],
    { cwd: root, encoding: 'utf8' },
  );
  const seconds = (performance.now() - before) / 1000;
  if (status !== expected) throw new Error(`it ended with ${status}: ${stderr}`);
  return {
    seconds: Number(seconds.toFixed(1)),
    megabytes: Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024),
    gigabytes: Number((statSync(payload).size / 1e9).toFixed(2)),
  };
}

/** A record whose first fields hold what no field can hold. */
export function damaged(record, faults) {
  const names = Object.keys(record).filter((name) => name !== 'ListingKey');
  const broken = names.slice(0, faults).map((name) => [name, { not: 'a value' }]);
  return { ...record, ...Object.fromEntries(broken) };
}
