// The memory of the books, in one process: its peak at 100,000 and at 900,000 distinct records, pages read one by one.
// Then the books are built once more from what was handed out for the checkpoint. Usage: node bench/sampling/memory.mjs
import { Books } from '../../dist/sampling/records/books.js';
import { compileRecordModels } from '../../dist/sampling/records/compile-record-models.js';
import { PageReader } from '../../dist/sampling/records/page-reader.js';
import { Sightings } from '../../dist/sampling/records/sightings.js';
import { propertyPage, wholeReport } from '../records/property-pages.mjs';

const FIRST = 100_000;
const LAST = 900_000;
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
for (let records = 0; records < LAST; ) {
  for (const key of keys) bytes.write(String(records++).padStart(KEY_DIGITS, '0'), key, 'latin1');
  const { delta } = books.take(reader.read(bytes, model), { sightings });
  deltaBytes += delta.length;
  if (records === FIRST || records === LAST) peaks.set(records, process.resourceUsage().maxRSS / 1024);
}
if (sightings.count !== LAST) throw new Error(`${sightings.count} distinct records instead of ${LAST}`);
const [first, last] = [FIRST, LAST].map((records) => Math.round(peaks.get(records)));
const checkpoint = Math.round(deltaBytes / LAST);
process.stdout.write(
  `${JSON.stringify({ first, last, growth: last - first, checkpoint, replay: replay() })}\n`,
);

/** Enters the same pages into other books, and what that gives into third ones; how long that takes, in seconds. */
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
  return Number((taken / 1000).toFixed(1));
}

function placesOf(text) {
  const places = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
