// Sampling with validation on one thread, from the bytes of a page on, beside JSON.parse on the same bytes: pages whose records
// are valid, and pages where one in a hundred is faulty. A plain Ajv schema with the same rules is shown beside it.
// The ratios are rates: 2 means that ours takes half of the time. Usage: node bench/validation.mjs [ROUNDS]
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Books } from '../dist/sampling/records/books.js';
import { compileRecordModels } from '../dist/sampling/records/compile-record-models.js';
import { PageReader } from '../dist/sampling/records/page-reader.js';
import { Sightings } from '../dist/sampling/records/sightings.js';
import { definitionsFromReport } from '../dist/schema/definitions-from-report.js';
import { Exemptions } from '../dist/schema/exemptions.js';
import { generateSchema } from '../dist/schema/generate/generate-schema.js';
import { schemaText } from '../dist/schema/generate/json-schema.js';
import { PayloadAssessment } from '../dist/schema/payload-assessment.js';
import { propertyPage, wholeReport } from './records/property-pages.mjs';

const FAULTY_EACH = 100;
const rounds = Number(process.argv[2] ?? 30);
const report = wholeReport();
const models = compileRecordModels(report);
const model = models.byName.get('Property');
// Records are as they come with nullable collections: what is empty is left out.
const definitions = definitionsFromReport({
  ...report,
  fields: report.fields.map((field) => ({ ...field, nullable: true })),
});
const policy = { profile: 'certification', version: '2.0', strict: true };
const isValid = plainAjv();

const page = propertyPage();
measure('valid pages', page, 0.55);
measure('pages with 1 % faulty records', { ...page, value: page.value.map(damaged) }, 0.45);

function measure(name, content, limit) {
  const bytes = Buffer.from(JSON.stringify(content));
  const text = bytes.toString('utf8');
  const reader = new PageReader();
  let assessment;
  let facts;
  const read = () => reader.read(bytes, model);
  const validate = ({ tape, records }) => {
    const { validator } = assessment;
    validator.validate({ tape, records, resource: 'Property', shape: model.shape });
    facts = validator.take();
    assessment.add(facts);
  };
  const stages = {
    'JSON.parse of a decoded text': () => JSON.parse(text),
    'tokens and slots': () => read(),
    validation: (read) => validate(read),
    'tokens, scores, hashes': () => new Books(models).take(read(), { sightings: new Sightings() }),
    'the same with validation': () => {
      const read_ = read();
      new Books(models).take(read_, { sightings: new Sightings() });
      validate(read_);
    },
    'JSON.parse and plain Ajv': () => JSON.parse(text).value.filter((record) => !isValid(record)),
  };
  const times = Object.fromEntries(Object.keys(stages).map((stage) => [stage, []]));
  for (let round = -5; round < rounds; round++) {
    assessment = new PayloadAssessment({ definitions, policy, exemptions: Exemptions.ofVersion('2.0') });
    for (const [stage, run] of Object.entries(stages)) {
      const input = read();
      const before = performance.now();
      run(input);
      // The first rounds are for the compiler.
      if (round >= 0) times[stage].push(performance.now() - before);
    }
  }
  const faulty = JSON.parse(text).value.filter((record) => !isValid(record)).length;
  const counted = facts.faults.reduce((sum, { count }) => sum + count, 0);
  const size = (bytes.length / content.value.length / 1000).toFixed(1);
  process.stdout.write(`${name}: ${content.value.length} records of ${size} kB, `);
  process.stdout.write(`${faulty} faulty by Ajv, ${counted} faults by ours; ${rounds} rounds\n`);
  const parse = times['JSON.parse of a decoded text'];
  for (const [stage, taken] of Object.entries(times)) {
    const ratio = median(taken.map((time, round) => parse[round] / time)).toFixed(2);
    process.stdout.write(
      `  ${stage.padEnd(30)}${median(taken).toFixed(1).padStart(7)} ms ${ratio.padStart(6)}\n`,
    );
  }
  const reached = median(times['the same with validation'].map((time, round) => parse[round] / time));
  process.stdout.write(
    `sampling with validation / JSON.parse, ${name}: ${reached.toFixed(2)} (at least ${limit})\n`,
  );
}

/** One record in a hundred has three faults. */
function damaged(record, index) {
  if (index % FAULTY_EACH !== 0) return record;
  return { ...record, ListPrice: 'unknown', Local: index, StandardStatus: `Status ${index}` };
}

function plainAjv() {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(schemaText(generateSchema(definitions)));
  ajv.compile(schema);
  return ajv.getSchema(schema.$defs.Property.$id);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
