import type { Rule } from './rule.js';
import { EVERYWHERE, INFORMS, WARNS } from './severities.js';
import { COMMON_FORMAT, RESO, ZIP } from './standards.js';

/** The rules of payloads in the RESO Common Format. */
export const RCF_RULES = {
  'rcf/context': {
    checks:
      'Each payload names its version of the Data Dictionary and its resource in @reso.context, or the options do for those that name none.',
    why: 'Without a context nobody can tell what the fields of a payload mean.',
    fix: 'Begin the payload with "@reso.context": "urn:reso:metadata:2.0:resource:property", or give both --dd-version and --resource.',
    clause: 'RCP-25, Context',
    url: COMMON_FORMAT,
    severity: EVERYWHERE,
  },
  'rcf/json': {
    checks: 'Each payload is JSON: an object in which no name stands twice.',
    why: 'What is no JSON cannot be read, and of two values under one name a reader takes either.',
    fix: 'Write it with a JSON library, each name once. NDJSON, a payload a line, belongs in files that end in .ndjson.',
    clause: 'RCP-25, Representations; RFC 8259',
    url: COMMON_FORMAT,
    severity: EVERYWHERE,
  },
  'rcf/archive': {
    checks:
      'An archive is a zip file whose entries can be read within bounds, bear names of their own that stay inside it, and are no archives themselves.',
    why: 'What cannot be unpacked safely is unpacked by nobody, and its records are lost.',
    fix: 'Pack the payload files themselves with an ordinary zip program, without a password, and leave everything else out.',
    clause: 'RCP-25, Payload Samples; ZIP File Format Specification',
    url: ZIP,
    severity: EVERYWHERE,
  },
  'rcf/synonym': {
    checks: 'No field or expansion bears a listed synonym of a standard field of its resource.',
    why: 'Consumers look for standard fields under their standard names and do not find such a one.',
    fix: 'Use the standard name.',
    clause: 'RCP-25, Schema Validation',
    url: COMMON_FORMAT,
    severity: EVERYWHERE,
  },
  'rcf/type': {
    checks: 'Each standard field and expansion has values of its Data Dictionary type, or null.',
    why: 'Consumers read standard fields by their standard types, and lose or refuse other values.',
    fix: 'Send the value in its Data Dictionary type: numbers without quotes, dates as 2024-02-29, timestamps as 2024-02-29T13:30:00Z.',
    clause: 'RCP-25, Schema Validation',
    url: COMMON_FORMAT,
    severity: EVERYWHERE,
  },
  'rcf/enum': {
    checks:
      'A field with a closed lookup has standard values, as StandardLookupValue or as LegacyODataValue.',
    why: 'A closed lookup is closed so that every consumer knows all of its values.',
    fix: 'Send one of the standard values, in the same spelling.',
    clause: 'RCP-25, Schema Validation',
    url: COMMON_FORMAT,
    severity: EVERYWHERE,
  },
  'rcf/length': {
    checks: 'A text is no longer than the Data Dictionary suggests for its field.',
    why: 'Consumers that made their columns as wide as suggested cut the rest off.',
    fix: 'Shorten the text, or tell consumers that longer ones come.',
    clause: 'RCP-25, Schema Validation; Data Dictionary, suggested maximum lengths',
    url: COMMON_FORMAT,
    severity: WARNS,
  },
  'rcf/bom': {
    checks: 'A file does not begin with a byte order mark.',
    why: 'Many JSON readers refuse a text that begins with one.',
    fix: 'Save the file as UTF-8 without a byte order mark.',
    clause: 'RFC 8259, section 8.1',
    url: 'https://www.rfc-editor.org/rfc/rfc8259#section-8.1',
    severity: WARNS,
  },
  'rcf/upi': {
    checks:
      'UniversalParcelId has the form urn:reso:upi:2.0:country:subdivision:parcel and fits Country, CountrySubdivision and ParcelNumber of its record.',
    why: 'The identifier ties records of one parcel together across sources; a wrong one ties them to another parcel.',
    fix: 'Build the identifier from the fields of the record, with sub: and a number before the parcel for a part of one.',
    clause: 'RESO Universal Parcel Identifier 2.0',
    url: RESO,
    severity: WARNS,
  },
  'rcf/skipped-file': {
    checks: 'Folders and archives hold payload files: .json, .ndjson and .jsonl.',
    why: 'What is passed over is not tested, and should not be there by mistake.',
    fix: 'Nothing, if it is no payload; else give it the ending of its format, and no name of a result file.',
    clause: 'RCP-25, Payload Samples',
    url: COMMON_FORMAT,
    severity: INFORMS,
  },
} as const satisfies Record<string, Rule>;
