import { ConfigurationError } from '../core/errors.js';
import { nearestNames } from '../core/nearest-name.js';
import { type PlantedFault, parseFault } from './faults/planted-fault.js';
import type { Representation } from './representation.js';

/** How a sandbox is to be. All of it has a default. */
export interface SandboxOptions {
  /** Version of the Data Dictionary: 1.7, 2.0 (the default) or 2.1. */
  readonly version?: string;
  /** How enumerations are declared and written; `lookup` by default, which serves the Lookup Resource too. */
  readonly representation?: Representation;
  /** The number of Property records, 500 by default; the other resources follow in proportion. */
  readonly records?: number;
  /** The same seed gives the same data, tokens and faults; 1 by default. */
  readonly seed?: number;
  /** The most records of a page, whatever a client asks for; 1000 by default. */
  readonly pageSize?: number;
  /** Where to listen on the loopback interface; 0, the default, takes a free port. */
  readonly port?: number;
  /** A bearer token that is good until a fault revokes it. Without it and a client, no token is needed. */
  readonly token?: string;
  /** With `clientSecret`: who may fetch tokens at `/oauth2/token`. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** How long a fetched token is good, in seconds; 3600 by default. */
  readonly tokenLifetime?: number;
  /**
   * What goes wrong, `NAME` or `NAME=RATE` each. RATE is `all`, a share of the occasions such as `0.2`, the number of
   * the first occasions such as `3`, or `1/10` for each tenth. An occasion is a request, a page or a record (by its
   * place in the data); what changes the metadata or hides a resource has none, and holds from the start.
   */
  readonly faults?: readonly string[];
  /**
   * The clock for the life of tokens, for dates in `Retry-After` and for `now()` in filters. Without one it stands
   * still at {@link asOf}, so that fetched tokens never end by themselves.
   */
  readonly now?: () => Date;
  /** The day on which the data was made; a fixed one by default, so that the same seed gives the same bytes. */
  readonly asOf?: Date;
}

/** The options that {@link checkOptions} looks at together. */
type Given = Pick<CheckedOptions, 'token' | 'clientId' | 'clientSecret' | 'representation'>;

/** Options that are complete and make sense together. */
export type CheckedOptions = Required<
  Omit<SandboxOptions, 'token' | 'clientId' | 'clientSecret' | 'faults'>
> &
  Pick<SandboxOptions, 'token' | 'clientId' | 'clientSecret'> & { readonly faults: readonly PlantedFault[] };

const AS_OF = new Date('2026-07-01T00:00:00Z');
const REPRESENTATIONS: readonly Representation[] = ['enum', 'flags', 'lookup'];
const MOST_RECORDS = 1_000_000;

/**
 * Fills in the defaults.
 *
 * @throws ConfigurationError for what is out of range or does not go together
 */
export function checkOptions(options: SandboxOptions): CheckedOptions {
  const { asOf = AS_OF } = options;
  const checked = {
    version: '2.0',
    representation: 'lookup' as const,
    records: 500,
    seed: 1,
    pageSize: 1000,
    port: 0,
    tokenLifetime: 3600,
    now: () => asOf,
    ...options,
    asOf,
    faults: (options.faults ?? []).map(parseFault),
  };
  requireWhole('--records', checked.records, 0, MOST_RECORDS);
  requireWhole('--seed', checked.seed, 0, Number.MAX_SAFE_INTEGER);
  requireWhole('--page-size', checked.pageSize, 1, MOST_RECORDS);
  requireWhole('--port', checked.port, 0, 65_535);
  requireRepresentation(checked.representation);
  requireClient(checked);
  for (const planted of checked.faults) requireSense(planted, checked);
  return checked;
}

function requireWhole(where: string, value: number, from: number, to: number): void {
  if (Number.isSafeInteger(value) && value >= from && value <= to) return;
  throw new ConfigurationError(`${value} is out of range.`, {
    where,
    advice: `Give a whole number from ${from} to ${to}.`,
  });
}

function requireRepresentation(name: string): void {
  if (REPRESENTATIONS.some((known) => known === name)) return;
  const [nearest = 'enum, flags or lookup'] = nearestNames(name, REPRESENTATIONS, 1);
  throw new ConfigurationError(`There is no representation "${name}".`, {
    where: '--representation',
    advice: `Give ${nearest}.`,
  });
}

function requireClient({ clientId, clientSecret }: Given): void {
  if ((clientId === undefined) === (clientSecret === undefined)) return;
  throw new ConfigurationError('A client needs an id and a secret.', {
    where: '--client-id',
    advice: 'Give --client-id and --client-secret together.',
  });
}

function requireSense({ fault }: PlantedFault, options: Given): void {
  const { token, clientId, representation } = options;
  const has = {
    token: token !== undefined || clientId !== undefined,
    'client credentials': clientId !== undefined,
    'lookup representation': representation === 'lookup',
  };
  if (fault.needs === undefined || has[fault.needs]) return;
  throw new ConfigurationError(`The fault "${fault.name}" needs a sandbox with ${fault.needs}.`, {
    where: '--fault',
    advice: ADVICE[fault.needs],
  });
}

const ADVICE = {
  token: 'Give --token, or --client-id and --client-secret.',
  'client credentials': 'Give --client-id and --client-secret.',
  'lookup representation': 'Give --representation lookup.',
} as const;
