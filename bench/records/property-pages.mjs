// Pages of Property records such as servers send: about 260 filled fields and 11 kB a record, what is empty left out.
import { GENERATED_FOLDER } from '../../dist/dictionary/generated-folder.js';
import { loadDictionary } from '../../dist/dictionary/reference.js';
import { readMetadata } from '../../dist/metadata/check-document.js';
import { lookupRows } from '../../dist/metadata/lookup-rows.js';
import { metadataReport } from '../../dist/metadata/metadata-report.js';
import { dataSet, GENERATED_RESOURCES } from '../../dist/sandbox/data/data-set.js';
import { servedLookupValues } from '../../dist/sandbox/lookup-values.js';
import { metadataDocument } from '../../dist/sandbox/metadata-document.js';
import { servedResources } from '../../dist/sandbox/served-resources.js';

const VERSION = '2.0';
const FILLED_FIELDS = 260;
const { dictionary } = await loadDictionary(GENERATED_FOLDER, VERSION);
const resources = servedResources(dictionary, GENERATED_RESOURCES);
const values = servedLookupValues(dictionary, resources);

/** The metadata report of a server that declares the whole dictionary, its Lookup Resource merged. */
export function wholeReport() {
  const names = dictionary.resources.map(({ name }) => name);
  const xml = metadataDocument(dictionary, { resources: names, representation: 'lookup' });
  const policy = { profile: 'certification', version: VERSION, strict: true };
  const { model } = readMetadata(Buffer.from(xml), 'metadata.xml', policy);
  const rows = [...values].flatMap(([LookupName, known]) =>
    known.map(({ value }) => ({ LookupName, LookupValue: value })),
  );
  const standardNames = new Set(names);
  return metadataReport({
    model,
    standardNames,
    version: VERSION,
    generatedOn: '',
    lookups: lookupRows(rows),
  });
}

/** A page of records, as an object. */
export function propertyPage(records = 1000) {
  const asOf = new Date('2026-07-01T00:00:00Z');
  const options = { resources, values, representation: 'lookup', seed: 1, records: 3 * records, asOf };
  const set = dataSet(options).get('Property');
  const value = Array.from({ length: records }, (_, index) =>
    // A generated record has some 220 filled fields: those of others make up for what lacks.
    filledRecord([0, 1, 2].map((other) => set.entity(index + other * records))),
  );
  return { '@odata.context': 'https://example.org/$metadata#Property', '@odata.count': 900_000, value };
}

function filledRecord([record, ...others]) {
  const filled = new Map(Object.entries(record).filter(([, value]) => isFilled(value)));
  for (const [name, value] of others.flatMap(Object.entries)) {
    if (filled.size >= FILLED_FIELDS) break;
    if (!filled.has(name) && isFilled(value)) filled.set(name, value);
  }
  return Object.fromEntries(
    Object.keys(record).flatMap((name) => (filled.has(name) ? [[name, filled.get(name)]] : [])),
  );
}

function isFilled(value) {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
