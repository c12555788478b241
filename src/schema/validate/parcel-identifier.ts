/** What a record says of its parcel besides the identifier. */
export interface ParcelFacts {
  readonly country: string | undefined;
  readonly countrySubdivision: string | undefined;
  readonly parcelNumber: string | undefined;
}

/** The field of a Universal Parcel Identifier, in whatever resource. */
export const PARCEL_ID = 'UniversalParcelId';

/** What begins with `sub:` is a part of a parcel, and never the number of one that lacks its own. */
const FORM = /^urn:reso:upi:2\.0:([A-Z]{2,3}):([^:\s]+):(?:sub:[^:\s]+:)?((?!sub:)\S.*)$/i;

/**
 * True for a Universal Parcel Identifier, `urn:reso:upi:2.0:<country>:<subdivision>:[sub:<n>:]<parcel>`, that does not
 * contradict its record. The parcel may be percent-encoded.
 */
export function isParcelIdentifierOf(identifier: string, facts: ParcelFacts): boolean {
  const [, country = '', subdivision = '', parcel = ''] = FORM.exec(identifier) ?? [];
  if (parcel === '') return false;
  return (
    agrees(facts.country, country.toUpperCase(), (text) => text.toUpperCase()) &&
    agrees(facts.countrySubdivision, subdivision) &&
    (agrees(facts.parcelNumber, parcel) || agrees(facts.parcelNumber, decoded(parcel)))
  );
}

function agrees(said: string | undefined, stated: string, form = (text: string) => text): boolean {
  return said === undefined || said === '' || form(said) === stated;
}

function decoded(parcel: string): string {
  try {
    return decodeURIComponent(parcel);
  } catch {
    // A lone % is no encoding: the parcel stands as it is.
    return parcel;
  }
}
