import { factFields } from './fact-fields.js';
import { timestampText } from './instants.js';
import { keyAt } from './keys.js';
import { BROKERAGES } from './people.js';
import { PLACES, type Place, STREETS } from './places.js';
import { phone } from './text-values.js';
import type { World } from './world.js';

/** One office in this many is the main office of those that follow it. */
const GROUP = 4;

/** What the fields of an Office record, and those of others about it, have to agree on. */
export interface OfficeFacts {
  readonly key: string;
  readonly mlsId: string;
  readonly name: string;
  readonly place: Place;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly isMain: boolean;
  /** The index of the main office, which may be the office itself. */
  readonly mainOffice: number;
  /** The indices of members. */
  readonly broker: number;
  readonly manager: number | undefined;
  readonly modified: number;
}

export function officeFacts(world: World, index: number): OfficeFacts {
  const draws = world.draws('office', index);
  const place = draws.pick(PLACES);
  return {
    key: keyAt('Office', index),
    mlsId: `O${1000 + index}`,
    name: `${draws.pick(BROKERAGES)} Realty, ${place.city}`,
    place,
    postalCode: `${place.postalPrefix}${draws.digits(2)}`,
    address: `${draws.between(1, 9999)} ${draws.pick(STREETS)} Street`,
    phone: phone(draws),
    isMain: index % GROUP === 0,
    mainOffice: index - (index % GROUP),
    // Members are dealt out to the offices in turn, so this one works here.
    broker: index,
    manager: index + world.offices < world.members ? index + world.offices : undefined,
    modified: world.modified('Office', index),
  };
}

/** The fields of an Office record that are not left to chance. Enumerations are display names. */
export const OFFICE_FIELDS = factFields<OfficeFacts>({
  OfficeKey: ({ key }) => key,
  OfficeMlsId: ({ mlsId }) => mlsId,
  OfficeName: ({ name }) => name,
  OfficePhone: (facts) => facts.phone,
  OfficeStatus: () => 'Active',
  OfficeBranchType: ({ isMain }) => (isMain ? 'Main' : 'Branch'),
  OfficeAddress1: ({ address }) => address,
  OfficeCity: ({ place }) => place.city,
  OfficeCountyOrParish: ({ place }) => place.county,
  OfficeStateOrProvince: ({ place }) => place.state,
  OfficeCountry: () => 'US',
  OfficePostalCode: ({ postalCode }) => postalCode,
  MainOfficeKey: ({ mainOffice }) => keyAt('Office', mainOffice),
  MainOfficeMlsId: ({ mainOffice }) => `O${1000 + mainOffice}`,
  OfficeBrokerKey: ({ broker }) => keyAt('Member', broker),
  OfficeBrokerMlsId: ({ broker }) => `A${10_000 + broker}`,
  OfficeManagerKey: ({ manager }) => (manager === undefined ? null : keyAt('Member', manager)),
  OfficeManagerMlsId: ({ manager }) => (manager === undefined ? null : `A${10_000 + manager}`),
  BillingOfficeKey: ({ key }) => key,
  ModificationTimestamp: ({ modified }) => timestampText(modified),
  OriginalEntryTimestamp: ({ modified }) => timestampText(modified - 86_400 * 500),
});
