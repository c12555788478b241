import type { Rule } from './rule.js';
import { EVERYWHERE, LENIENT } from './severities.js';
import { RESO } from './standards.js';

/** The rules of the Lookup Resource. */
export const LOOKUP_RULES = {
  'lookup/closed-enumeration': {
    checks: 'The Lookup rows of a lookup that is locked in the dictionary hold only its standard values.',
    why: 'A locked lookup is a promise that a consumer can handle every value there is.',
    fix: 'Give the row the StandardLookupValue that it stands for, or remove it.',
    clause: 'RCP-40, section 2.2, StandardLookupValue; lookup status "Locked with Enumerations"',
    url: RESO,
    severity: EVERYWHERE,
  },
  'lookup/resource-missing': {
    checks: 'A server whose fields carry LookupName annotations has a Lookup entity set.',
    why: 'The annotation points to rows that nobody can fetch.',
    fix: 'Declare the entity set Lookup and serve its rows, or declare the fields with EnumTypes.',
    clause: 'RCP-40, section 2.2, Lookup Resource for Enumeration Metadata',
    url: RESO,
    severity: EVERYWHERE,
  },
  'lookup/required-fields': {
    checks:
      'LookupKey, LookupName, LookupValue and ModificationTimestamp are declared, and none of them is null in any row.',
    why: 'Consumers key, join, show and update lookups by these four.',
    fix: 'Declare the field, and give every row a value for it.',
    clause: 'RCP-40, section 2.2, Resource Definition',
    url: RESO,
    severity: EVERYWHERE,
  },
  'lookup/replication-count': {
    checks:
      'As many rows can be fetched with $top and $skip as @odata.count promises, and no key comes twice.',
    why: 'A consumer that replicates the lookups must know when it has all of them.',
    fix: 'Page in a stable order, by key for instance, and count exactly the rows that paging returns.',
    clause: 'RCP-40, section 3, Lookup Resource',
    url: RESO,
    severity: EVERYWHERE,
  },
  'lookup/count-supported': {
    checks: 'A request with $count=true is answered with @odata.count, with $top=0 too.',
    why: 'Without the count nobody can tell whether all rows came.',
    fix: 'Answer $count=true with the number of rows in @odata.count, whatever $top asks for.',
    clause: 'RCP-40, section 2.2, GET Lookups with $count=true',
    url: RESO,
    severity: EVERYWHERE,
  },
  'lookup/timestamp-query': {
    checks:
      'A filter on ModificationTimestamp works together with $top, $skip and $count, and the count fits the rows returned.',
    why: 'Consumers fetch what changed since their last update by that filter.',
    fix: 'Support $filter=ModificationTimestamp ge on the Lookup Resource, and count the filtered rows.',
    clause: 'RCP-40, section 2.2, records that were updated since they were last synced',
    url: RESO,
    severity: LENIENT,
  },
  'lookup/name-in-use': {
    checks: 'A lookup name that a standard field is annotated with has rows in the Lookup Resource.',
    why: 'A consumer that follows the annotation finds no values.',
    fix: 'Serve the rows of that lookup, or correct the annotation.',
    clause: 'RCP-40, section 3, Lookup Resource',
    url: RESO,
    severity: { certification: 'info', specification: 'warning' },
    beforeVersion2: { certification: 'error', specification: 'warning' },
  },
  'lookup/standard-value': {
    checks:
      'A row whose LookupValue or LegacyODataValue is a standard value of its lookup carries StandardLookupValue.',
    why: 'Consumers recognise standard values by StandardLookupValue, whatever the row calls them.',
    fix: 'Set StandardLookupValue to the standard value that the message names.',
    clause: 'RCP-40, section 2.2, Resource Definition, StandardLookupValue',
    url: RESO,
    severity: LENIENT,
  },
  'lookup/field-contradicts': {
    checks: 'The rows of the Field Resource describe resources and fields as the metadata declares them.',
    why: 'A consumer that reads both must not be told two things.',
    fix: 'Correct the row, or declare in the metadata what it describes.',
    clause: 'RCP-40, section 3, Standard Display Names',
    url: RESO,
    severity: { certification: 'warning', specification: 'warning' },
  },
} as const satisfies Record<string, Rule>;
