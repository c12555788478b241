import type { Finding } from '../../../src/core/finding.js';

/** Where the validator finds a fault and the XML schema of OASIS does not, and the clause that the schema cannot express. */
export interface Stricter {
  readonly clause: string;
  readonly covers: (finding: Finding) => boolean;
}

/** Where the XML schema of OASIS finds a fault and `edmx/structure` and `edmx/version` do not, and why. */
export interface Milder {
  readonly clause: string;
  readonly covers: (error: string) => boolean;
}

const IDENTIFIER_OF_129 = /(?<!x)x{129}/;

const says = (pattern: RegExp) => (finding: Finding) => pattern.test(finding.message);
const found = (pattern: RegExp) => (finding: Finding) => pattern.test(finding.found ?? '');
const both =
  (...tests: readonly ((finding: Finding) => boolean)[]) =>
  (finding: Finding) =>
    tests.every((test) => test(finding));

export const STRICTER: readonly Stricter[] = [
  {
    clause: '8.3: a navigation to a collection has no Nullable; the schema does not look at the type',
    covers: says(/^NavigationProperty\b.* has the attribute Nullable, but leads to a collection/),
  },
  {
    clause: '5 and 5.1: Edm, odata, System and Transient are reserved; the schema takes every name',
    covers: found(/^(?:Edm|odata|System|Transient)$/),
  },
  {
    clause:
      '15.2: an identifier has at most 128 characters, in a qualified name or path too; the schema counts only whole names',
    covers: found(IDENTIFIER_OF_129),
  },
  {
    clause:
      '4.0, 17.6: the Boolean literals are true and false; xs:boolean has 1, 0 and blanks around as well',
    covers: both(says(/ but true or false is expected/), found(/^(?:1|0| true)$/)),
  },
  {
    clause:
      '14.2, 14.4.9, 14.4.12: a value is one expression, as an attribute or as an element; the schema cannot count both together',
    covers: says(
      /^(?:Annotation|PropertyValue|LabeledElement)\b.* besides (?:others|another one), but may have only one/,
    ),
  },
  {
    clause:
      '14.4.9, 14.4.12: a labelled element and a property value have a value; the schema lets them have none',
    covers: says(/^(?:PropertyValue|LabeledElement)\b.* has no value, but must have one/),
  },
  {
    clause:
      '14.4.4, 14.4.5, 14.4.8: Apply has a Function, Cast and IsOf have a Type; the schema lets them have none',
    covers: says(/^(?:Apply|Cast|IsOf)\b.* has no attribute (?:Function|Type), but must have it/),
  },
  {
    clause:
      '14.4.7: only an item of a collection may leave out the last operand of If; the schema does not look where it stands',
    covers: says(/^If\b.* has only 2 of its operands, but must have 3/),
  },
  {
    clause: '14.3.7: a member is written with its type; the schema takes any path, and an empty list',
    covers: says(/ but a member with its type, /),
  },
  {
    clause: '11.1: the underlying type is a name, not a collection; the schema takes Collection(…)',
    covers: both(says(/^The attribute UnderlyingType /), found(/^Collection\(/)),
  },
  {
    clause: '15.4: the target of annotations is one path; the schema takes parentheses anywhere',
    covers: says(/^The attribute Target of Annotations .* but the path of an element of the model/),
  },
  {
    clause:
      '14.3.8 and the ABNF: a floating-point number has digits on both sides of its point; xs:double does without',
    covers: both(says(/ but a floating-point number is expected/), found(/^(?:\.5|5\.)$/)),
  },
  {
    clause:
      '14.3.1: the last character of base64url ends in zero bits; the schema says so too, but libxml2 loses count of the groups before it',
    covers: both(says(/ but base64url text is expected/), found(/^[\w-]+$/)),
  },
  {
    clause: '17: what came with 4.01 is no part of 4.0; there is one schema, that of 4.01',
    covers: says(/ came with OData 4\.01, but the Version of the document is 4\.0/),
  },
  {
    clause: '4.1: a reference leads to another document; to the schema an empty URI is one',
    covers: both(says(/^The attribute Uri of edmx:Reference/), found(/^ ?$/)),
  },
  {
    clause: 'RFC 3986: a URI holds no brackets without an address; the schema validator lets them pass',
    covers: both(says(/ but a URI is expected| but the URI of a document is expected/), found(/\[/)),
  },
  {
    clause: '4: the versions are 4.0 and 4.01 as written; to xs:decimal 4.00 is equal to 4.0',
    covers: ({ rule, subject }: Finding) => rule === 'edmx/version' && subject.element === 'Edmx/@Version',
  },
];

export const MILDER: readonly Milder[] = [
  {
    clause:
      'attributes of foreign namespaces and those of xml are passed over: clients ignore what the standard does not define (17)',
    covers: (error) => /attribute '\{(?:urn:other|http:\/\/www\.w3\.org\/XML\/1998\/namespace)\}/.test(error),
  },
  {
    clause: 'blanks are no content: the prose forbids none, the content model of an XML schema does',
    covers: (error) => /Character content is not allowed, because the content type is empty/.test(error),
  },
  {
    clause: '8.1, 10.1, 11.1, 13.2, 13.3: which kind of type it is, edmx/type-kind judges',
    covers: (error) => /attribute '(?:Type|EntityType|UnderlyingType)'.*(?:Edm\.|Collection\()/.test(error),
  },
  {
    clause: '10.3: the range of a member is that of the underlying type, which edmx/enum-members judges',
    covers: (error) => /attribute 'Value'.*(?:9223372036854775808)/.test(error),
  },
  {
    clause:
      '7.2.4: widespread libraries write Variable, which clients take (edmx/facets speaks of variable in any case)',
    covers: (error) => /attribute '(?:Scale|SRID)': 'Variable'/.test(error),
  },
  {
    clause:
      '14.3.3 and the ABNF: a year may be negative or have more than four digits; the schema takes four',
    covers: (error) => /'-?\d{4,5}-01-01' is not accepted|'(?:-2024|12024)-01-01'/.test(error),
  },
];
