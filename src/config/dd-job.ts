import { ConfigurationError } from '../core/errors.js';
import { STEP_NAMES, type StepName } from '../core/events.js';
import { didYouMean } from '../core/nearest-name.js';
import { PROFILES, type Profile } from '../core/severity.js';
import type { Recipient, ScriptRequest } from './connection.js';
import type { SamplingOptions } from './sampling-options.js';

/** What the command line gives to `dd` besides its input, unchecked. */
export interface DdOptions {
  readonly ddVersion: string;
  readonly profile: string;
  readonly strict: boolean;
  readonly out: string;
  readonly steps?: readonly string[];
  readonly tags?: string;
  readonly resource?: readonly string[];
  readonly exemptions?: string;
  readonly failFast?: boolean;
  readonly mappings?: string;
}

/** Files to assess, offline. */
export interface FilesInput {
  readonly kind: 'files';
  readonly metadata: string;
  readonly lookups?: string;
}

/** How a server is talked to. */
export interface Manners {
  /** Pause between requests to one host, in milliseconds. */
  readonly delayMs: number;
  /** Requests at one time. */
  readonly concurrency: number;
  /** Records or rows asked for at a time; absent: what the step or the standard's version asks for. */
  readonly pageSize?: number;
  /** The longest wait for a server that limits its rate, in milliseconds. */
  readonly rateLimitWaitMs: number;
  /** Writes `exchanges.har`. */
  readonly har: boolean;
  /** Keeps whole exchanges for `replay`. */
  readonly record: boolean;
  /** Goes on with the run that left a checkpoint in the result folder. */
  readonly resume: boolean;
  /** Where client id and secret stand in a token request; the body is tried when a header is refused. */
  readonly clientAuthentication?: 'header' | 'body';
}

/** A recorded run whose answers stand in for the server. */
export interface Replay {
  /** The folder of the recording. */
  readonly folder: string;
  /** When the run began, ISO 8601. */
  readonly startedAt: string;
  /** It had credentials with which a refused token could be renewed. */
  readonly canRenew: boolean;
}

/** A server to assess. */
export interface ServerInput {
  readonly kind: 'server';
  readonly recipient: Recipient;
  readonly manners: Manners;
  /** Every secret of the configuration, for redaction. */
  readonly secrets: readonly string[];
  readonly sampling: SamplingOptions;
  /** Absent: the server itself is asked. */
  readonly replay?: Replay;
  /** The requests of a RESOScript, which no step sends. */
  readonly requests: readonly ScriptRequest[];
}

/** One Data Dictionary assessment, checked and frozen. */
export interface DdJob {
  readonly input: FilesInput | ServerInput;
  readonly version: string;
  readonly profile: Profile;
  readonly strict: boolean;
  readonly out: string;
  /** The steps that are scored. */
  readonly steps: readonly StepName[];
  /** A tag expression; empty for all scenarios. */
  readonly tags: string;
  /** Standard resources; empty for all. */
  readonly resources: readonly string[];
  /** A file of fields that may have values which are not advertised, in place of the standard ones. */
  readonly exemptions?: string;
  /** Stops sampling at the first page with an error. */
  readonly failFast?: true;
  /** The file of what people decided about near names. */
  readonly mappings?: string;
}

/**
 * The job that the options describe for an input.
 *
 * @throws ConfigurationError naming the option and what is nearest to it
 */
export function toDdJob(input: DdJob['input'], options: DdOptions): DdJob {
  return Object.freeze({
    input,
    version: options.ddVersion,
    profile: profileNamed(options.profile),
    strict: options.strict,
    out: options.out,
    steps: toSteps(input, options),
    tags: options.tags ?? '',
    resources: options.resource ?? [],
    ...(options.exemptions === undefined ? {} : { exemptions: options.exemptions }),
    ...(options.failFast === true ? { failFast: true } : {}),
    ...(options.mappings === undefined ? {} : { mappings: options.mappings }),
  });
}

/** The profile of that name. @throws ConfigurationError for another, with what is nearest */
export function profileNamed(name: string): Profile {
  return oneOf('--profile', name, PROFILES);
}

/** True for a version whose payloads are validated only where that is asked for. */
export function leavesPayloadsAlone(version: string): boolean {
  return version.startsWith('1.');
}

function toSteps(input: DdJob['input'], { steps, ddVersion }: DdOptions): readonly StepName[] {
  if (steps === undefined)
    return STEP_NAMES.filter((name) => name !== 'validation' || !leavesPayloadsAlone(ddVersion));
  const chosen = steps.map((name) => oneOf('--steps', name, STEP_NAMES));
  const onServer = chosen.find((name) => name === 'sampling' || name === 'validation');
  if (onServer !== undefined && input.kind === 'files') {
    throw new ConfigurationError(`The ${onServer} step has no server to sample.`, {
      where: '--steps',
      advice: 'Give one with --url, --resoscript or --config.',
    });
  }
  if (chosen.includes('lookups') && input.kind === 'files' && input.lookups === undefined) {
    throw new ConfigurationError('The lookups step has no rows to look at.', {
      where: '--steps',
      advice: 'Give them with --lookups FILE.',
    });
  }
  return STEP_NAMES.filter((name) => chosen.includes(name));
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  const advice = didYouMean(value, known) ?? `Choose from ${known.join(', ')}.`;
  throw new ConfigurationError(`"${value}" is not known.`, { where: option, advice });
}
