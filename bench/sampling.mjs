// The stages of sampling on one thread, from the bytes of a page on, beside JSON.parse on the same bytes.
// The ratios are rates: 2 means that ours takes half of the time. Usage: node bench/sampling.mjs [ROUNDS]
import { Books } from '../dist/sampling/records/books.js';
import { compileRecordModels } from '../dist/sampling/records/compile-record-models.js';
import { ContentHash } from '../dist/sampling/records/content-hash.js';
import { FieldCounts } from '../dist/sampling/records/field-counts.js';
import { PageReader } from '../dist/sampling/records/page-reader.js';
import { RecordScorer } from '../dist/sampling/records/record-scorer.js';
import { Sightings } from '../dist/sampling/records/sightings.js';
import { DEFAULT_VALUE_LIMITS, ValueBudget } from '../dist/sampling/records/value-budget.js';
import { propertyPage, wholeReport } from './records/property-pages.mjs';

const LIMIT = 0.7;
const rounds = Number(process.argv[2] ?? 40);
const models = compileRecordModels(wholeReport());
const model = models.byName.get('Property');
const page = propertyPage();
const bytes = Buffer.from(JSON.stringify(page));
const fields = page.value.reduce((sum, record) => sum + Object.keys(record).length, 0) / page.value.length;
const text = bytes.toString('utf8');

const reader = new PageReader();
const hash = new ContentHash();
const scorer = new RecordScorer();
const counts = new FieldCounts(model, new ValueBudget(DEFAULT_VALUE_LIMITS));
let books = new Books(models);

/** Each stage works on what the one before it has left behind. */
const stages = {
  'JSON.parse of a decoded text': () => JSON.parse(text),
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

const parse = times['JSON.parse of a decoded text'];
process.stdout.write(`${page.value.length} Property records, ${fields.toFixed(0)} filled fields, `);
process.stdout.write(`${(bytes.length / page.value.length / 1000).toFixed(1)} kB each; ${rounds} rounds\n`);
for (const [name, taken] of Object.entries(times)) {
  const rate = bytes.length / median(taken) / 1000;
  const ratio = median(taken.map((time, round) => parse[round] / time));
  const columns = [
    median(taken).toFixed(1).padStart(7),
    rate.toFixed(0).padStart(6),
    ratio.toFixed(2).padStart(6),
  ];
  process.stdout.write(`${name.padEnd(30)}${columns[0]} ms ${columns[1]} MB/s ${columns[2]}\n`);
}
const reached = median(times['all, new records'].map((time, round) => parse[round] / time));
process.stdout.write(`sampling from bytes / JSON.parse: ${reached.toFixed(2)} (at least ${LIMIT})\n`);

function readPage() {
  const read = reader.read(bytes, model);
  if (read.kind === 'fault') throw new Error(read.message);
  return read;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
