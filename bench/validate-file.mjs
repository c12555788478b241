// The command line on one file of 1 GB with 100,000 Property records: its time and its peak memory, once with valid records and
// once where every record fails in 50 ways. Usage: node bench/validate-file.mjs
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitionsFromReport } from '../dist/schema/definitions-from-report.js';
import { generateSchema } from '../dist/schema/generate/generate-schema.js';
import { schemaText } from '../dist/schema/generate/json-schema.js';
import { propertyPage, wholeReport } from './records/property-pages.mjs';

const PAGES = 100;
const FAULTS = 50;
const MOST_MEMORY = 300;
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'results', 'bench-file');
const payload = join(out, 'payload.json');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const report = wholeReport();
const fields = report.fields.map((field) => ({ ...field, nullable: true }));
writeFileSync(
  join(out, 'schema.json'),
  schemaText(generateSchema(definitionsFromReport({ ...report, fields }))),
);
const page = propertyPage();
measure('valid records', page, 0);
measure(
  `records with ${FAULTS} faults each`,
  { ...page, value: page.value.map((record) => damaged(record)) },
  1,
);
rmSync(out, { recursive: true, force: true });

function measure(name, content, expected) {
  write(content);
  const words = ['schema', 'validate', '--schema', join(out, 'schema.json'), payload, '--quiet'];
  const before = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_PEAK, 'bin/reso-certify.js', ...words, '--out', join(out, 'results')],
    { cwd: root, encoding: 'utf8' },
  );
  const seconds = (performance.now() - before) / 1000;
  if (status !== expected) throw new Error(`it ended with ${status}: ${stderr}`);
  const memory = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  const size = statSync(payload).size / 1e9;
  process.stdout.write(
    `${PAGES * content.value.length} ${name}, ${size.toFixed(2)} GB: ${seconds.toFixed(1)} s, ` +
      `peak memory ${memory.toFixed(0)} MB (at most ${MOST_MEMORY})\n`,
  );
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
  return {
    ...record,
    ...Object.fromEntries(names.slice(0, FAULTS).map((name) => [name, { not: 'a value' }])),
  };
}
