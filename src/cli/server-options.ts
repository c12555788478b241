import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Manners } from '../config/dd-job.js';

/** The flags that give a command a server, and how to talk to it. */
export interface ServerOptions {
  readonly resoscript?: string;
  readonly config?: string;
  readonly url?: string;
  readonly token?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly tokenUri?: string;
  readonly scope?: string;
  readonly clientAuth: 'header' | 'body';
  readonly delay: number;
  readonly concurrency: number;
  readonly pageSize?: number;
  readonly rateLimitWait: number;
  readonly har?: true;
  readonly record?: true;
  readonly resume?: true;
  readonly parallel: number;
}

const MINUTE_MS = 60_000;

/** Adds the server flags to a command. */
export function withServerOptions(command: Command): Command {
  return command
    .option('--resoscript <file>', 'assess the server of this RESOScript')
    .option('--config <file>', 'assess the servers of this batch file (JSON)')
    .option('--url <uri>', 'assess the server with this service root')
    .option('--token <token>', 'bearer token (better: the environment variable RESO_TOKEN)')
    .option('--client-id <id>', 'client id (or RESO_CLIENT_ID)')
    .option('--client-secret <secret>', 'client secret (better: RESO_CLIENT_SECRET)')
    .option('--token-uri <uri>', 'where client id and secret are exchanged for a token')
    .option('--scope <scope>', 'scope to ask for with the token')
    .addOption(
      new Option('--client-auth <place>', 'where client id and secret stand in a token request')
        .choices(['header', 'body'])
        .default('header'),
    )
    .option('--delay <ms>', 'pause between requests to one host', toNumber(0), 1000)
    .option('--concurrency <n>', 'requests at one time', toNumber(1), 1)
    .option(
      '--page-size <n>',
      'records asked for at a time (default: what the standard asks for)',
      toNumber(1),
    )
    .option('--rate-limit-wait <minutes>', 'longest wait for a server that limits its rate', toNumber(0), 60)
    .option('--parallel <n>', 'servers of a batch assessed side by side', toNumber(1), 8)
    .option('--har', 'write every request and response to exchanges.har, redacted')
    .option('--record', 'keep whole exchanges, redacted, for replay')
    .option('--resume', 'go on with the run that was interrupted or killed in the same folder');
}

/** How the flags say that servers are talked to. */
export function mannersOf(options: ServerOptions): Manners {
  return {
    delayMs: options.delay,
    concurrency: options.concurrency,
    ...(options.pageSize === undefined ? {} : { pageSize: options.pageSize }),
    rateLimitWaitMs: options.rateLimitWait * MINUTE_MS,
    har: options.har === true,
    record: options.record === true,
    resume: options.resume === true,
    clientAuthentication: options.clientAuth,
  };
}

/** Takes a whole number of an option. */
export function toNumber(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,9}$/.test(text) && number >= least) return number;
    throw new InvalidArgumentError(`It takes a whole number from ${least} on.`);
  };
}
