import type { Severity } from './finding.js';

type Stated = Severity | 'off';

/** A severity for each profile. */
interface ByProfile {
  readonly certification: Stated;
  readonly specification: Stated;
}

/** One entry of the rule catalogue. Documentation, `explain`, reports and results all read this one entry. */
export interface Rule {
  /** What the rule checks, in one sentence. */
  readonly checks: string;
  /** Why the rule exists: who is hurt when it is broken. */
  readonly why: string;
  /** How to mend what it finds. */
  readonly fix: string;
  /** Where the standard says so. */
  readonly clause: string;
  /** The standard on the web. */
  readonly url: string;
  readonly severity: ByProfile;
  /** The severity in Data Dictionary 1.x, where it differs. */
  readonly beforeVersion2?: ByProfile;
  /** True for rules about near names, which `--no-strict` and Data Dictionary 1.7 turn into warnings. */
  readonly nearName?: true;
}

const EVERYWHERE: ByProfile = { certification: 'error', specification: 'error' };
const LENIENT: ByProfile = { certification: 'warning', specification: 'error' };
const WARNS: ByProfile = { certification: 'warning', specification: 'warning' };
const INFORMS: ByProfile = { certification: 'info', specification: 'info' };

const RESO = 'https://github.com/RESOStandards/transport';
const CSDL = 'https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html';
const JSON_FORMAT = 'https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html';
const COMMON_FORMAT = 'https://github.com/RESOStandards/transport/blob/main/proposals/reso-common-format.md';
const ZIP = 'https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT';
const XML = 'https://www.w3.org/TR/xml/';
const PROTOCOL = 'https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html';

/** The rule catalogue: every rule that this version of the tool can judge, by id. */
export const RULES = {
  'edmx/http-response': {
    checks:
      'The server answers a request for $metadata with status 200, an XML content type and a body within the size limit.',
    why: 'Every client starts with the metadata; one that does not get it can go no further.',
    fix: 'Answer GET $metadata with status 200 and Content-Type: application/xml.',
    clause: 'OData Protocol 4.01, section 11.1.2',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'edmx/odata-version-header': {
    checks: 'The answer to $metadata carries the header OData-Version with 4.0 or 4.01.',
    why: 'Clients tell from it by which version of the protocol to read the answer.',
    fix: 'Send OData-Version: 4.0 (or 4.01) with every answer.',
    clause: 'OData Protocol 4.01, section 8.1.5',
    url: PROTOCOL,
    severity: EVERYWHERE,
  },
  'edmx/service-document': {
    checks: 'The service document can be read and lists entity sets that the metadata declares.',
    why: 'Generic clients find the entity sets of a service there.',
    fix: 'Answer a GET of the service root with the entity sets of the metadata.',
    clause: 'OData Protocol 4.01, section 11.1.1',
    url: PROTOCOL,
    severity: { certification: 'warning', specification: 'warning' },
  },
  'edmx/well-formed': {
    checks:
      'The metadata is well-formed XML in the encoding that it declares, without a document type or entities.',
    why: 'A client that cannot parse the metadata can use nothing of the server. A document type can make a parser read files or run out of memory.',
    fix: 'Mend the XML at the line and column given: close what is open, escape & and <, save the file in its declared encoding, remove the DOCTYPE.',
    clause: 'XML 1.0, sections 2.1 and 4.3.3; OData CSDL XML 4.01, section 3',
    url: XML,
    severity: EVERYWHERE,
  },
  'edmx/structure': {
    checks:
      'Elements and attributes are those that CSDL allows at their places, in its namespaces, as often as it allows; those that it demands are there, and values have the right form.',
    why: 'Clients are written against the language. What they do not know there, they ignore or break on: a misspelt facet is a facet that nobody sees.',
    fix: 'Correct, add, move or remove what the message names, at the line and column given. Local additions belong into annotations.',
    clause: 'OData CSDL XML 4.01, sections 4 to 15; OData CSDL 4.0, sections 3 to 14 and 17',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/version': {
    checks:
      'The root element has Version 4.0 or 4.01, exactly one edmx:DataServices and at least one Schema in the OASIS namespaces.',
    why: 'Without a Schema there is no model to assess, and another version of the language means other rules.',
    fix: 'Use Version="4.0" or "4.01", the namespaces of OData 4, and one edmx:DataServices that holds the Schema elements.',
    clause: 'OData CSDL XML 4.01, sections 3.1, 3.2 and 5',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/unique-names': {
    checks:
      'Schemas, aliases, types, members, properties, entity sets, operations and their overloads have names of their own where a name must tell them apart.',
    why: 'A client that meets two things under one name takes one of them, and nobody knows which.',
    fix: 'Rename or remove the one at the line given.',
    clause: 'OData CSDL XML 4.01, sections 4.2, 5, 6.1, 6.5, 7.1, 8.1, 10.3, 12 and 13',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/unresolved-type': {
    checks:
      'Whatever the metadata refers to by a name or a path is declared in it: types, base types, entity sets, binding paths and targets, partners, referential constraints, operations, targets and terms of annotations.',
    why: 'A field whose type nobody declares cannot be read, and none of its rules can be judged; a path that leads nowhere breaks the client that follows it.',
    fix: 'Declare what is named, correct its namespace or its spelling, or include the document that declares it.',
    clause: 'OData CSDL XML 4.01, sections 4.2, 6.2, 7.1, 8.1, 8.4, 8.5, 12.6, 13 and 14.2',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/type-kind': {
    checks:
      'Whatever the metadata names is of the kind that its place asks for: an entity set holds entities, an enumeration is based on an integer type, a binding leads to a set of the right type; and nothing is derived from itself.',
    why: 'Clients generate code from the metadata; a complex type where an entity type belongs, or a circle of base types, breaks them.',
    fix: 'Name a type of the right kind, or break the circle.',
    clause: 'OData CSDL XML 4.01, sections 6.2, 7.1, 8.1, 8.4, 8.5, 9.2, 10.1, 11.1, 12 and 13',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/missing-key': {
    checks:
      'The entity type of an entity set has a key, its own or inherited; in OData 4.0 every entity type that is not abstract has one.',
    why: 'Without a key nobody can ask for one record, or tell two records apart.',
    fix: 'Add a Key with a PropertyRef for each property that identifies an entity.',
    clause: 'OData CSDL XML 4.0, section 8.2; 4.01, section 6.5',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/key-property': {
    checks:
      'Key properties exist, are single values of a type that keys may have, have an alias where they are paths, and say Nullable="false" (leaving that out is a warning in the certification profile).',
    why: 'A key that may be null, or that compares inexactly, identifies nothing.',
    fix: 'Correct the PropertyRef or the property that it names, and add Nullable="false".',
    clause: 'OData CSDL XML 4.01, section 6.5',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/enum-members': {
    checks:
      'Values of members are integers in the range of the underlying type; all members have one or none; with IsFlags every member has one, and none is negative.',
    why: 'Clients turn members into numbers; one without a number, or beyond the range, cannot be turned.',
    fix: 'Give every member a value in range, or none a value.',
    clause: 'OData CSDL XML 4.01, sections 10.2 and 10.3',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/facets': {
    checks:
      'MaxLength, Precision, Scale, Unicode and SRID stand on types that have them and lie in their bounds. On integers, and seconds with more than 12 digits in the certification profile, they are a warning.',
    why: 'Strict parsers refuse metadata with facets that make no sense, and others take a wrong limit.',
    fix: 'Remove the attribute, or correct its value.',
    clause: 'OData CSDL XML 4.01, section 7.2',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/entity-container': {
    checks:
      'The metadata of a service has exactly one entity container. A document that only declares types or terms for others needs none.',
    why: 'The entity container says what a service offers; without one it offers nothing.',
    fix: 'Declare one EntityContainer with all entity sets.',
    clause: 'OData CSDL XML 4.01, section 13',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/standard-resource': {
    checks:
      'Every standard resource that the service document names is in the entity container, and every entity type with the name of a standard resource is reached by something.',
    why: 'A standard resource that is half declared is not tested, and clients do not find it.',
    fix: 'Add the entity set to the entity container, or remove what is not served.',
    clause: 'RCP-40, section 3, Semantic Checking; OData CSDL XML 4.01, section 13.2',
    url: RESO,
    severity: EVERYWHERE,
  },
  'edmx/member-case': {
    checks: 'Members of an enumeration whose names differ only in case.',
    why: 'Systems that ignore case take two such values for one.',
    fix: 'Nothing must change. Consider one name.',
    clause: 'OData CSDL XML 4.01, section 10.3',
    url: CSDL,
    severity: INFORMS,
  },
  'edmx/flags-size': {
    checks: 'Enumerations with IsFlags and more than 63 members.',
    why: 'An integer of 64 bits cannot hold a flag for each of them.',
    fix: 'Nothing must change. Consider a collection, or strings with the Lookup Resource.',
    clause: 'OData CSDL XML 4.01, section 10.2',
    url: CSDL,
    severity: INFORMS,
  },
  'edmx/lookup-annotation': {
    checks:
      'Standard lookup fields that are strings without the annotation RESO.OData.Metadata.LookupName, where dd/lookup-name-annotation does not judge them.',
    why: 'Without it nobody can tell which rows of the Lookup Resource are the values of the field.',
    fix: 'Add <Annotation Term="RESO.OData.Metadata.LookupName" String="…"/> inside the Property.',
    clause: 'RCP-40, section 2.2, Required Annotation',
    url: RESO,
    severity: INFORMS,
  },
  'dd/field-type': {
    checks: 'The declared OData type of a standard field maps to its Data Dictionary type.',
    why: 'Consumers build their tables and parsers from the dictionary: a date that arrives as text breaks them.',
    fix: 'Declare the field with one of the types that the message names.',
    clause: 'RCP-40, section 3, Data Type Mappings',
    url: RESO,
    severity: EVERYWHERE,
  },
  'dd/synonym': {
    checks: 'No field or expansion of a standard resource bears a listed synonym of a standard field.',
    why: 'Data under a synonym is data that a consumer of the standard name never finds.',
    fix: 'Rename the field to the standard name that the message gives.',
    clause: 'RCP-40, section 3, Synonym Matching',
    url: RESO,
    severity: EVERYWHERE,
  },
  'dd/resource-synonym': {
    checks: 'No resource stands in for a standard one under a near name, such as Properties for Property.',
    why: 'A resource under another name is not counted as the standard one, and consumers do not look there.',
    fix: 'Name the entity set as the standard resource; if it is something else, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Resources and Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'dd/closed-enumeration': {
    checks:
      'An EnumType of a lookup that is locked in the dictionary declares only its standard values, and at least one.',
    why: 'A locked lookup is a promise that a consumer can handle every value there is.',
    fix: 'Map the local value to a standard one and remove it from the EnumType.',
    clause: 'RCP-40, section 3, String List, Single; lookup status "Locked with Enumerations"',
    url: RESO,
    severity: EVERYWHERE,
  },
  'dd/expansion': {
    checks:
      'A standard expansion is a navigation property to the right resource, to one or to many as in the dictionary.',
    why: 'Only navigation properties can be expanded; a complex type or plain property answers another query.',
    fix: 'Declare a NavigationProperty of the type that the message names.',
    clause: 'RCP-40, section 3, Data Type Mappings, Collection',
    url: RESO,
    severity: EVERYWHERE,
  },
  'dd/similar-lookup': {
    checks:
      'No local value of an open lookup is near to a standard value that the server does not declare: equal but for case, blanks and signs, a quarter of its length away, within it or around it, or a listed synonym (which alone only warns).',
    why: 'A value that differs by a letter is most likely the standard value, misspelt, and queries for it find nothing.',
    fix: 'Use the standard value if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'dd/similar-name': {
    checks:
      'No local field, expansion or complex type of a standard resource is near to a standard one that is absent: equal but for case and signs, a quarter of its length away, within it or around it.',
    why: 'A field that differs by a letter is most likely the standard field, misspelt, and consumers do not find it.',
    fix: 'Use the standard name if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'dd/suggested-length': {
    checks: 'The MaxLength of a standard string field equals the suggested maximum length.',
    why: 'Consumers that size their columns by the dictionary may cut longer values.',
    fix: 'Nothing must change. Consider the suggested length.',
    clause: 'RCP-40, section 3, String',
    url: RESO,
    severity: INFORMS,
  },
  'dd/suggested-precision': {
    checks: 'The Precision of a standard decimal field equals the suggested maximum precision.',
    why: 'Consumers that size their columns by the dictionary may round or refuse larger numbers.',
    fix: 'Nothing must change. Consider the suggested precision.',
    clause: 'RCP-40, section 3, Decimals',
    url: RESO,
    severity: INFORMS,
  },
  'dd/suggested-scale': {
    checks: 'The Scale of a standard decimal field equals the suggested maximum scale.',
    why: 'Consumers that size their columns by the dictionary may round finer numbers.',
    fix: 'Nothing must change. Consider the suggested scale.',
    clause: 'RCP-40, section 3, Decimals',
    url: RESO,
    severity: INFORMS,
  },
  'dd/integer-attributes': {
    checks: 'A standard integer field carries no MaxLength, Precision or Scale.',
    why: 'Those attributes have no meaning on an integer, and strict parsers refuse them.',
    fix: 'Remove the attribute that the message names.',
    clause: 'RCP-40, section 3, Integers',
    url: RESO,
    severity: LENIENT,
  },
  'dd/lookup-name-annotation': {
    checks:
      'A standard string-list field that is a string carries the annotation RESO.OData.Metadata.LookupName.',
    why: 'Without it nobody can tell which rows of the Lookup Resource are the values of the field.',
    fix: 'Add <Annotation Term="RESO.OData.Metadata.LookupName" String="…"/> inside the Property.',
    clause: 'RCP-40, section 2.2, Required Annotation',
    url: RESO,
    severity: EVERYWHERE,
  },
  'dd/standard-lookup-name': {
    checks: "The LookupName annotation of a standard field gives the dictionary's own lookup name.",
    why: 'Consumers join fields and lookup values by the standard lookup name.',
    fix: "Use the dictionary's lookup name in the annotation and in the rows of the Lookup Resource.",
    clause: 'RCP-40, section 2.2, Resource Definition, LookupName',
    url: RESO,
    severity: LENIENT,
  },
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
  'variations/resource': {
    checks: 'No local resource is nearly called like a standard one that the server does not declare.',
    why: 'A resource under another name is not counted as the standard one, and consumers do not look there.',
    fix: 'Name the entity set as the standard resource if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'variations/field': {
    checks:
      'No local field of a standard resource, a property of a complex type included, is near to a standard field that the server does not declare, and none is one in the opinion of a person.',
    why: 'A field that is nearly called like a standard one most likely is the standard one, and consumers do not find it.',
    fix: 'Use the standard name if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'variations/expansion': {
    checks:
      'No local expansion of a standard resource is near to a standard expansion that the server does not declare.',
    why: 'Consumers expand standard resources by the standard names.',
    fix: 'Use the standard name if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'variations/lookup': {
    checks:
      'No local value of an open lookup is near to a standard value that the server does not declare, or a listed synonym of one.',
    why: 'A value that is nearly called like a standard one most likely is the standard one, and queries for it find nothing.',
    fix: 'Use the standard value if it is meant; if not, say so with --mappings (Ignore, with a reason). A listed synonym alone only warns.',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
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
      'Pages are JSON with a list "value", with the content type application/json and the header OData-Version 4.0 or 4.01.',
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

export type RuleId = keyof typeof RULES;

/** All rule ids, in the order of the catalogue. */
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** The version of the rule set: it rises whenever a rule, its severity or its meaning changes. */
export const RULE_SET_VERSION = '2';

/** True for the id of a rule that the catalogue holds. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

/** The catalogue's entry for a rule. */
export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}
