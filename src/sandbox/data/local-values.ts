import { PLACES } from './places.js';

const SCHOOLS = ['Lincoln', 'Washington', 'Cedar Grove', 'Maple Ridge', 'Riverside', 'Oak Hill'];
const DISTRICTS = ['Central Unified', 'North Valley Unified', 'Lakeside Joint', 'Harbor City'];
const CITIES = [...new Set(PLACES.map(({ city }) => city))];

/**
 * Values for the lookups that the dictionary leaves to the servers, such as City. They are local values: none has a
 * standard one behind it. A lookup without values that is not listed here gets {@link OTHER_LOCAL_VALUES}.
 */
export const LOCAL_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AOR', ['Lakeside Association', 'Valley Board', 'Metro Realty Association']],
  ['City', CITIES],
  ['PostalCity', CITIES],
  ['CountyOrParish', [...new Set(PLACES.map(({ county }) => county))]],
  ['ElementarySchool', SCHOOLS.map((name) => `${name} Elementary`)],
  ['ElementarySchoolDistrict', DISTRICTS],
  ['MiddleOrJuniorSchool', SCHOOLS.map((name) => `${name} Middle`)],
  ['MiddleOrJuniorSchoolDistrict', DISTRICTS],
  ['HighSchool', SCHOOLS.map((name) => `${name} High`)],
  ['HighSchoolDistrict', DISTRICTS],
  ['MLSAreaMajor', ['100 - Northeast', '200 - Southeast', '300 - Southwest', '400 - Northwest']],
  ['MLSAreaMinor', ['101 - Uptown', '102 - Old Mill', '201 - Harbor, East', '301 - Foothills']],
  ['MlsStatus', ['For Sale', 'In Escrow', 'Sold', 'Off Market']],
  ['StreetSuffix', ['Avenue', 'Boulevard', 'Court', 'Drive', 'Lane', 'Road', 'Street', 'Way']],
  ['ImageSizeDescription', ['Thumbnail', 'Medium', 'Large', 'Full Size']],
  ['MediaStatus', ['Available', 'Being Processed', 'Removed']],
  ['MemberMlsSecurityClass', ['Agent', 'Broker', 'Appraiser', 'Assistant']],
  ['SyndicateAgentOption', ['Agent Decides', 'Office Decides']],
  ['ArchitecturalStyle', ['Craftsman', 'Ranch', 'Colonial', 'Mid-Century Modern']],
  ['BuildingFeatures', ['Elevator', 'Loading Dock', 'Sprinkler System']],
  ['Disclosures', ['Flood Zone', 'Lead Based Paint', 'None Known']],
  ['DocumentsAvailable', ['Floor Plan', 'Survey', 'Title Report']],
  ['GreenLocation', ['Near Transit', 'Walkable']],
  ['IrrigationSource', ['Canal', 'Ditch', 'Well']],
  ['ShowingDays', ['Weekdays', 'Weekends', 'By Appointment']],
]);

/** For a lookup without values that nothing more is known about. */
export const OTHER_LOCAL_VALUES: readonly string[] = ['Local Alpha', 'Local Beta', 'Local Gamma'];
