import type { Rule } from './rule.js';
import { EVERYWHERE, INFORMS, LENIENT } from './severities.js';
import { RESO } from './standards.js';

/** The rules of the Data Dictionary on declared resources, fields and lookups. */
export const DD_RULES = {
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
} as const satisfies Record<string, Rule>;
