import type { Recipe } from './generated-set.js';
import { indexOfKey } from './keys.js';
import { MEDIA_FIELDS, type MediaFacts, mediaFacts, mediaOwner } from './media-facts.js';
import { MEMBER_FIELDS, type MemberFacts, memberFacts } from './member-facts.js';
import { OFFICE_FIELDS, type OfficeFacts, officeFacts } from './office-facts.js';
import { OPEN_HOUSE_FIELDS, type OpenHouseFacts, openHouseFacts } from './open-house-facts.js';
import { AGENT_ROLES, type AgentRole, type PropertyFacts, propertyFacts } from './property-facts.js';
import { isAboutAgent, PROPERTY_FIELDS } from './property-fields.js';
import type { World } from './world.js';

/** How the Property records of a world come about. */
export function propertyRecipe(world: World): Recipe<PropertyFacts> {
  const agent = (role: AgentRole) => (facts: PropertyFacts) => keyed('Member', facts.agentOf(role)?.key);
  const office = (role: AgentRole) => (facts: PropertyFacts) =>
    keyed('Office', facts.agentOf(role)?.office.key);
  return {
    count: world.properties,
    factsOf: (index) => propertyFacts(world, index),
    fields: PROPERTY_FIELDS,
    isLeftEmpty: isAboutAgent,
    related: new Map([
      ...AGENT_ROLES.map((role) => [role, agent(role)] as const),
      ...AGENT_ROLES.map((role) => [role.replace('Agent', 'Office'), office(role)] as const),
      ['Media', (_facts, index) => mediaOf(world, 'Property', index)] as const,
      ['OpenHouses', (_facts, index) => world.openHouses.childrenOf(index)] as const,
    ]),
  };
}

/** How the Member records of a world come about. */
export function memberRecipe(world: World): Recipe<MemberFacts> {
  return {
    count: world.members,
    factsOf: (index) => memberFacts(world, index),
    fields: MEMBER_FIELDS,
    related: new Map([
      ['Office', ({ office }: MemberFacts) => keyed('Office', office.key)] as const,
      ['Media', (_facts: MemberFacts, index: number) => mediaOf(world, 'Member', index)] as const,
    ]),
  };
}

/** How the Office records of a world come about. */
export function officeRecipe(world: World): Recipe<OfficeFacts> {
  return {
    count: world.offices,
    factsOf: (index) => officeFacts(world, index),
    fields: OFFICE_FIELDS,
    related: new Map([
      ['MainOffice', ({ mainOffice }: OfficeFacts) => [mainOffice]] as const,
      ['OfficeBroker', ({ broker }: OfficeFacts) => [broker]] as const,
      ['OfficeManager', ({ manager }: OfficeFacts) => (manager === undefined ? [] : [manager])] as const,
      ['Media', (_facts: OfficeFacts, index: number) => mediaOf(world, 'Office', index)] as const,
    ]),
  };
}

/** How the Media records of a world come about. */
export function mediaRecipe(world: World): Recipe<MediaFacts> {
  return {
    count: world.media.total,
    factsOf: (index) => mediaFacts(world, index),
    fields: MEDIA_FIELDS,
    related: new Map([['ChangedByMember', ({ changedBy }: MediaFacts) => [changedBy]]]),
  };
}

/** How the OpenHouse records of a world come about. */
export function openHouseRecipe(world: World): Recipe<OpenHouseFacts> {
  return {
    count: world.openHouses.total,
    factsOf: (index) => openHouseFacts(world, index),
    fields: OPEN_HOUSE_FIELDS,
    related: new Map([
      ['Listing', ({ property }: OpenHouseFacts) => [property]] as const,
      ['ShowingAgent', ({ agent }: OpenHouseFacts) => keyed('Member', agent.key)] as const,
    ]),
  };
}

function keyed(resource: string, key: string | undefined): readonly number[] {
  const index = key === undefined ? undefined : indexOfKey(resource, key);
  return index === undefined ? [] : [index];
}

function mediaOf(world: World, resource: string, index: number): readonly number[] {
  const owner = mediaOwner(world, resource, index);
  return owner === undefined ? [] : world.media.childrenOf(owner);
}
