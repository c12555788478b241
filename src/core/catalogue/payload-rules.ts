import type { Rule } from './rule.js';
import { EVERYWHERE } from './severities.js';
import { CSDL, JSON_FORMAT, RESO } from './standards.js';

/** The rules of payloads against what the metadata advertises. */
export const PAYLOAD_RULES = {
  'payload/type': {
    checks: 'Each value in a payload has the JSON type that its declared type is written as.',
    why: 'Consumers read numbers as numbers and lists as lists; another type breaks their code at run time.',
    fix: 'Send the JSON type of the declared type, or declare the type that is sent.',
    clause: 'OData JSON 4.01, section 7.1',
    url: JSON_FORMAT,
    severity: EVERYWHERE,
  },
  'payload/max-length': {
    checks:
      'A text is no longer than its declared MaxLength, in Unicode code points; a binary value in octets.',
    why: 'Consumers make their columns as wide as the metadata says, and cut off or refuse what is longer.',
    fix: 'Raise MaxLength to what the data needs, or shorten the values.',
    clause: 'OData CSDL 4.01, section 7.2.2',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'payload/enum': {
    checks: 'The values of an enumeration are those that the metadata or the Lookup Resource advertises.',
    why: 'Consumers map each advertised value; one that they have never heard of is lost or refused.',
    fix: 'Advertise the value, or send one that is advertised, in the same spelling.',
    clause: 'RCP-40, section 2.2; OData CSDL 4.01, section 10',
    url: RESO,
    severity: EVERYWHERE,
  },
  'payload/unadvertised-field': {
    checks: 'The records of a payload have no field that the metadata does not advertise.',
    why: 'Nobody can know the type of such a field, nor license or map it.',
    fix: 'Declare the field in the metadata, or leave it out of the payload.',
    clause: 'RCP-40, section 3',
    url: RESO,
    severity: EVERYWHERE,
  },
  'payload/null': {
    checks: 'A field with Nullable="false" is never null, and neither is a collection.',
    why: 'Consumers rely on a value where the metadata promises one.',
    fix: 'Send a value, for a collection an empty array, or declare the field nullable.',
    clause: 'OData CSDL 4.01, section 7.2.1; OData JSON 4.01, section 7.4',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'payload/required': {
    checks: 'A record fetched without $select has each field that is declared with Nullable="false".',
    why: 'Consumers rely on a value where the metadata promises one.',
    fix: 'Send the field in each record, or declare it nullable.',
    clause: 'OData CSDL 4.01, section 7.2.1',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'payload/format': {
    checks:
      'Dates, times, durations, identifiers and binary values have the form of their type, and geographic values are GeoJSON.',
    why: 'A date that no calendar has, or in a form of its own, cannot be read by generic clients.',
    fix: 'Write the value in the form of its type, such as 2024-02-29 or 2024-02-29T13:30:00Z.',
    clause: 'OData JSON 4.01, section 7.1; OData ABNF 4.01, primitive values',
    url: JSON_FORMAT,
    severity: EVERYWHERE,
  },
  'payload/precision': {
    checks:
      'A decimal has no more digits than its declared Precision and Scale allow; trailing zeros do not count.',
    why: 'Consumers make their columns as wide as the metadata says, and round or refuse what does not fit.',
    fix: 'Raise Precision or Scale to what the data needs, or round the values.',
    clause: 'OData CSDL 4.01, sections 7.2.3 and 7.2.4',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'payload/range': {
    checks: 'A number lies in the range of its type.',
    why: 'A number that its type cannot hold is cut off or refused where it is stored.',
    fix: 'Declare a larger type, or correct the value.',
    clause: 'OData CSDL 4.01, section 3.3',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'payload/json': {
    checks: 'A payload is JSON, and no object in it has the same name twice.',
    why: 'What is no JSON cannot be read, and of two values under one name a reader takes either.',
    fix: 'Write it with a JSON library, each name once.',
    clause: 'RFC 8259; OData JSON 4.01, section 4.5',
    url: JSON_FORMAT,
    severity: EVERYWHERE,
  },
  'payload/upi': {
    checks:
      'UniversalParcelId has the form urn:reso:upi:2.0:country:subdivision:parcel and fits Country, CountrySubdivision and ParcelNumber of its record.',
    why: 'The identifier ties records of one parcel together across sources; a wrong one ties them to another parcel.',
    fix: 'Build the identifier from the fields of the record, with sub: and a number before the parcel for a part of one.',
    clause: 'RESO Universal Parcel Identifier 2.0',
    url: RESO,
    severity: { certification: 'warning', specification: 'warning' },
  },
} as const satisfies Record<string, Rule>;
