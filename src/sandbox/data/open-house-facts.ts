import { factFields } from './fact-fields.js';
import { dateText, daysBefore, timestampText } from './instants.js';
import { keyAt } from './keys.js';
import { type MemberFacts, memberFacts } from './member-facts.js';
import { listAgentOf } from './property-facts.js';
import type { World } from './world.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** What the fields of an OpenHouse record have to agree on. */
export interface OpenHouseFacts {
  readonly key: string;
  readonly property: number;
  readonly agent: MemberFacts;
  readonly modified: number;
  /** In seconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly isOver: boolean;
}

export function openHouseFacts(world: World, index: number): OpenHouseFacts {
  const draws = world.draws('open house', index);
  const { parent } = world.openHouses.parentOf(index);
  const modified = world.modified('OpenHouse', index);
  const day = modified - (modified % DAY) + draws.between(1, 14) * DAY;
  const start = day + draws.between(17, 22) * HOUR;
  const end = start + draws.between(1, 4) * HOUR;
  return {
    key: keyAt('OpenHouse', index),
    property: parent,
    agent: memberFacts(world, listAgentOf(world, parent)),
    modified,
    start,
    end,
    isOver: end < world.asOf,
  };
}

/** The fields of an OpenHouse record that are not left to chance. Enumerations are display names. */
export const OPEN_HOUSE_FIELDS = factFields<OpenHouseFacts>({
  OpenHouseKey: ({ key }) => key,
  OpenHouseId: ({ key }) => `OH${key}`,
  ListingKey: ({ property }) => keyAt('Property', property),
  ListingId: ({ property }) => `SBX${keyAt('Property', property)}`,
  OpenHouseDate: ({ start }) => dateText(start),
  OpenHouseStartTime: ({ start }) => timestampText(start),
  OpenHouseEndTime: ({ end }) => timestampText(end),
  OpenHouseStatus: ({ isOver }) => (isOver ? 'Ended' : 'Active'),
  ShowingAgentKey: ({ agent }) => agent.key,
  ShowingAgentMlsID: ({ agent }) => agent.mlsId,
  ShowingAgentFirstName: ({ agent }) => agent.firstName,
  ShowingAgentLastName: ({ agent }) => agent.lastName,
  ModificationTimestamp: ({ modified }) => timestampText(modified),
  OriginalEntryTimestamp: ({ modified }) => timestampText(daysBefore(modified, 2)),
});
