import type { QueryRecord } from '../query/query.js';
import type { RecordPlace } from '../server/record-reader.js';
import { timestampText } from './instants.js';

/** Records that were changed while the sandbox ran: each change gives one a timestamp later than all others. */
export class ChangedRecords {
  /** By resource and index: the number of the latest change. */
  readonly #changes = new Map<string, number>();
  readonly #from: number;
  #count = 0;

  /** @param asOf no timestamp of the data is later */
  constructor(asOf: Date) {
    this.#from = Math.floor(asOf.getTime() / 1000);
  }

  /** How many changes there were. */
  get count(): number {
    return this.#count;
  }

  change(resource: string, index: number): void {
    this.#count += 1;
    this.#changes.set(placeName(resource, index), this.#count);
  }

  /** The record as it is now: changed ones have a new timestamp and, where they are written out, a new text. */
  apply(record: QueryRecord, { resource, index }: RecordPlace): QueryRecord {
    const change = this.#changes.get(placeName(resource.name, index));
    if (change === undefined) return record;
    const text = resource.fields.find(({ name, type }) => type === 'String' && name !== resource.key)?.name;
    return {
      ...record,
      ...('ModificationTimestamp' in record
        ? { ModificationTimestamp: timestampText(this.#from + change) }
        : {}),
      ...(text !== undefined && text in record ? { [text]: `v${change}` } : {}),
    };
  }
}

function placeName(resource: string, index: number): string {
  return `${resource} ${index}`;
}
