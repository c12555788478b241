import type { Rule } from './rule.js';
import { EVERYWHERE, INFORMS } from './severities.js';
import { CSDL, PROTOCOL, RESO, XML } from './standards.js';

/** The rules of metadata documents, whoever serves them. */
export const EDMX_RULES = {
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
      'Schemas, references, aliases, types, members, properties, entity sets, operations and their overloads have names of their own where a name must tell them apart.',
    why: 'A client that meets two things under one name takes one of them, and nobody knows which.',
    fix: 'Rename or remove the one at the line given.',
    clause: 'OData CSDL XML 4.01, sections 4.1, 4.2, 5, 6.1, 6.5, 7.1, 8.1, 10.3, 12 and 13',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/unresolved-type': {
    checks:
      'Whatever the metadata refers to by a name or a path is declared in it: types, base types, base terms, entity sets, binding paths and targets, partners, referential constraints, operations, targets and terms of annotations and the types in their values.',
    why: 'A field whose type nobody declares cannot be read, and none of its rules can be judged; a path that leads nowhere breaks the client that follows it.',
    fix: 'Declare what is named, correct its namespace or its spelling, or include the document that declares it.',
    clause:
      'OData CSDL XML 4.01, sections 4.2, 6.2, 7.1, 8.1, 8.4, 8.5, 12.6, 13, 14.1.1, 14.2, 14.3.7 and 14.4',
    url: CSDL,
    severity: EVERYWHERE,
  },
  'edmx/type-kind': {
    checks:
      'Whatever the metadata names is of the kind that its place asks for: an entity set holds entities, an enumeration is based on an integer type, a binding leads to a set of the right type, an import to entities of its set; and nothing is derived from itself.',
    why: 'Clients generate code from the metadata; a complex type where an entity type belongs, or a circle of base types, breaks them.',
    fix: 'Name a type of the right kind, or break the circle.',
    clause: 'OData CSDL XML 4.01, sections 3.3, 6.2, 7.1, 8.1, 8.4, 8.5, 9.2, 10.1, 11.1, 12 and 13',
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
      'Key properties exist, are single values of a type that keys may have, have an alias where they are paths, say Nullable="false" (leaving that out is a warning in the certification profile), and are declared once among a type and its base types.',
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
      'MaxLength, Precision, Scale, Unicode and SRID stand on types that have them and lie in their bounds, those of a type definition included. On integers, and seconds with more than 12 digits in the certification profile, they are a warning.',
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
} as const satisfies Record<string, Rule>;
