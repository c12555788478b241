import type { Dictionary } from '../../dictionary/dictionary.js';
import type { ChangedRecords } from '../data/changed-records.js';
import { type DataSet, dataSet, GENERATED_RESOURCES } from '../data/data-set.js';
import type { ActiveFaults } from '../faults/active-faults.js';
import { servedLookupValues } from '../lookup-values.js';
import { metadataDocument } from '../metadata-document.js';
import { notationOf } from '../notation.js';
import type { QuerySchema } from '../query/query.js';
import type { Representation } from '../representation.js';
import { type ServedResource, servedResources } from '../served-resources.js';
import { querySchemas } from './query-schemas.js';
import { RecordOrder } from './record-order.js';
import { RecordReader } from './record-reader.js';

/** What the sandbox serves: its metadata, its records, and how queries find them. */
export interface Service {
  /** The resources that have an entity set. */
  readonly resources: ReadonlyMap<string, ServedResource>;
  /** The metadata document. */
  readonly metadata: string;
  readonly schemas: ReadonlyMap<string, QuerySchema>;
  readonly reader: RecordReader;
  readonly order: RecordOrder;
  /** The most records of a page. */
  readonly pageSize: number;
}

export interface ServiceOptions {
  readonly representation: Representation;
  readonly seed: number;
  readonly records: number;
  readonly asOf: Date;
  readonly pageSize: number;
  readonly now: () => Date;
  readonly changes: ChangedRecords;
}

/** Builds the service of a dictionary, with what the faults change in it. */
export function buildService(dictionary: Dictionary, options: ServiceOptions, faults: ActiveFaults): Service {
  const { representation, pageSize, now, changes } = options;
  const names = [...GENERATED_RESOURCES, ...(representation === 'lookup' ? ['Lookup'] : [])];
  const declared = servedResources(dictionary, names);
  const values = servedLookupValues(dictionary, declared);
  const notation = notationOf(declared, representation, values);
  const data: DataSet = dataSet({
    ...options,
    ...notation,
    resources: declared,
    changeRows: (rows) => faults.changeRows(rows),
  });
  const shown = names.filter((name) => !faults.hides(name));
  const resources = declared.filter(({ name }) => shown.includes(name));
  const reader = new RecordReader(
    data,
    (record, place) => faults.changeRecord(changes.apply(record, place), place),
    now,
  );
  return {
    resources: new Map(resources.map((resource) => [resource.name, resource])),
    metadata: faults.changeMetadata(
      metadataDocument(dictionary, { resources: shown, representation, values }),
    ),
    schemas: querySchemas(declared, notation),
    reader,
    order: new RecordOrder(reader, { changes, shufflesTies: faults.shufflesTies }),
    pageSize,
  };
}

/** The schema of a resource that is served. */
export function schemaOf({ schemas }: Service, resource: string): QuerySchema {
  const schema = schemas.get(resource);
  if (schema === undefined) throw new Error(`${resource} is not served`);
  return schema;
}
