import type { Entity } from '../data/value.js';
import type { QueryRecord } from '../query/query.js';
import type { Exchange } from '../server/exchange.js';
import type { Page } from '../server/page.js';
import type { RecordPlace } from '../server/record-reader.js';
import type { Reply } from '../server/reply.js';
import type { ChangeRows, FaultTools, PageHook, RecordHook, ReplyHook, RequestHook } from './fault.js';
import { Occasions, type PlantedFault } from './planted-fault.js';

interface Active<H> {
  readonly hook: H;
  readonly occasions: Occasions;
}

/** The faults that a sandbox was started with, asked at each point where one may strike. */
export class ActiveFaults {
  readonly #tools: FaultTools;
  readonly #planted: readonly PlantedFault[];
  readonly #requests: readonly Active<RequestHook>[];
  readonly #replies: readonly Active<ReplyHook>[];
  readonly #pages: readonly Active<PageHook>[];
  readonly #records: readonly Active<RecordHook>[];
  readonly #rows: readonly Active<ChangeRows>[];

  constructor(planted: readonly PlantedFault[], seed: number, tools: FaultTools) {
    const active = <K extends 'request' | 'reply' | 'page' | 'record' | 'rows'>(kind: K) =>
      planted.flatMap((each) => {
        const hook = each.fault[kind];
        return hook === undefined ? [] : [{ hook, occasions: new Occasions(each, kind, seed) }];
      });
    this.#tools = tools;
    this.#planted = planted;
    this.#requests = active('request');
    this.#replies = active('reply');
    this.#pages = active('page');
    this.#records = active('record');
    this.#rows = active('rows');
  }

  /** An answer in place of the sandbox's own. */
  answer(exchange: Exchange): Reply | undefined {
    for (const { hook, occasions } of this.#requests) {
      if (!hook.applies(exchange, this.#tools)) continue;
      if (occasions.next() !== undefined) return hook.answer(exchange, this.#tools);
    }
    return undefined;
  }

  changeReply(reply: Reply, exchange: Exchange): Reply {
    return this.#replies.reduce((changed, { hook, occasions }) => {
      const applies = hook.applies(exchange, changed) && occasions.next() !== undefined;
      return applies ? hook.change(changed, exchange) : changed;
    }, reply);
  }

  changePage(page: Page, exchange: Exchange): Page {
    return this.#pages.reduce((changed, { hook, occasions }) => {
      const occasion = hook.applies(changed, exchange) ? occasions.next() : undefined;
      return occasion === undefined ? changed : hook.change(changed, exchange, occasion, this.#tools);
    }, page);
  }

  /** The rows of the Lookup Resource are left alone: they are changed once, by {@link changeRows}. */
  changeRecord(record: QueryRecord, place: RecordPlace): QueryRecord {
    if (place.resource.name === 'Lookup') return record;
    return this.#records.reduce((changed, { hook, occasions }) => {
      const isMeant = hook.isForQueries === true || !place.isForQuery;
      return isMeant && occasions.strikesAt(place.index) ? hook.change(changed, place) : changed;
    }, record);
  }

  changeRows(rows: readonly Entity[]): readonly Entity[] {
    return this.#rows.reduce(
      (changed, { hook, occasions }) => hook(changed, (index) => occasions.strikesAt(index)),
      rows,
    );
  }

  changeMetadata(xml: string): string {
    return this.#planted.reduce((changed, { fault }) => fault.metadata?.(changed) ?? changed, xml);
  }

  /** Whether records that an order does not tell apart come in another order for each request. */
  get shufflesTies(): boolean {
    return this.#planted.some(({ fault }) => fault.shufflesTies === true);
  }

  /** Whether large numbers come as texts, asked for or not. */
  get sendsNumbersAsTexts(): boolean {
    return this.#planted.some(({ fault }) => fault.sendsNumbersAsTexts === true);
  }

  /** Whether a resource is to be neither declared nor served. */
  hides(resource: string): boolean {
    return this.#planted.some(({ fault }) => fault.hides === resource);
  }
}
