// The command line on one file of 1 GB with 100,000 Property records: its time and its peak memory, once with valid
// records and once where every record fails in 50 ways. Usage: node bench/validation/file.mjs FOLDER
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { definitionsFromReport } from '../../dist/schema/definitions-from-report.js';
import { generateSchema } from '../../dist/schema/generate/generate-schema.js';
import { schemaText } from '../../dist/schema/generate/json-schema.js';
import { damaged, measured, writePayload } from '../records/payload-file.mjs';
import { propertyPage, wholeReport } from '../records/property-pages.mjs';

const PAGES = 100;
const FAULTS = 50;
const [out = fileURLToPath(new URL('../..', import.meta.url))] = process.argv.slice(2);
const payload = join(out, 'payload.json');
const schema = join(out, 'given.schema.json');
const words = ['schema', 'validate', '--schema', schema, payload, '--out', join(out, 'results')];

const report = wholeReport();
const fields = report.fields.map((field) => ({ ...field, nullable: true }));
writeFileSync(schema, schemaText(generateSchema(definitionsFromReport({ ...report, fields }))));
const { value, ...before } = propertyPage();
const broken = value.map((record) => damaged(record, FAULTS));
process.stdout.write(JSON.stringify({ valid: measuredOn(value, 0), faulty: measuredOn(broken, 1) }));
rmSync(payload);

function measuredOn(records, expected) {
  writePayload(payload, { before }, records, PAGES);
  return { ...measured(payload, words, expected), records: PAGES * records.length };
}
