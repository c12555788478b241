import { NextLinks } from './next-link.js';
import type { PageFacts, Progress } from './page-facts.js';
import {
  COMPLETE,
  IDLE_PAGES,
  LIMIT_REACHED,
  type Next,
  type PageRequest,
  type Sequence,
} from './sequence.js';

/** What a sequence of next links needs to begin. */
export interface NextLinkStart {
  readonly first: PageRequest;
  readonly serviceRoot: URL;
  /** The most distinct records. */
  readonly limit: number;
}

/** Server-driven paging (OData Protocol 4.01, section 11.2.6.7): from one next link to the next, until there is none. */
export class NextLinkSequence implements Sequence {
  readonly #links: NextLinks;
  readonly #limit: number;
  readonly #maxPageSize: number | undefined;
  #request: PageRequest;
  #next: Next;
  #idle = 0;

  constructor({ first, serviceRoot, limit }: NextLinkStart) {
    this.#links = new NextLinks(serviceRoot);
    this.#limit = limit;
    this.#maxPageSize = first.maxPageSize;
    this.#request = first;
    this.#next = { ask: first };
    this.#links.note(first.uri);
  }

  get next(): Next {
    return this.#next;
  }

  take(page: PageFacts, { distinct }: Progress): void {
    this.#idle = page.fresh === 0 ? this.#idle + 1 : 0;
    this.#next = this.#after(page, distinct);
    if ('ask' in this.#next) this.#request = this.#next.ask;
  }

  #after({ nextLink }: PageFacts, distinct: number): Next {
    if (distinct >= this.#limit) return LIMIT_REACHED;
    if (nextLink === undefined) return COMPLETE;
    return followed(this.#links, nextLink, this.#request, {
      idle: this.#idle,
      maxPageSize: this.#maxPageSize,
    });
  }
}

/**
 * The request that a next link stands for, or the end that it leads to.
 *
 * @param idle pages in succession that brought nothing new
 */
export function followed(
  links: NextLinks,
  link: string,
  from: PageRequest,
  { idle, maxPageSize }: { readonly idle: number; readonly maxPageSize?: number | undefined },
): Next {
  if (idle >= IDLE_PAGES) return { end: { kind: 'loop', how: 'idle', link } };
  const target = links.follow(link, from.uri);
  if (target.kind === 'page') {
    links.note(target.uri);
    return { ask: { uri: target.uri, ...(maxPageSize === undefined ? {} : { maxPageSize }) } };
  }
  if (target.kind === 'seen') return { end: { kind: 'loop', how: 'seen', link } };
  return { end: { kind: target.kind === 'foreign' ? 'foreign link' : 'unusable link', link } };
}
