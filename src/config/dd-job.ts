import { ConfigurationError } from '../core/errors.js';
import { STEP_NAMES, type StepName } from '../core/events.js';
import { didYouMean } from '../core/nearest-name.js';
import { PROFILES, type Profile } from '../core/severity.js';

/** What the command line gives to `dd`, unchecked. */
export interface DdOptions {
  readonly metadata?: string;
  readonly lookups?: string;
  readonly ddVersion: string;
  readonly profile: string;
  readonly strict: boolean;
  readonly out: string;
  readonly steps?: readonly string[];
  readonly tags?: string;
  readonly resource?: readonly string[];
}

/** One Data Dictionary assessment, checked and frozen. */
export interface DdJob {
  readonly metadata: string;
  readonly lookups?: string;
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
}

/**
 * The job that the options describe.
 *
 * @throws ConfigurationError naming the option and what is nearest to it
 */
export function toDdJob(options: DdOptions): DdJob {
  if (options.metadata === undefined) {
    throw new ConfigurationError('There is nothing to assess.', {
      advice: 'Give an EDMX file: reso-certify dd --metadata FILE.',
    });
  }
  return Object.freeze({
    metadata: options.metadata,
    ...(options.lookups === undefined ? {} : { lookups: options.lookups }),
    version: options.ddVersion,
    profile: oneOf('--profile', options.profile, PROFILES),
    strict: options.strict,
    out: options.out,
    steps: toSteps(options),
    tags: options.tags ?? '',
    resources: options.resource ?? [],
  });
}

function toSteps({ steps, lookups }: DdOptions): readonly StepName[] {
  if (steps === undefined) return STEP_NAMES;
  const chosen = steps.map((name) => oneOf('--steps', name, STEP_NAMES));
  if (chosen.includes('lookups') && lookups === undefined) {
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
