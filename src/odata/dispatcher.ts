import { type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { ConfigurationError } from '../core/errors.js';
import type { Redactor } from '../core/redaction.js';
import type { HttpLimits } from './http-limits.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The connections of a client, at most so many to an origin: kept alive, through the proxies that the environment names (`HTTP_PROXY`, which serves
 * https too when there is no `HTTPS_PROXY`, and `NO_PROXY`; lower case wins). Certificates are always verified,
 * whatever the environment says.
 *
 * @throws ConfigurationError for a proxy that is no URL
 */
export function createDispatcher(
  environment: Environment,
  limits: HttpLimits,
  connections: number,
  redactor: Redactor,
): Dispatcher {
  const connect = { timeout: limits.connectMs, rejectUnauthorized: true };
  try {
    return new EnvHttpProxyAgent({
      // An empty text keeps undici from looking into the environment by itself.
      httpProxy: proxyOf(environment, 'HTTP_PROXY', redactor),
      httpsProxy: proxyOf(environment, 'HTTPS_PROXY', redactor),
      noProxy: environment['no_proxy'] ?? environment['NO_PROXY'] ?? '',
      // Many proxies tunnel only to port 443.
      proxyTunnel: false,
      connections,
      maxHeaderSize: limits.headerBytes,
      connect,
      requestTls: connect,
      proxyTls: connect,
    });
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    throw notAProxy('HTTP_PROXY or HTTPS_PROXY');
  }
}

function proxyOf(environment: Environment, name: string, redactor: Redactor): string {
  const value = (environment[name.toLowerCase()] ?? environment[name] ?? '').trim();
  if (value === '') return '';
  const address = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(address)) throw notAProxy(name);
  const url = new URL(address);
  redactor.add(url.password);
  redactor.add(decodeURIComponent(url.password));
  return url.href;
}

function notAProxy(name: string): ConfigurationError {
  return new ConfigurationError('The proxy is no URL.', {
    where: `environment variable ${name}`,
    advice: 'Write it as http://host:port, or as http://user:password@host:port.',
  });
}
