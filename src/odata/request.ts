import type { HttpResponse } from './http-answer.js';

/** A request that is seen through: its redirects, retries and waits. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Names the exchanges of this request, one after the other; without it they are numbered. */
  readonly exchangeIds?: (() => string) | undefined;
  /** The answer is people's data: no sample of it is kept, whatever is wrong with it. */
  readonly isPrivate?: boolean | undefined;
  /** Called before the request is asked again. */
  readonly onRetry?: (() => void) | undefined;
  /** Asked before each exchange, so that a token that expires during a wait is renewed. */
  readonly authorization?: () => Promise<string>;
  /** Says what is wrong with the body of a 2xx answer, or nothing. */
  readonly accept?: ((response: HttpResponse) => string | undefined) | undefined;
}
