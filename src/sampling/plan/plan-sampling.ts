import { hasOwnOrder, type SamplingOptions, type StrategyName } from '../../config/sampling-options.js';
import { ConfigurationError } from '../../core/errors.js';
import type { OutOfScope } from '../../core/ledger.js';
import { didYouMean } from '../../core/nearest-name.js';
import type { MetadataModel } from '../../metadata/model.js';
import { underlyingOf } from '../../metadata/resolve-type.js';
import type { Resource } from '../../metadata/resources.js';
import { stringLiteral } from './page-query.js';
import {
  type PlannedResource,
  type PlannedSequence,
  type SamplingPlan,
  TIMESTAMP_FIELD,
} from './sampling-plan.js';
import { pageSizeOf, STRATEGIES, strategiesOf } from './strategies.js';

/** What a plan is made of. */
export interface PlanInput {
  readonly model: MetadataModel;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly version: string;
  readonly options: SamplingOptions;
  /** Only these of the declared resources; empty for all. Names that are not declared are passed over. */
  readonly within: readonly string[];
  readonly originatingSystemName?: string | undefined;
  readonly originatingSystemId?: string | undefined;
  /** Absent: that of the version. */
  readonly pageSize?: number | undefined;
  readonly now: Date;
}

/** Resources that are metadata themselves. */
const METADATA_RESOURCES: readonly string[] = ['Lookup', 'Field'];
const YEARS_BACK = 3;

/**
 * The plan to sample what the metadata declares: each resource by itself, then with each of its expansions, by each
 * strategy.
 *
 * @throws ConfigurationError for a resource or an expansion that was asked for and is not declared
 */
export function planSampling(input: PlanInput): SamplingPlan {
  const { options, version, now } = input;
  const chosen = chosenResources(input);
  const resources = chosen.map((resource) => plannedResource(input, resource));
  const { orderby } = options;
  return {
    version,
    resources,
    sequences: chosen.flatMap((resource, at) => sequencesOf(input, resource, resources[at])),
    conditions: conditionsOf(input),
    ...(orderby === undefined ? {} : { orderby }),
    pageSize: options.pageSize ?? input.pageSize ?? pageSizeOf(version),
    limit: options.limit,
    since: `${now.getUTCFullYear() - YEARS_BACK}-01-01T00:00:00Z`,
    leftOut: leftOut(input),
  };
}

function chosenResources({ resources, options, within }: PlanInput): readonly Resource[] {
  const sampled = [...resources.values()].filter(isSampled);
  const names = sampled.map(({ name }) => name);
  for (const name of options.resources) if (!names.includes(name)) throw unknownResource(name, names);
  const wanted = options.resources.length > 0 ? options.resources : within;
  return wanted.length === 0 ? sampled : sampled.filter(({ name }) => wanted.includes(name));
}

function isSampled({ name, hasEntitySet }: Resource): boolean {
  return hasEntitySet && !METADATA_RESOURCES.includes(name);
}

function unknownResource(name: string, known: readonly string[]): ConfigurationError {
  const advice = METADATA_RESOURCES.includes(name)
    ? 'It is metadata: the command "lookups" is for it.'
    : (didYouMean(name, known) ?? `The metadata declares ${known.join(', ') || 'none'}.`);
  return new ConfigurationError(`The metadata declares no entity set "${name}" that is sampled.`, {
    where: '--resource',
    advice,
  });
}

function plannedResource({ model }: PlanInput, { name, key, properties }: Resource): PlannedResource {
  const timestamp = properties.get(TIMESTAMP_FIELD);
  const type = timestamp && underlyingOf(model, timestamp.type.name);
  const isUsable = type === 'Edm.DateTimeOffset' && timestamp?.type.isCollection === false;
  const what = type === undefined ? 'declares none' : `declares it as ${timestamp?.type.text}`;
  return {
    name,
    keyFields: key,
    ...(isUsable ? {} : { withoutTimestamp: what }),
    isTimestampNullable: timestamp?.facets.nullable !== 'false',
  };
}

function sequencesOf(
  input: PlanInput,
  resource: Resource,
  planned: PlannedResource | undefined,
): readonly PlannedSequence[] {
  const strategies = strategiesFor(input, planned?.withoutTimestamp === undefined);
  return [undefined, ...expansionsOf(input, resource)].flatMap((expansion) =>
    strategies.map((strategy) => ({
      resource: resource.name,
      ...(expansion === undefined ? {} : { expansion }),
      strategy,
    })),
  );
}

/** A resource without the timestamp is sampled by next links in place of what needs it. */
function strategiesFor({ options, version }: PlanInput, hasTimestamp: boolean): readonly StrategyName[] {
  const asked = options.strategies.length > 0 ? options.strategies : strategiesOf(version);
  const hasOrder = options.orderby !== undefined;
  const usable = asked.map((name) =>
    (STRATEGIES[name].needsTimestamp && !hasTimestamp) || (hasOwnOrder(name) && hasOrder) ? 'NextLink' : name,
  );
  return [...new Set(usable)];
}

function expansionsOf({ options }: PlanInput, { name, navigationProperties }: Resource): readonly string[] {
  const declared = [...navigationProperties.keys()];
  if (options.expand === 'none') return [];
  if (options.expand === 'all') return declared;
  for (const expansion of options.expand) {
    if (declared.includes(expansion)) continue;
    throw new ConfigurationError(`${name} has no navigation property "${expansion}".`, {
      where: '--expand',
      advice: didYouMean(expansion, declared) ?? `It has ${declared.join(', ') || 'none'}.`,
    });
  }
  return options.expand;
}

function conditionsOf({ options, originatingSystemName, originatingSystemId }: PlanInput): readonly string[] {
  const { filter } = options;
  const system =
    originatingSystemName !== undefined
      ? [`OriginatingSystemName eq ${stringLiteral(originatingSystemName)}`]
      : originatingSystemId !== undefined
        ? [`OriginatingSystemID eq ${stringLiteral(originatingSystemId)}`]
        : [];
  return [...system, ...(filter === undefined ? [] : [`(${filter})`])];
}

function leftOut({ resources }: PlanInput): readonly OutOfScope[] {
  return [...resources.values()]
    .filter((resource) => !isSampled(resource))
    .map(({ name, hasEntitySet }) => ({
      what: `sampling of ${name}`,
      reason: hasEntitySet ? 'it is metadata, and scored as such' : 'it has no entity set',
    }));
}
