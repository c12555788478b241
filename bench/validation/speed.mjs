// Sampling with validation on one thread, from the bytes of a page on, beside JSON.parse on the same bytes: pages whose
// records are valid, and pages where one in a hundred is faulty. A plain Ajv schema with the same rules is timed beside it.
// Rates: 2 means that a stage takes half of the time of JSON.parse. Usage: node bench/validation/speed.mjs [ROUNDS]
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Books } from '../../dist/sampling/records/books.js';
import { compileRecordModels } from '../../dist/sampling/records/compile-record-models.js';
import { PageReader } from '../../dist/sampling/records/page-reader.js';
import { Sightings } from '../../dist/sampling/records/sightings.js';
import { definitionsFromReport } from '../../dist/schema/definitions-from-report.js';
import { Exemptions } from '../../dist/schema/exemptions.js';
import { generateSchema } from '../../dist/schema/generate/generate-schema.js';
import { schemaText } from '../../dist/schema/generate/json-schema.js';
import { PayloadAssessment } from '../../dist/schema/payload-assessment.js';
import { median } from '../median.mjs';
import { propertyPage, wholeReport } from '../records/property-pages.mjs';

const FAULTY_EACH = 100;
const WARM_UP = 5;
const rounds = Number(process.argv[2] ?? 30);
const report = wholeReport();
const models = compileRecordModels(report);
const model = models.byName.get('Property');
// The pages leave out what is empty, so nothing may be required of them.
const fields = report.fields.map((field) => ({ ...field, nullable: true }));
const definitions = definitionsFromReport({ ...report, fields });
const policy = { profile: 'certification', version: '2.0', strict: true };
const exemptions = Exemptions.ofVersion('2.0');
const isValid = plainAjv();

const page = propertyPage();
process.stdout.write(
  JSON.stringify({
    valid: timed(page),
    faulty: timed({ ...page, value: page.value.map(damaged) }),
  }),
);

function timed(content) {
  const bytes = Buffer.from(JSON.stringify(content));
  const text = bytes.toString('utf8');
  const reader = new PageReader();
  let assessment;
  let facts;
  const read = () => reader.read(bytes, model);
  const take = (taken) => new Books(models).take(taken, { sightings: new Sightings() });
  const validate = ({ tape, records }) => {
    const { validator } = assessment;
    validator.validate({ tape, records, resource: 'Property', shape: model.shape });
    facts = validator.take();
    assessment.add(facts);
  };
  const stages = {
    'JSON.parse': () => JSON.parse(text),
    'tokens and slots': () => read(),
    validation: (taken) => validate(taken),
    'sampling without validation': () => take(read()),
    'sampling with validation': () => {
      const taken = read();
      take(taken);
      validate(taken);
    },
    'JSON.parse and plain Ajv': () => JSON.parse(text).value.filter((record) => !isValid(record)),
  };
  const times = Object.fromEntries(Object.keys(stages).map((stage) => [stage, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    assessment = new PayloadAssessment({ definitions, policy, exemptions });
    for (const [stage, run] of Object.entries(stages)) {
      const taken = read();
      const before = performance.now();
      run(taken);
      if (round >= 0) times[stage].push(performance.now() - before);
    }
  }
  const parse = times['JSON.parse'];
  const summary = Object.entries(times).map(([stage, taken]) => [
    stage,
    {
      ms: Number(median(taken).toFixed(1)),
      rate: Number(median(taken.map((time, round) => parse[round] / time)).toFixed(2)),
    },
  ]);
  return {
    stages: Object.fromEntries(summary),
    faultyByAjv: JSON.parse(text).value.filter((record) => !isValid(record)).length,
    faults: facts.faults.reduce((sum, { count }) => sum + count, 0),
  };
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
