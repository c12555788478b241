import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GENERATED_FOLDER } from '../../dictionary/generated-folder.js';
import { loadDictionary } from '../../dictionary/reference.js';
import { dataSet } from '../data/data-set.js';
import { standardLookupValues } from '../lookup-values.js';
import { metadataDocument } from '../metadata-document.js';
import { notationOf } from '../notation.js';
import { checkOptions, type SandboxOptions } from '../sandbox-options.js';
import { servedResources } from '../served-resources.js';
import { preferredPageSize } from '../server/paging.js';
import { JSON_TYPE, XML_TYPE } from '../server/reply.js';
import { indexRange } from './index-query.js';
import { PageBytes } from './page-bytes.js';

/** A fast server that runs in this process. */
export interface SyntheticServer {
  /** The service root, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const TEMPLATES = 1000;
const VERSION = { 'OData-Version': '4.0' };

/**
 * Starts a server of Property records that costs next to nothing: pages are put together from bytes that were written
 * once, in constant memory, for any number of records. It knows the queries of replication and no others, asks for no
 * token and has no faults: for benchmarks.
 *
 * @throws ConfigurationError for options that make no sense, or a version that is not there
 */
export async function startSynthetic(options: SandboxOptions = {}): Promise<SyntheticServer> {
  const checked = checkOptions({ ...options, representation: 'enum' });
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, checked.version);
  const resources = servedResources(dictionary, ['Property']);
  const notation = notationOf(resources, 'enum', standardLookupValues(dictionary));
  const data = dataSet({ ...checked, ...notation, resources, records: TEMPLATES });
  const set = data.get('Property');
  if (set === undefined) throw new Error('the dictionary has no Property');
  const pages = new PageBytes(Array.from({ length: TEMPLATES }, (_, index) => set.entity(index)));
  const metadata = metadataDocument(dictionary, { resources: ['Property'], representation: 'enum' });
  const server = createServer((request, response) =>
    answer(request, response, { metadata, pages, records: checked.records, pageSize: checked.pageSize }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(checked.port, LOOPBACK, resolve);
  });
  const url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}

interface Served {
  readonly metadata: string;
  readonly pages: PageBytes;
  readonly records: number;
  readonly pageSize: number;
}

function answer(request: IncomingMessage, response: ServerResponse, served: Served): void {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? LOOPBACK}`);
  if (url.pathname === '/$metadata') {
    response.writeHead(200, { ...VERSION, 'Content-Type': XML_TYPE }).end(served.metadata);
    return;
  }
  const wish = preferredPageSize(request.headers);
  const range = indexRange(url.searchParams, served.records, served.pageSize, wish);
  if (url.pathname !== '/Property' || range === undefined) {
    response.writeHead(url.pathname === '/' ? 200 : 404, { ...VERSION, 'Content-Type': JSON_TYPE });
    response.end('{"value":[{"name":"Property","kind":"EntitySet","url":"Property"}]}');
    return;
  }
  const { first, step, count, total, next } = range;
  const indices = Array.from({ length: count }, (_, at) => first + at * step);
  url.searchParams.set('$skiptoken', String(next));
  const annotations = [
    ...(url.searchParams.get('$count') === 'true' ? [`"@odata.count":${total}`] : []),
    ...(next === undefined ? [] : [`"@odata.nextLink":${JSON.stringify(url.href)}`]),
  ];
  const body = served.pages.page(indices, annotations.join(','));
  response
    .writeHead(200, { ...VERSION, 'Content-Type': JSON_TYPE, 'Content-Length': String(body.length) })
    .end(body);
}
