import type { Draws } from '../random.js';
import { daysBefore } from './instants.js';
import { keyAt } from './keys.js';
import { type MemberFacts, memberFacts } from './member-facts.js';
import { PLACES, type Place, STREETS } from './places.js';
import type { World } from './world.js';

/** What the fields of a Property record have to agree on. Instants are in seconds since 1970. */
export interface PropertyFacts {
  readonly key: string;
  readonly status: string;
  readonly type: string;
  readonly place: Place;
  readonly postalCode: string;
  readonly streetNumber: number;
  readonly street: string;
  readonly suffix: string;
  readonly latitude: number;
  readonly longitude: number;
  /** When it came on the market, its status last changed, its record last changed: in this order. */
  readonly listed: number;
  readonly statusChanged: number;
  readonly modified: number;
  readonly originalPrice: number;
  readonly price: number;
  readonly livingArea: number;
  readonly lotSquareFeet: number;
  readonly bedrooms: number;
  readonly fullBaths: number;
  readonly halfBaths: number;
  readonly photos: number;
  /** Who has a part in the listing: found out when it is asked for. */
  readonly agentOf: (role: AgentRole) => MemberFacts | undefined;
}

/** The prefixes of the fields and the names of the expansions that tell of an agent. */
export const AGENT_ROLES = ['ListAgent', 'CoListAgent', 'BuyerAgent', 'CoBuyerAgent'] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

const STATUSES = [
  ...['Active', 'Active', 'Active', 'Active', 'Active Under Contract', 'Canceled', 'Closed', 'Closed'],
  ...['Closed', 'Coming Soon', 'Expired', 'Hold', 'Pending', 'Withdrawn'],
];
const TYPES = ['Residential', 'Residential', 'Residential', 'Residential Lease', 'Land', 'Farm'];
const SUFFIXES = ['Avenue', 'Court', 'Drive', 'Lane', 'Road', 'Street'];

export function propertyFacts(world: World, index: number): PropertyFacts {
  const draws = world.draws('property', index);
  const status = draws.pick(STATUSES);
  const modified = world.modified('Property', index);
  const statusChanged = daysBefore(modified, draws.next() * 40);
  const type = draws.pick(TYPES);
  const originalPrice = priceOf(type, draws);
  return {
    key: keyAt('Property', index),
    status,
    type,
    ...address(draws),
    modified,
    statusChanged,
    listed: daysBefore(statusChanged, draws.next() * 120),
    originalPrice,
    price: draws.chance(0.4) ? Math.round(originalPrice * 0.96) : originalPrice,
    livingArea: draws.between(500, 5200),
    lotSquareFeet: draws.between(1500, 200_000),
    bedrooms: draws.between(0, 6),
    fullBaths: draws.between(1, 4),
    halfBaths: draws.between(0, 2),
    photos: world.media.countOf(index),
    agentOf: agentsOf(world, index, status),
  };
}

/** The index of the member who lists a property. */
export function listAgentOf(world: World, index: number): number {
  return world.draws('list agent', index).between(0, world.members - 1);
}

/** Only what is sold has a buyer's agent, and few listings have a second agent on a side. */
const SHARES: Readonly<
  Record<Exclude<AgentRole, 'ListAgent'>, { readonly share: number; readonly isSold: boolean }>
> = {
  CoListAgent: { share: 0.2, isSold: false },
  BuyerAgent: { share: 1, isSold: true },
  CoBuyerAgent: { share: 0.1, isSold: true },
};

function agentsOf(world: World, index: number, status: string): PropertyFacts['agentOf'] {
  const known = new Map<AgentRole, MemberFacts | undefined>();
  return (role) => {
    if (!known.has(role)) known.set(role, agentOf(world, index, status, role));
    return known.get(role);
  };
}

function agentOf(world: World, index: number, status: string, role: AgentRole): MemberFacts | undefined {
  if (role === 'ListAgent') return memberFacts(world, listAgentOf(world, index));
  const { share, isSold } = SHARES[role];
  const draws = world.draws(role, index);
  if ((isSold && status !== 'Closed') || !draws.chance(share)) return undefined;
  return memberFacts(world, draws.between(0, world.members - 1));
}

function priceOf(type: string, draws: Draws): number {
  const price = 90_000 * 1.04 ** draws.between(0, 80);
  return type === 'Residential Lease' ? Math.round(price / 250) : Math.round(price / 100) * 100;
}

function address(draws: Draws) {
  const place = draws.pick(PLACES);
  return {
    place,
    postalCode: `${place.postalPrefix}${draws.digits(2)}`,
    streetNumber: draws.between(1, 19_999),
    street: draws.pick(STREETS),
    suffix: draws.pick(SUFFIXES),
    latitude: place.latitude + Math.round(draws.next() * 1e5) / 1e6,
    longitude: place.longitude - Math.round(draws.next() * 1e5) / 1e6,
  };
}
