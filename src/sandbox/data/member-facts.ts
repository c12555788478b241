import { factFields } from './fact-fields.js';
import { dateText, timestampText } from './instants.js';
import { keyAt } from './keys.js';
import { type OfficeFacts, officeFacts } from './office-facts.js';
import { FIRST_NAMES, LAST_NAMES, plainName } from './people.js';
import { phone } from './text-values.js';
import type { World } from './world.js';

/** What the fields of a Member record, and those of a listing about its agent, have to agree on. */
export interface MemberFacts {
  readonly key: string;
  readonly mlsId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly license: string;
  readonly office: OfficeFacts;
  readonly modified: number;
  readonly isActive: boolean;
}

export function memberFacts(world: World, index: number): MemberFacts {
  const draws = world.draws('member', index);
  const firstName = draws.pick(FIRST_NAMES);
  const lastName = draws.pick(LAST_NAMES);
  return {
    key: keyAt('Member', index),
    mlsId: `A${10_000 + index}`,
    firstName,
    lastName,
    email: `${plainName(firstName)}.${plainName(lastName)}@example.com`,
    phone: phone(draws),
    license: `DRE-${draws.digits(8)}`,
    office: officeFacts(world, index % world.offices),
    modified: world.modified('Member', index),
    isActive: draws.chance(0.9),
  };
}

/** The fields of a Member record that are not left to chance. Enumerations are display names. */
export const MEMBER_FIELDS = factFields<MemberFacts>({
  MemberKey: ({ key }) => key,
  MemberMlsId: ({ mlsId }) => mlsId,
  MemberFirstName: ({ firstName }) => firstName,
  MemberLastName: ({ lastName }) => lastName,
  MemberFullName: ({ firstName, lastName }) => `${firstName} ${lastName}`,
  MemberEmail: ({ email }) => email,
  MemberPreferredPhone: (facts) => facts.phone,
  MemberStateLicense: ({ license }) => license,
  MemberStateLicenseState: ({ office }) => office.place.state,
  MemberStatus: ({ isActive }) => (isActive ? 'Active' : 'Inactive'),
  MemberMlsAccessYN: ({ isActive }) => isActive,
  MemberCity: ({ office }) => office.place.city,
  MemberStateOrProvince: ({ office }) => office.place.state,
  MemberCountry: () => 'US',
  MemberCountyOrParish: ({ office }) => office.place.county,
  MemberPostalCode: ({ office }) => office.postalCode,
  MemberPassword: () => null,
  OfficeKey: ({ office }) => office.key,
  OfficeMlsId: ({ office }) => office.mlsId,
  OfficeName: ({ office }) => office.name,
  ModificationTimestamp: ({ modified }) => timestampText(modified),
  OriginalEntryTimestamp: ({ modified }) => timestampText(modified - 86_400 * 400),
  MemberNationalAssociationEntryDate: ({ modified }) => dateText(modified - 86_400 * 900),
});
