import type { HttpResponse } from '../../odata/http-client.js';
import type { Page } from '../records/page.js';

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
const VERSIONS: readonly string[] = ['4.0', '4.01'];

/** What is wrong with a page that can be read all the same, or nothing. */
export function complaintAbout({ headers }: HttpResponse, { hasByteOrderMark }: Page): string | undefined {
  const { 'content-type': type, 'odata-version': version } = headers;
  const complaints = [
    ...(JSON_TYPE.test(type ?? '') ? [] : [`${named('Content-Type', type)} instead of application/json`]),
    ...(VERSIONS.includes(version?.trim() ?? '')
      ? []
      : [`${named('OData-Version', version)} instead of 4.0 or 4.01`]),
    ...(hasByteOrderMark === true ? ['a byte order mark before the JSON'] : []),
  ];
  return complaints.length === 0 ? undefined : complaints.join(' and ');
}

function named(name: string, value: string | undefined): string {
  return value === undefined ? `no ${name}` : `${name} "${value.slice(0, 100)}"`;
}
