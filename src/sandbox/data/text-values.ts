import type { Draws } from '../random.js';
import { FIRST_NAMES, LAST_NAMES } from './people.js';
import { PLACES, STREETS } from './places.js';
import { cutTo, prose } from './prose.js';

type MakeText = (draws: Draws, maxLength: number) => string;

const DEFAULT_LENGTH = 255;
const SHORT = 25;

/** A telephone number of those kept for fiction, 12 characters. */
export function phone(draws: Draws): string {
  return `${draws.between(201, 989)}-555-01${String(draws.between(0, 99)).padStart(2, '0')}`;
}

/** What text a field holds, by its name: the first row that matches. Names are the dictionary's, not of a request. */
const TEXTS: readonly (readonly [RegExp, MakeText])[] = [
  [/Ext$/, (draws) => draws.digits(3)],
  [/(Phone|Fax|Pager|VoiceMail|TTYTDD|DOH\d|AttributionContact)\d?$/, phone],
  [/Email$/, (draws) => `contact${draws.digits(4)}@example.com`],
  [/URL/, (draws) => `https://www.example.com/view/${draws.digits(8)}?ref=a%20b&lang=en`],
  [/MediaHTML/, (draws) => `<iframe src="https://media.example.com/${draws.digits(6)}"></iframe>`],
  [/FirstName|Nickname|MiddleName/, (draws) => draws.pick(FIRST_NAMES)],
  [/LastName/, (draws) => draws.pick(LAST_NAMES)],
  [/NamePrefix/, (draws) => draws.pick(['Dr.', 'Mr.', 'Ms.', 'Mx.'])],
  [/NameSuffix/, (draws) => draws.pick(['Jr.', 'Sr.', 'III', 'PhD'])],
  [/SystemName$/, () => 'Sandbox MLS'],
  [/SystemI[Dd]$/, () => 'SBX'],
  [/(FullName|OwnerName|OccupantName|ContactName|ManagerName|AssistantTo|CareOf)$/, personName],
  [/PostalCodePlus4$/, (draws) => draws.digits(4)],
  [/PostalCode$/, (draws) => `${draws.pick(PLACES).postalPrefix}${draws.digits(2)}`],
  [/City$/, (draws) => draws.pick(PLACES).city],
  [/Address1$/, (draws) => `${draws.between(1, 9999)} ${draws.pick(STREETS)} Street`],
  [/Address2$|UnitNumber$/, (draws) => `Unit ${draws.between(1, 40)}`],
  [/^JobTitle$/, (draws) => draws.pick(['Broker', 'Office Manager', 'Salesperson'])],
  [/CrossStreet|StreetName/, (draws) => draws.pick(STREETS)],
  [/CarrierRoute$/, (draws) => `C${draws.digits(3)}`],
  [/Dimensions$/, (draws) => `${draws.between(30, 200)} x ${draws.between(60, 400)}`],
  [/Compensation$/, (draws) => String(draws.between(1, 6) / 2)],
  [/[Kk]ey$|I[Dd]$|Number$|Serial|License/, (draws) => `${draws.pick(['A', 'K', 'X'])}${draws.digits(7)}`],
  [/(Name|Township|Region|Affiliation|Model|Make|Ownership)\d?$/, placeName],
  [/(Remarks|Comments|Description|Notice|Disclaimer|Bio|Directions|Instructions|Details)$/, prose],
];

/** The text of a field that nothing else decides, at most so many Unicode characters, never empty. */
export function textMaker(name: string, length = DEFAULT_LENGTH): (draws: Draws) => string {
  const make = TEXTS.find(([pattern]) => pattern.test(name))?.[1] ?? (length <= SHORT ? code : prose);
  return (draws) => cutTo(make(draws, length), length);
}

function personName(draws: Draws): string {
  return `${draws.pick(FIRST_NAMES)} ${draws.pick(LAST_NAMES)}`;
}

function placeName(draws: Draws): string {
  return `${draws.pick(STREETS)} ${draws.pick(['Park', 'Heights', 'Group', 'Estates'])}`;
}

function code(draws: Draws): string {
  return `${draws.pick(['A', 'B', 'R', 'Z'])}${draws.between(1, 99)}`;
}
