import { timestampText } from '../data/instants.js';
import { keyAt } from '../data/keys.js';
import type { Entity } from '../data/value.js';

/** A record as bytes, with the places of what differs from one use of it to the next. */
interface Template {
  readonly bytes: Buffer;
  readonly keyAt: number;
  readonly timestampAt: number;
}

const KEY = 'ListingKey';
const TIMESTAMP = 'ModificationTimestamp';
const FIRST_SECOND = Date.UTC(1990, 0, 1) / 1000;

/** The instant of a record: the later its index, the later it was changed. In seconds since 1970. */
export function secondOf(index: number): number {
  return FIRST_SECOND + index;
}

/**
 * Pages of Property records in the bytes of their JSON, put together from records that were written once. Nothing is
 * kept of a page, so that any number of records can be served.
 */
export class PageBytes {
  readonly #templates: readonly Template[];

  constructor(entities: readonly Entity[]) {
    this.#templates = entities.map(templateOf);
  }

  /**
   * A page.
   *
   * @param indices of its records
   * @param annotations members of the answer beside `value`, as JSON without braces; empty for none
   */
  page(indices: readonly number[], annotations: string): Buffer {
    const head = Buffer.from(`{${annotations}${annotations === '' ? '' : ','}"value":[`);
    const templates = indices.map((index) => this.#templates[index % this.#templates.length] as Template);
    const length = templates.reduce((sum, { bytes }) => sum + bytes.length + 1, 0);
    const page = Buffer.allocUnsafe(head.length + Math.max(0, length - 1) + 2);
    let at = head.copy(page);
    for (const [place, template] of templates.entries()) {
      if (place > 0) page[at++] = 0x2c;
      const index = indices[place] ?? 0;
      template.bytes.copy(page, at);
      page.write(keyAt('Property', index), at + template.keyAt, 'latin1');
      page.write(timestampText(secondOf(index)), at + template.timestampAt, 'latin1');
      at += template.bytes.length;
    }
    page.write(']}', at, 'latin1');
    return page;
  }
}

function templateOf(entity: Entity): Template {
  const bytes = Buffer.from(JSON.stringify(entity));
  return { bytes, keyAt: placeOf(bytes, KEY), timestampAt: placeOf(bytes, TIMESTAMP) };
}

/** Where the text of a member begins. */
function placeOf(bytes: Buffer, name: string): number {
  const marker = `"${name}":"`;
  const at = bytes.indexOf(marker);
  if (at < 0) throw new Error(`a record has no ${name}`);
  return at + marker.length;
}
