import type { Rule } from './rule.js';
import { EVERYWHERE, INFORMS, LENIENT } from './severities.js';
import { CSDL, PROTOCOL, RESO } from './standards.js';

/** The rules of replication. */
export const SAMPLING_RULES = {
  'sampling/http-error': {
    checks:
      'Each request for records is answered with them: after retries of what may pass, no request fails for good.',
    why: 'A consumer that replicates loses the rest of the resource, and does not know how much.',
    fix: 'Look at the exchange that the message names, and into the log of the server or of the gateway before it.',
    clause: 'OData Protocol 4.01, section 9; RCP-40, section 3',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'sampling/incomplete': {
    checks: 'A strategy of replication brings as many distinct records as the count or the limit promises.',
    why: 'Records that paging misses are missing in every copy of the data.',
    fix: 'Keep a stable order while paging: add the key to what is ordered by; count what the filter finds, no more; leave no record out of a page.',
    clause: 'OData Protocol 4.01, sections 11.2.6.2 and 11.2.6.5',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'sampling/count-too-low': {
    checks:
      'No strategy brings more distinct records than @odata.count says, at its start and again at its end.',
    why: 'Consumers plan and check their replication by the count.',
    fix: 'Let $count=true count all records that the same request without paging would bring.',
    clause: 'OData Protocol 4.01, section 11.2.6.5',
    url: PROTOCOL,
    severity: LENIENT,
  },
  'sampling/next-link-loop': {
    checks: 'Next links lead on: none is given twice, and they do not go on without bringing new records.',
    why: 'A consumer that follows them never comes to an end.',
    fix: 'Give each page the link to the page after it, and the last page none.',
    clause: 'OData Protocol 4.01, section 11.2.6.7',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'sampling/foreign-next-link': {
    checks: 'Next links stay within the origin (scheme, host and port) of the service root.',
    why: 'Credentials are not sent to another origin, so nobody can follow such a link.',
    fix: 'Make links from the address that clients use; behind a gateway, from the forwarded host.',
    clause: 'OData Protocol 4.01, section 11.2.6.7',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'sampling/page-too-large': {
    checks: 'A page has no more records than $top asks for.',
    why: 'A consumer sizes its memory and its next $skip by $top.',
    fix: 'Return at most as many records as $top says.',
    clause: 'OData Protocol 4.01, section 11.2.6.3',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'sampling/duplicate-key': {
    checks: 'No page has two records with one key and different contents. Between pages that is a change.',
    why: 'A consumer that keeps records by their key keeps one of the two, and cannot know which is right.',
    fix: 'Make the key unique, or the query that joins the records.',
    clause: 'OData CSDL XML 4.01, section 6.5',
    url: CSDL,
    severity: LENIENT,
  },
  'sampling/invalid-response': {
    checks:
      'Pages are JSON with a list "value" and no byte order mark, with the content type application/json and the header OData-Version 4.0 or 4.01.',
    why: 'Consumers read pages by these; what they cannot read is lost to them.',
    fix: 'Send whole and valid JSON, its content type, and OData-Version with every page.',
    clause: 'OData Protocol 4.01, section 8.1; OData JSON 4.01, sections 4 and 13',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'sampling/no-timestamp': {
    checks: 'Every resource has the field ModificationTimestamp, and every record a value in it.',
    why: 'Replication by timestamps does not find records without one.',
    fix: 'Declare ModificationTimestamp as Edm.DateTimeOffset, and fill it for every record.',
    clause: 'RCP-40, section 3; Data Dictionary, ModificationTimestamp',
    url: RESO,
    severity: { certification: 'warning', specification: 'warning' },
  },
  'sampling/empty-resource': {
    checks: 'A resource that is declared and served has records.',
    why: 'Nothing can be said of payloads that do not come.',
    fix: 'Nothing, if the resource is meant to be empty; else check which records the credentials may see.',
    clause: 'RCP-40, section 3',
    url: RESO,
    severity: INFORMS,
  },
} as const satisfies Record<string, Rule>;
