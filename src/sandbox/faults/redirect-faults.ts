import type { Exchange } from '../server/exchange.js';
import type { Reply } from '../server/reply.js';
import type { Fault } from './fault.js';
import { isForService } from './occasions.js';

const MARK = 'redirected=1';

/** Redirects, some of them to where nobody should follow. */
export const REDIRECT_FAULTS: readonly Fault[] = [
  {
    name: 'redirect',
    what: '302 to the same address with a mark, on the same origin',
    rate: 'all',
    request: {
      applies: (exchange) => isForService(exchange) && !exchange.search.includes(MARK),
      answer: ({ root, url, search }) => redirectTo(`${root}${url}${search === '' ? '?' : '&'}${MARK}`),
    },
  },
  {
    name: 'redirect-loop',
    what: '302 to the very same address',
    rate: '1/10',
    request: { applies: isForService, answer: ({ root, url }) => redirectTo(`${root}${url}`) },
  },
  {
    name: 'foreign-redirect',
    what: '302 to another origin: localhost instead of 127.0.0.1, or the other way round',
    rate: '1/10',
    request: {
      applies: isForService,
      answer: (exchange) => redirectTo(`${foreignRoot(exchange)}${exchange.url}`),
    },
  },
];

/** Another origin, on which the sandbox listens too and so sees what a client sends there. */
export function foreignRoot({ root }: Exchange): string {
  const url = new URL(root);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.origin;
}

function redirectTo(location: string): Reply {
  return { status: 302, headers: { Location: location }, body: '' };
}
