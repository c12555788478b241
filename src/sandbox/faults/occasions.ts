import type { Exchange } from '../server/exchange.js';
import type { Page } from '../server/page.js';

/** Any request but one for a token. */
export function isForService({ target }: Exchange): boolean {
  return target.kind !== 'token';
}

/** A request for a page of records, those of the Lookup Resource left out. */
export function isForRecords({ target }: Exchange): boolean {
  return target.kind === 'collection' && target.resource !== 'Lookup';
}

/** A request for rows of the Lookup Resource. */
export function isForLookups({ target }: Exchange): boolean {
  return target.kind === 'collection' && target.resource === 'Lookup';
}

/** A request for records or rows. */
export function isForPages({ target }: Exchange): boolean {
  return target.kind === 'collection';
}

export function isForMetadata({ target }: Exchange): boolean {
  return target.kind === 'metadata';
}

export function isForToken({ target }: Exchange): boolean {
  return target.kind === 'token';
}

/** A page of records that are not those of the Lookup Resource. */
export function holdsRecords({ resource }: Page): boolean {
  return resource.name !== 'Lookup';
}

/** A page of rows of the Lookup Resource. */
export function holdsLookups({ resource }: Page): boolean {
  return resource.name === 'Lookup';
}

/** The query of a request, percent-decoded where that is possible, to look for words in it. */
export function queryText({ search }: Exchange): string {
  try {
    return decodeURIComponent(search.replaceAll('+', ' '));
  } catch {
    return search;
  }
}
