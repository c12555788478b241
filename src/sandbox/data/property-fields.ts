import { type FactFields, factFields } from './fact-fields.js';
import { dateText, daysBefore, timestampText } from './instants.js';
import type { MemberFacts } from './member-facts.js';
import { roundTo } from './number-values.js';
import { AGENT_ROLES, type PropertyFacts } from './property-facts.js';
import type { Value } from './value.js';

const SQUARE_FEET_PER_ACRE = 43_560;

const AGENT_FIELDS: Readonly<Record<string, (agent: MemberFacts) => Value>> = {
  Key: ({ key }) => key,
  MlsId: ({ mlsId }) => mlsId,
  FirstName: ({ firstName }) => firstName,
  LastName: ({ lastName }) => lastName,
  FullName: ({ firstName, lastName }) => `${firstName} ${lastName}`,
  Email: ({ email }) => email,
  DirectPhone: (agent) => agent.phone,
  StateLicense: ({ license }) => license,
};
const OFFICE_FIELDS: Readonly<Record<string, (agent: MemberFacts) => Value>> = {
  Key: ({ office }) => office.key,
  MlsId: ({ office }) => office.mlsId,
  Name: ({ office }) => office.name,
  Phone: ({ office }) => office.phone,
};

/** Closed listings have a date of it, and so on: the fields that only some statuses fill. */
const STATUS_DATES: readonly (readonly [string, readonly string[]])[] = [
  ['CloseDate', ['Closed']],
  ['CancellationDate', ['Canceled']],
  ['WithdrawnDate', ['Withdrawn']],
  ['OffMarketDate', ['Closed', 'Canceled', 'Withdrawn', 'Expired']],
  ['PurchaseContractDate', ['Closed', 'Pending']],
];

const OWN_FIELDS = factFields<PropertyFacts>({
  ListingKey: ({ key }) => key,
  ListingId: ({ key }) => `SBX${key}`,
  StandardStatus: ({ status }) => status,
  MlsStatus: ({ status }) => (status === 'Closed' ? 'Sold' : status === 'Active' ? 'For Sale' : 'Off Market'),
  PropertyType: ({ type }) => type,
  ListPrice: ({ price }) => price,
  OriginalListPrice: ({ originalPrice }) => originalPrice,
  PreviousListPrice: ({ price, originalPrice }) => (price === originalPrice ? null : originalPrice),
  ClosePrice: ({ status, price }) => (status === 'Closed' ? roundTo(price * 0.985, 2) : null),
  ListingContractDate: ({ listed }) => dateText(daysBefore(listed, 3)),
  OnMarketDate: ({ listed }) => dateText(listed),
  ExpirationDate: ({ listed }) => dateText(daysBefore(listed, -180)),
  OnMarketTimestamp: ({ listed }) => timestampText(listed),
  OriginalEntryTimestamp: ({ listed }) => timestampText(daysBefore(listed, 3)),
  StatusChangeTimestamp: ({ statusChanged }) => timestampText(statusChanged),
  MajorChangeTimestamp: ({ statusChanged }) => timestampText(statusChanged),
  PhotosChangeTimestamp: ({ photos, listed }) => (photos === 0 ? null : timestampText(listed)),
  ModificationTimestamp: ({ modified }) => timestampText(modified),
  DaysOnMarket: ({ listed, statusChanged }) => Math.floor((statusChanged - listed) / 86_400),
  PhotosCount: ({ photos }) => photos,
  StreetNumber: ({ streetNumber }) => String(streetNumber),
  StreetNumberNumeric: ({ streetNumber }) => streetNumber,
  StreetName: ({ street }) => street,
  StreetSuffix: ({ suffix }) => suffix,
  City: ({ place }) => place.city,
  PostalCity: ({ place }) => place.city,
  CountyOrParish: ({ place }) => place.county,
  StateOrProvince: ({ place }) => place.state,
  PostalCode: ({ postalCode }) => postalCode,
  Country: () => 'US',
  UnparsedAddress: ({ streetNumber, street, suffix, place, postalCode }) =>
    `${streetNumber} ${street} ${suffix}, ${place.city}, ${place.state} ${postalCode}`,
  Latitude: ({ latitude }) => roundTo(latitude, 6),
  Longitude: ({ longitude }) => roundTo(longitude, 6),
  LivingArea: ({ livingArea }) => livingArea,
  LotSizeSquareFeet: ({ lotSquareFeet }) => lotSquareFeet,
  LotSizeAcres: ({ lotSquareFeet }) => roundTo(lotSquareFeet / SQUARE_FEET_PER_ACRE, 4),
  BedroomsTotal: ({ bedrooms }) => bedrooms,
  BathroomsFull: ({ fullBaths }) => fullBaths,
  BathroomsHalf: ({ halfBaths }) => halfBaths,
  BathroomsTotalInteger: ({ fullBaths, halfBaths }) => fullBaths + halfBaths,
  // Identifiers of a registry that the sandbox is not part of, and what is never to be shown.
  UniversalPropertyId: () => null,
  UniversalPropertySubId: () => null,
  UniversalParcelId: () => null,
});

/** The fields of a Property record that are not left to chance. Enumerations are display names. */
export const PROPERTY_FIELDS: FactFields<PropertyFacts> = new Map([
  ...OWN_FIELDS,
  ...STATUS_DATES.map(([name, statuses]) => [name, whenIn(statuses)] as const),
  ...AGENT_ROLES.flatMap((role) => [
    ...Object.entries(AGENT_FIELDS).map(([suffix, of]) => [`${role}${suffix}`, ofAgent(role, of)] as const),
    ...Object.entries(OFFICE_FIELDS).map(
      ([suffix, of]) => [`${role.replace('Agent', 'Office')}${suffix}`, ofAgent(role, of)] as const,
    ),
  ]),
]);

/** Whether a field tells of an agent or an office of the listing. Those that are not known are never filled. */
export function isAboutAgent(name: string): boolean {
  return /^(Co)?(List|Buyer)(Agent|Office)/.test(name);
}

function whenIn(statuses: readonly string[]): (facts: PropertyFacts) => Value {
  return ({ status, statusChanged }) => (statuses.includes(status) ? dateText(statusChanged) : null);
}

function ofAgent(
  role: (typeof AGENT_ROLES)[number],
  of: (agent: MemberFacts) => Value,
): (facts: PropertyFacts) => Value {
  return ({ agentOf }) => {
    const agent = agentOf(role);
    return agent === undefined ? null : of(agent);
  };
}
