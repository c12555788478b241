import type { Random } from '../../json/random-json.js';

type Make = (random: Random, depth: number) => unknown;

const STATUSES = ['Active', 'Closed', 'Active, Under Contract', 'Sold', '', null, 'Sold \u{1f3e0}'];
const APPLIANCES = ['Oven', 'Fridge', 'Oven', null, '', 'Wok', 'Tea "pot"'];
const COOLING = ['CentralAir', 'Zoned', 'CentralAir,Zoned', 'Zoned, CentralAir', ' Ice,,', '', null];
const TIMESTAMPS = [
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00.0000001Z',
  '2026-01-01T01:00:00+01:00',
  '2025-12-31T23:59:59.9999999Z',
  'never',
  null,
  '',
];

const some =
  (make: Make, most: number): Make =>
  (random, depth) =>
    Array.from({ length: random.below(most + 1) }, () => make(random, depth));
const oneOf =
  (values: readonly unknown[]): Make =>
  (random) =>
    random.pick(values);
const key =
  (prefix: string, count: number): Make =>
  (random) =>
    `${prefix}${random.below(count)}`;

const home: Make = (random, depth) =>
  depth === 0
    ? {}
    : object(random, depth - 1, {
        Zip: oneOf(['1', '2', null, '']),
        Status: oneOf(STATUSES),
        Next: home,
        Agent: member,
        Local: oneOf([1, null]),
      });

const member: Make = (random, depth) =>
  random.chance(0.2)
    ? null
    : object(random, depth, {
        MemberKey: oneOf([1, 2, 3, null]),
        Office: oneOf([{ Id: 'x' }, { Id: 'y' }, null, {}]),
        MemberName: oneOf(['Ann', 'Bob', '']),
      });

const media: Make = (random, depth) =>
  object(random, depth, {
    MediaKey: key('m', 40),
    Order: oneOf([0, 1, 1.0, null]),
    ModificationTimestamp: oneOf(TIMESTAMPS),
    ...(depth > 0 ? { Property: property } : {}),
  });

/** A random Property of the small metadata, with members in random order, some left out. */
export const property: Make = (random, depth) =>
  object(random, depth, {
    ListingKey: random.chance(0.05) ? oneOf([null, '']) : key('p', 300),
    ListPrice: oneOf([0, 100, 350000, 1e3, 0.25, null]),
    NewConstructionYN: oneOf([true, false, null]),
    StandardStatus: oneOf(STATUSES),
    Appliances: some(oneOf(APPLIANCES), 4),
    Cooling: oneOf(COOLING),
    PublicRemarks: oneOf(['', null, 'Nice.', 'Straße "9"\n']),
    PostalCode: oneOf(['12345', '12345-6789', null, 'K1A 0B1']),
    ModificationTimestamp: oneOf(TIMESTAMPS),
    Home: home,
    Visits: some(home, 3),
    Local: oneOf([1, [2], null]),
    '@odata.etag': oneOf(['W/"1"', 'W/"2"']),
    'ListPrice@odata.type': oneOf(['#Decimal']),
    ...(depth > 0
      ? { Media: some(media, 3), ListAgent: member, CoListAgent: member, Rooms: some(room, 2) }
      : {}),
  });

const room: Make = (random) => ({ RoomType: random.pick(['Den', 'Attic', null]) });

function object(random: Random, depth: number, makers: Readonly<Record<string, Make>>): object {
  const members = Object.entries(makers).filter(() => random.chance(0.85));
  for (let last = members.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [members[last], members[other]] = [members[other], members[last]] as [[string, Make], [string, Make]];
  }
  return Object.fromEntries(members.map(([name, make]) => [name, make(random, depth - 1)]));
}
