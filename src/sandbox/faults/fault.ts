import type { ChangedRecords } from '../data/changed-records.js';
import type { Entity } from '../data/value.js';
import type { QueryRecord } from '../query/query.js';
import type { AccessTokens } from '../server/access-tokens.js';
import type { Exchange } from '../server/exchange.js';
import type { Page } from '../server/page.js';
import type { RecordPlace } from '../server/record-reader.js';
import type { Reply } from '../server/reply.js';

/** What a fault may use besides the request. */
export interface FaultTools {
  readonly tokens: AccessTokens;
  readonly now: () => Date;
  /** The records that were changed while the sandbox ran. */
  readonly changes: ChangedRecords;
  /** Ends the server: it answers nothing any more, and takes no connections. */
  readonly die: () => void;
}

/** Answers a request in place of the sandbox. */
export interface RequestHook {
  readonly applies: (exchange: Exchange, tools: FaultTools) => boolean;
  readonly answer: (exchange: Exchange, tools: FaultTools) => Reply;
}

/** Changes a finished answer. */
export interface ReplyHook {
  readonly applies: (exchange: Exchange, reply: Reply) => boolean;
  readonly change: (reply: Reply, exchange: Exchange) => Reply;
}

/** Changes a page of records before it is written out. */
export interface PageHook {
  readonly applies: (page: Page, exchange: Exchange) => boolean;
  /** @param occasion the how manieth page it applies to, from 0 */
  readonly change: (page: Page, exchange: Exchange, occasion: number, tools: FaultTools) => Page;
}

/** Changes single records. Which ones depends on their place in the data alone, not on when they are asked for. */
export interface RecordHook {
  /** True for what queries see too; else only what is written out is changed. */
  readonly isForQueries?: true;
  readonly change: (record: QueryRecord, place: RecordPlace) => QueryRecord;
}

/** Changes the rows of the Lookup Resource, once. `strikes` says whether the row of an index is one of those meant. */
export type ChangeRows = (rows: readonly Entity[], strikes: (index: number) => boolean) => readonly Entity[];

/** Something that goes wrong in practice, planted. Each hook counts its own occasions. */
export interface Fault {
  readonly name: string;
  /** What it does, as the list of faults shows it. */
  readonly what: string;
  /** How often, where nothing else is asked for: see {@link parseRate}. */
  readonly rate: string;
  /** What the sandbox has to be started with for the fault to make sense. */
  readonly needs?: 'token' | 'client credentials' | 'lookup representation';
  readonly request?: RequestHook;
  readonly reply?: ReplyHook;
  readonly page?: PageHook;
  readonly record?: RecordHook;
  readonly rows?: ChangeRows;
  readonly metadata?: (xml: string) => string;
  /** A resource that is neither declared nor served. */
  readonly hides?: string;
  /** Records that an order does not tell apart come in another order for each request. */
  readonly shufflesTies?: true;
  /** Large numbers come as texts (IEEE754Compatible), asked for or not. */
  readonly sendsNumbersAsTexts?: true;
}
