// The command line on one file of 1 GB with 100,000 Property records: its time and its peak memory, once with valid
// records and once where every record fails in 50 ways. Usage: node bench/validation/file.mjs FOLDER
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitionsFromReport } from '../../dist/schema/definitions-from-report.js';
import { generateSchema } from '../../dist/schema/generate/generate-schema.js';
import { schemaText } from '../../dist/schema/generate/json-schema.js';
import { propertyPage, wholeReport } from '../records/property-pages.mjs';

const PAGES = 100;
const FAULTS = 50;
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
const root = fileURLToPath(new URL('../..', import.meta.url));
const [out = root] = process.argv.slice(2);
const payload = join(out, 'payload.json');
const schema = join(out, 'given.schema.json');

const report = wholeReport();
const fields = report.fields.map((field) => ({ ...field, nullable: true }));
writeFileSync(schema, schemaText(generateSchema(definitionsFromReport({ ...report, fields }))));
const page = propertyPage();
process.stdout.write(
  JSON.stringify({
    valid: measured(page, 0),
    faulty: measured({ ...page, value: page.value.map((record) => damaged(record)) }, 1),
  }),
);
rmSync(payload);

function measured(content, expected) {
  write(content);
  const words = ['schema', 'validate', '--schema', schema, payload, '--quiet', '--out', join(out, 'results')];
  const before = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_PEAK, 'bin/reso-certify.js', ...words],
    { cwd: root, encoding: 'utf8' },
  );
  const seconds = (performance.now() - before) / 1000;
  if (status !== expected) throw new Error(`it ended with ${status}: ${stderr}`);
  const megabytes = Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024);
  return {
    seconds: Number(seconds.toFixed(1)),
    megabytes,
    gigabytes: Number((statSync(payload).size / 1e9).toFixed(2)),
    records: PAGES * content.value.length,
  };
}

function write({ value, ...annotations }) {
  const records = value.map((record) => JSON.stringify(record)).join(',');
  const file = openSync(payload, 'w');
  writeSync(file, `${JSON.stringify(annotations).slice(0, -1)},"value":[`);
  for (let at = 0; at < PAGES; at++) writeSync(file, `${at === 0 ? '' : ','}${records}`);
  writeSync(file, ']}');
  closeSync(file);
}

function damaged(record) {
  const names = Object.keys(record).filter((name) => name !== 'ListingKey');
  const faults = names.slice(0, FAULTS).map((name) => [name, { not: 'a value' }]);
  return { ...record, ...Object.fromEntries(faults) };
}
