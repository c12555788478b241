// The memory of the books, in one process: its peak at 100,000 and at 900,000 distinct records, pages read one by one.
// Then the books are built once more from what was handed out for the checkpoint. Usage: node bench/sampling-memory.mjs
import { Books } from '../dist/sampling/records/books.js';
import { compileRecordModels } from '../dist/sampling/records/compile-record-models.js';
import { PageReader } from '../dist/sampling/records/page-reader.js';
import { Sightings } from '../dist/sampling/records/sightings.js';
import { propertyPage, wholeReport } from './records/property-pages.mjs';

const FIRST = 100_000;
const LAST = 900_000;
const MOST_GROWTH = 100;
const KEY_DIGITS = 12;
const models = compileRecordModels(wholeReport());
const model = models.byName.get('Property');
const page = propertyPage();
for (const record of page.value) record.ListingKey = '#'.repeat(KEY_DIGITS);
const bytes = Buffer.from(JSON.stringify(page));
const keys = placesOf('#'.repeat(KEY_DIGITS));

const reader = new PageReader();
const books = new Books(models);
const sightings = new Sightings();
const peaks = new Map();
let deltaBytes = 0;
const started = performance.now();
for (let records = 0; records < LAST; ) {
  for (const key of keys) bytes.write(String(records++).padStart(KEY_DIGITS, '0'), key, 'latin1');
  const { delta } = books.take(reader.read(bytes, model), { sightings });
  deltaBytes += delta.length;
  if (records === FIRST || records === LAST) peaks.set(records, process.resourceUsage().maxRSS / 1024);
}
const seconds = (performance.now() - started) / 1000;
if (sightings.count !== LAST) throw new Error(`${sightings.count} distinct records instead of ${LAST}`);
const growth = peaks.get(LAST) - peaks.get(FIRST);
process.stdout.write(
  `${LAST} records in ${seconds.toFixed(1)} s, ${(deltaBytes / LAST).toFixed(0)} bytes of checkpoint a record\n`,
);
process.stdout.write(
  `peak memory: ${peaks.get(FIRST).toFixed(0)} MB, then ${peaks.get(LAST).toFixed(0)} MB; `,
);
process.stdout.write(`growth ${growth.toFixed(0)} MB (at most ${MOST_GROWTH})\n`);
replay();

/** The same pages again, only their deltas kept; the deltas are what is timed. */
function replay() {
  const again = new Books(models);
  const first = new Sightings();
  const second = new Sightings();
  const resumed = new Books(models);
  let taken = 0;
  for (let records = 0; records < LAST; ) {
    for (const key of keys) bytes.write(String(records++).padStart(KEY_DIGITS, '0'), key, 'latin1');
    const { delta } = again.take(reader.read(bytes, model), { sightings: first });
    const before = performance.now();
    resumed.replay(delta, second);
    taken += performance.now() - before;
  }
  if (second.count !== LAST) throw new Error(`${second.count} records were replayed instead of ${LAST}`);
  process.stdout.write(`replayed in ${(taken / 1000).toFixed(2)} s\n`);
}

function placesOf(text) {
  const places = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
