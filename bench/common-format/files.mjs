// rcf on 100,000 Property records of 1 GB: its time and its peak memory, in one JSON file, as NDJSON, and where every record
// fails in 50 ways and the file says only at its end what it holds. Usage: node bench/common-format/files.mjs FOLDER
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { damaged, measured, writePayload } from '../records/payload-file.mjs';
import { propertyPage } from '../records/property-pages.mjs';

const PAGES = 100;
const FAULTS = 50;
const CONTEXT = { '@reso.context': 'urn:reso:metadata:2.0:resource:property' };
const [out = fileURLToPath(new URL('../..', import.meta.url))] = process.argv.slice(2);
const records = propertyPage().value.map((record, index) => withLocals(record, index));

process.stdout.write(JSON.stringify({ json: json(), ndjson: ndjson(), faulty: faulty() }));

function json() {
  return rcf('payload.json', 0, (path) => writePayload(path, { before: CONTEXT }, records, PAGES));
}

function ndjson() {
  return rcf('payload.ndjson', 0, (path) => {
    for (let page = 0; page < PAGES; page++) appendFileSync(path, lines(page).join(''));
  });
}

function faulty() {
  const broken = records.map((record) => damaged(record, FAULTS));
  return rcf('payload.json', 1, (path) => writePayload(path, { behind: CONTEXT }, broken, PAGES));
}

function rcf(name, expected, write) {
  const path = join(out, name);
  write(path);
  const figures = measured(path, ['rcf', path, '--out', join(out, 'results')], expected);
  rmSync(path);
  return { ...figures, records: PAGES * records.length };
}

function lines(page) {
  return records.map((record, index) => {
    const payload = { ...CONTEXT, ...record, ListingKey: `K${page}-${index}` };
    return `${JSON.stringify(payload)}\n`;
  });
}

/** A record as vendors send them: fields and values of their own among the standard ones. */
function withLocals(record, index) {
  return {
    ...record,
    LocalScore: index / 7,
    LocalFlag: index % 2 === 0,
    LocalWhen: '2024-05-06',
    Cooling: [...(record.Cooling ?? []), `Wind tower ${index % 50}`],
  };
}
