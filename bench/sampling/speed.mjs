// The stages of sampling on one thread, from the bytes of a page on, beside JSON.parse on the same bytes: its text is
// decoded beforehand, which favours it. Rates: 2 means that a stage takes half of its time.
// Usage: node bench/sampling/speed.mjs [ROUNDS]
import { Books } from '../../dist/sampling/records/books.js';
import { compileRecordModels } from '../../dist/sampling/records/compile-record-models.js';
import { ContentHash } from '../../dist/sampling/records/content-hash.js';
import { FieldCounts } from '../../dist/sampling/records/field-counts.js';
import { PageReader } from '../../dist/sampling/records/page-reader.js';
import { RecordScorer } from '../../dist/sampling/records/record-scorer.js';
import { Sightings } from '../../dist/sampling/records/sightings.js';
import { DEFAULT_VALUE_LIMITS, ValueBudget } from '../../dist/sampling/records/value-budget.js';
import { median } from '../median.mjs';
import { propertyPage, wholeReport } from '../records/property-pages.mjs';

const rounds = Number(process.argv[2] ?? 40);
const models = compileRecordModels(wholeReport());
const model = models.byName.get('Property');
const { bytes, pages } = preparedPage();
const text = bytes.toString('utf8');

const reader = new PageReader();
const hash = new ContentHash();
const scorer = new RecordScorer();
const counts = new FieldCounts(model, new ValueBudget(DEFAULT_VALUE_LIMITS));
let books = new Books(models);

/** Each stage works on what the one before it has left behind. */
const stages = {
  'JSON.parse': () => JSON.parse(text),
  'decoding and JSON.parse': () => JSON.parse(bytes.toString('utf8')),
  'tokens and slots': () => readPage(),
  'content hash': ({ tape, records }) => {
    for (const record of records) hash.of(tape, record, model.shape, model.plan);
  },
  score: ({ tape, records }) => {
    for (const record of records) scorer.score(tape, record, model, counts);
    counts.commit();
  },
  'all, known records': () => books.take(readPage(), { sightings: new Sightings() }),
  'all, new records': () => {
    books = new Books(models);
    books.take(readPage(), { sightings: new Sightings() });
  },
};

const times = Object.fromEntries(Object.keys(stages).map((name) => [name, []]));
for (let round = -5; round < rounds; round++) {
  for (const [name, run] of Object.entries(stages)) {
    const input = readPage();
    const before = performance.now();
    run(input);
    // The first rounds are for the compiler.
    if (round >= 0) times[name].push(performance.now() - before);
  }
}

const [parse] = Object.values(times);
const measured = Object.entries(times).map(([name, taken]) => [
  name,
  {
    ms: Number(median(taken).toFixed(1)),
    rate: Number(median(taken.map((time, round) => parse[round] / time)).toFixed(2)),
  },
]);
process.stdout.write(`${JSON.stringify({ pages, stages: Object.fromEntries(measured) }, undefined, 2)}\n`);

/** The page as an object is not kept: it would cost JSON.parse time for collecting garbage. */
function preparedPage() {
  const page = propertyPage();
  const bytes = Buffer.from(JSON.stringify(page));
  const records = page.value.length;
  const fields = page.value.reduce((sum, record) => sum + Object.keys(record).length, 0) / records;
  const size = (bytes.length / records / 1000).toFixed(1);
  return {
    bytes,
    pages: `${records} Property records a page, ${fields.toFixed(0)} filled fields and ${size} kB each`,
  };
}

function readPage() {
  const read = reader.read(bytes, model);
  if (read.kind === 'fault') throw new Error(read.message);
  return read;
}
