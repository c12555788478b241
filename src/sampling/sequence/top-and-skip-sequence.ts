import { pageUri, type QueryBase } from '../plan/page-query.js';
import { NextLinks } from './next-link.js';
import { followed } from './next-link-sequence.js';
import type { PageFacts, Progress } from './page-facts.js';
import {
  COMPLETE,
  IDLE,
  IDLE_PAGES,
  LIMIT_REACHED,
  type Next,
  type PageRequest,
  type Sequence,
} from './sequence.js';

/** What a sequence by `$top` and `$skip` needs to begin. */
export interface TopAndSkipStart {
  readonly base: QueryBase;
  readonly orderby?: string | undefined;
  readonly pageSize: number;
  readonly limit: number;
  readonly serviceRoot: URL;
}

/** Client-driven paging: `$skip` advances by what came, until an empty page. */
export class TopAndSkipSequence implements Sequence {
  readonly #start: TopAndSkipStart;
  readonly #links: NextLinks;
  #skip = 0;
  #idle = 0;
  #next: Next;

  constructor(start: TopAndSkipStart) {
    this.#start = start;
    this.#links = new NextLinks(start.serviceRoot);
    this.#next = { ask: this.#request() };
  }

  get next(): Next {
    return this.#next;
  }

  take(page: PageFacts, { distinct }: Progress): void {
    this.#idle = page.fresh === 0 ? this.#idle + 1 : 0;
    this.#skip += page.records;
    this.#next = this.#after(page, distinct);
  }

  #after({ records, nextLink }: PageFacts, distinct: number): Next {
    if (distinct >= this.#start.limit) return LIMIT_REACHED;
    if (records > 0) return this.#idle >= IDLE_PAGES ? IDLE : { ask: this.#request() };
    if (nextLink === undefined || !('ask' in this.#next)) return COMPLETE;
    return followed(this.#links, nextLink, this.#next.ask, { idle: this.#idle });
  }

  #request(): PageRequest {
    const { base, orderby, pageSize: top } = this.#start;
    const uri = pageUri(base, { orderby, top, skip: this.#skip });
    this.#links.note(uri);
    return { uri, top };
  }
}
