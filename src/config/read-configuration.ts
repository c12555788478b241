import { ConfigurationError } from '../core/errors.js';
import { readBatch } from './batch.js';
import type { ServerConfiguration } from './connection.js';
import { decodeText } from './decode-text.js';
import type { Environment } from './environment.js';
import { fromFlags, type ServerFlags } from './flags.js';
import { readResoScript } from './resoscript.js';

/** What the command line gives about servers, unchecked. */
export interface ServerOptions extends ServerFlags {
  readonly resoscript?: string | undefined;
  readonly config?: string | undefined;
}

/** Reads the file that an option names. */
export type ReadFile = (path: string, option: string) => Promise<Uint8Array>;

/**
 * The servers to assess, from exactly one of `resoscript`, `config` and `url`. Of credentials a flag beats the file,
 * and the file beats the environment; with `config`, the flags hold for every recipient.
 *
 * @param environment the variables of the process over those of `.env`: see `withDotenv`
 * @throws ConfigurationError with flag, or file and line, for all that cannot be used
 */
export async function readConfiguration(
  { resoscript, config, url, ...flags }: ServerOptions,
  environment: Environment,
  readFile: ReadFile,
): Promise<ServerConfiguration> {
  assertOne({ '--resoscript': resoscript, '--config': config, '--url': url });
  if (resoscript !== undefined) {
    const text = decodeText(await readFile(resoscript, '--resoscript'), resoscript);
    return readResoScript(text, resoscript, environment, flags);
  }
  if (config !== undefined) {
    const text = decodeText(await readFile(config, '--config'), config);
    return readBatch(text, config, environment, flags);
  }
  return fromFlags({ ...flags, url }, environment);
}

function assertOne(inputs: Readonly<Record<string, string | undefined>>): void {
  const given = Object.entries(inputs).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (given.length === 1) return;
  if (given.length === 0) {
    throw new ConfigurationError('There is no server.', {
      advice: 'Give one of --resoscript FILE, --config FILE and --url URI.',
    });
  }
  throw new ConfigurationError(`${given.join(' and ')} exclude each other.`, {
    where: given[0] ?? '',
    advice: 'Give one of them.',
  });
}
