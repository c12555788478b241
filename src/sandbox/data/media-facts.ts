import { factFields } from './fact-fields.js';
import { daysBefore, timestampText } from './instants.js';
import { indexOfKey, keyAt } from './keys.js';
import type { World } from './world.js';

/** What the fields of a Media record have to agree on. */
export interface MediaFacts {
  readonly key: string;
  /** `Property`, `Member` or `Office`. */
  readonly resource: string;
  readonly recordKey: string;
  /** The place among the media of its record, from 1. */
  readonly order: number;
  readonly changedBy: number;
  readonly modified: number;
}

export function mediaFacts(world: World, index: number): MediaFacts {
  const { parent, at } = world.media.parentOf(index);
  const draws = world.draws('media', index);
  return {
    key: keyAt('Media', index),
    ...ownerAt(world, parent),
    order: at + 1,
    changedBy: draws.between(0, world.members - 1),
    modified: world.modified('Media', index),
  };
}

/** The place of a record among those that have media, as {@link World.media} counts them. */
export function mediaOwner(world: World, resource: string, index: number): number | undefined {
  if (resource === 'Property') return index;
  if (resource === 'Member') return world.properties + index;
  return resource === 'Office' ? world.properties + world.members + index : undefined;
}

function ownerAt(world: World, owner: number): Pick<MediaFacts, 'resource' | 'recordKey'> {
  const member = owner - world.properties;
  const office = member - world.members;
  if (member < 0) return { resource: 'Property', recordKey: keyAt('Property', owner) };
  if (office < 0) return { resource: 'Member', recordKey: keyAt('Member', member) };
  return { resource: 'Office', recordKey: keyAt('Office', office) };
}

const CATEGORIES: Readonly<Record<string, string>> = {
  Property: 'Photo',
  Member: 'Agent Photo',
  Office: 'Office Logo',
};
const CLASSES: Readonly<Record<string, string>> = {
  Property: 'Residential',
  Member: 'Member',
  Office: 'Office',
};

/** The fields of a Media record that are not left to chance. Enumerations are display names. */
export const MEDIA_FIELDS = factFields<MediaFacts>({
  MediaKey: ({ key }) => key,
  MediaObjectID: ({ key, order }) => `${key}-${order}`,
  ResourceName: ({ resource }) => resource,
  ResourceRecordKey: ({ recordKey }) => recordKey,
  ResourceRecordID: ({ resource, recordKey }) => recordId(resource, recordKey),
  ClassName: ({ resource }) => CLASSES[resource] ?? null,
  MediaCategory: ({ resource }) => CATEGORIES[resource] ?? null,
  MediaType: () => 'jpeg',
  MediaURL: ({ key }) => `https://media.example.com/${key}.jpg?size=full&v=1`,
  Order: ({ order }) => order,
  PreferredPhotoYN: ({ order }) => order === 1,
  ChangedByMemberKey: ({ changedBy }) => keyAt('Member', changedBy),
  ChangedByMemberID: ({ changedBy }) => `A${10_000 + changedBy}`,
  ModificationTimestamp: ({ modified }) => timestampText(modified),
  MediaModificationTimestamp: ({ modified }) => timestampText(daysBefore(modified, 1)),
});

function recordId(resource: string, key: string): string {
  const index = indexOfKey(resource, key) ?? 0;
  if (resource === 'Property') return `SBX${key}`;
  return resource === 'Member' ? `A${10_000 + index}` : `O${1000 + index}`;
}
