/** A place where generated listings, offices and people are. */
export interface Place {
  readonly city: string;
  readonly county: string;
  readonly state: string;
  /** The first three digits of its postal codes. */
  readonly postalPrefix: string;
  readonly latitude: number;
  readonly longitude: number;
}

function place(row: string): Place {
  const [city = '', county = '', state = '', postalPrefix = '', latitude, longitude] = row.split('|');
  return { city, county, state, postalPrefix, latitude: Number(latitude), longitude: Number(longitude) };
}

/** City, county, state, postal prefix, latitude, longitude. */
export const PLACES: readonly Place[] = [
  'San Ramon|Contra Costa County|CA|945|37.78|-121.98',
  'Ventura|Ventura County|CA|930|34.28|-119.29',
  'Pasadena|Los Angeles County|CA|911|34.15|-118.14',
  'Long Beach|Los Angeles County|CA|908|33.77|-118.19',
  'Austin|Travis County|TX|787|30.27|-97.74',
  'Round Rock|Williamson County|TX|786|30.51|-97.68',
  'Denver|Denver County|CO|802|39.74|-104.99',
  'Boulder|Boulder County|CO|803|40.01|-105.27',
  'Cedar Rapids|Linn County|IA|524|41.98|-91.67',
  'Saint Paul|Ramsey County|MN|551|44.95|-93.09',
  'Madison|Dane County|WI|537|43.07|-89.40',
  'Naperville|DuPage County|IL|605|41.75|-88.15',
  'Ann Arbor|Washtenaw County|MI|481|42.28|-83.74',
  'Asheville|Buncombe County|NC|288|35.60|-82.55',
  'Savannah|Chatham County|GA|314|32.08|-81.09',
  'Baton Rouge|East Baton Rouge Parish|LA|708|30.45|-91.19',
  'Tampa|Hillsborough County|FL|336|27.95|-82.46',
  'Portland|Multnomah County|OR|972|45.52|-122.68',
  'Spokane|Spokane County|WA|992|47.66|-117.43',
  'Albuquerque|Bernalillo County|NM|871|35.08|-106.65',
].map(place);

export const STREETS: readonly string[] = [
  'Alder',
  'Birchwood',
  'Cañon View',
  'Dogwood',
  'Elm',
  'Foxglove',
  'Grant',
  'Highland',
  'Juniper',
  'Kingsley',
  'Laurel',
  "O'Farrell",
  'Madrone',
  'Orchard',
  'Piñon Ridge',
  'Quarry',
  'Sycamore',
  'Vineyard',
];
