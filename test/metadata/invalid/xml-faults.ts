import { EDM, EDMX } from '../documents.js';

/** A fault by its name, a document with a mark before the place of its finding, and a part of the message. */
export type XmlCase = readonly [name: string, marked: string, says: string];

const START = `<edmx:Edmx xmlns:edmx="${EDMX}" xmlns="${EDM}" Version="4.0">`;
const SCHEMA = `<edmx:DataServices>\n<Schema Namespace="ns">`;
const END = '</Schema>\n</edmx:DataServices>\n</edmx:Edmx>';

const inSchema = (content: string): string => `${START}\n${SCHEMA}\n${content}\n${END}`;

/** Documents that are not well-formed XML 1.0 with namespaces, or more than is read. */
export const XML_FAULTS: readonly XmlCase[] = [
  [
    'an element that is not closed',
    inSchema('<EntityType Name="T">').replace('</Schema>', '§</Schema>'),
    'where <EntityType> of line 4 is still open',
  ],
  ['an end tag of another name', inSchema('<EntityType Name="T">§</Entity>'), 'Write </EntityType>'],
  ['an end tag in another case', inSchema('<EntityType Name="T">§</entitytype>'), 'Write </EntityType>'],
  ['an end tag too many', `${inSchema('')}§</edmx:Edmx>`, 'closes nothing'],
  [
    'elements that overlap',
    inSchema('<EntityType Name="T"><Key>§</EntityType></Key>'),
    'It belongs to line 4',
  ],
  [
    'a quotation mark that is missing at the end',
    inSchema('<EntityType Name="T>\n<Property Name="§P"/></EntityType>')
      .replace('"§P"', '"P"')
      .replace('<Property', '§<Property'),
    'closing quotation mark is missing',
  ],
  [
    'a quotation mark that is missing at the start',
    inSchema('<EntityType Name=§T"/>'),
    'not in quotation marks',
  ],
  ['an attribute without value', inSchema('<EntityType Name="T" §Abstract/>'), 'has no value'],
  ['no blank between attributes', inSchema('<EntityType Name="T"§Abstract="true"/>'), 'There is no blank'],
  ['an attribute twice', inSchema('<EntityType Name="T" §Name="U"/>'), 'stands twice'],
  [
    'an attribute twice on another line',
    inSchema('<EntityType Name="T"\n  Abstract="true"\n  §Name="U"/>'),
    'stands twice',
  ],
  [
    'a namespaced attribute twice',
    inSchema('<EntityType xmlns:a="urn:a" xmlns:b="urn:a" Name="T" a:x="1" §b:x="2"/>'),
    'stands twice',
  ],
  ['"<" in a value', inSchema('<Annotation Term="ns.T" String="a §< b"/>'), 'contains "<"'],
  ['"&" in a value', inSchema('<Annotation Term="ns.T" String="a §& b"/>'), 'written "&amp;"'],
  ['"&" in text', inSchema('<Annotation Term="ns.T"><String>Q§&A</String></Annotation>'), 'written "&amp;"'],
  [
    'an entity of HTML',
    inSchema('<Annotation Term="ns.T" String="a§&nbsp;b"/>'),
    'The entity "&nbsp;" is not declared',
  ],
  [
    'a reference to no character',
    inSchema('<Annotation Term="ns.T" String="a§&#0;b"/>'),
    'stands for no character',
  ],
  [
    'a reference to half a surrogate pair',
    inSchema('<Annotation Term="ns.T" String="§&#xD800;"/>'),
    'stands for no character',
  ],
  ['a control character', inSchema('<Annotation Term="ns.T" String="a§\u0001b"/>'), 'U+0001'],
  ['a form feed between elements', inSchema('§\f'), 'U+000C'],
  ['U+FFFE', inSchema('<Annotation Term="ns.T" String="§\ufffe"/>'), 'U+FFFE'],
  ['a NUL', inSchema('§\0'), 'NUL'],
  ['a prefix that is not declared', inSchema('§<sap:thing/>'), 'prefix "sap" is not declared'],
  [
    'a prefix of an attribute that is not declared',
    inSchema('<EntityType Name="T" §sap:label="x"/>'),
    'prefix "sap" is not declared',
  ],
  [
    'a prefix without namespace',
    inSchema('<EntityType Name="T" §xmlns:a=""/>'),
    'a prefix needs a namespace',
  ],
  ['two colons in a name', inSchema('<EntityType Name="T" §a:b:c="x"/>'), 'one colon'],
  ['"--" in a comment', inSchema('<!-- a §-- b -->'), '"--"'],
  ['a comment without end', `${START}\n${SCHEMA}\n<!-- a\n§`, 'inside a comment that starts in line 4,'],
  ['a CDATA section without end', `${START}\n${SCHEMA}\n<![CDATA[ a§`, 'inside a CDATA section'],
  ['"]]>" in text', inSchema('§]]>'), '"]]&gt;"'],
  ['"<" before a blank', inSchema('§< EntityType/>'), 'starts no element'],
  ['a name that starts with a digit', inSchema('<EntityType Name="T" §1st="x"/>'), 'not allowed in'],
  ['a second root element', `${inSchema('')}\n§<edmx:Edmx/>`, 'second root element'],
  ['text behind the root element', `${inSchema('')}\n§text`, 'text outside the root element'],
  [
    'an XML declaration that is not at the beginning',
    `${START}\n§<?xml version="1.0"?>`,
    'only the very beginning',
  ],
  ['a blank before the XML declaration', ` §<?xml version="1.0"?>${inSchema('')}`, 'only the very beginning'],
  ['XML 1.1', `§<?xml version="1.1"?>\n${inSchema('')}`, 'only XML 1.0 is read'],
  [
    'an XML declaration without version',
    `§<?xml encoding="UTF-8"?>\n${inSchema('')}`,
    'The XML declaration is malformed',
  ],
  [
    'another encoding declared',
    `<?xml version="1.0" encoding="§ISO-8859-1"?>\n${inSchema('')}`,
    'only UTF-8, UTF-16 and US-ASCII are read',
  ],
  [
    'an encoding declared that it does not have',
    `<?xml version="1.0" encoding="§UTF-16"?>\n${inSchema('')}`,
    'its bytes are UTF-8',
  ],
  [
    'US-ASCII declared, with other characters',
    `<?xml version="1.0" encoding="US-ASCII"?>\n${inSchema('<!-- §é -->')}`,
    'a character beyond it',
  ],
  ['a DOCTYPE', `<?xml version="1.0"?>\n§<!DOCTYPE Edmx>\n${inSchema('')}`, 'has a DOCTYPE declaration'],
  [
    'a DOCTYPE with an external entity',
    `§<!DOCTYPE Edmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${inSchema('&x;')}`,
    'has a DOCTYPE declaration',
  ],
  [
    'a DOCTYPE with a parameter entity',
    `§<!DOCTYPE Edmx [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]>\n${inSchema('')}`,
    'has a DOCTYPE declaration',
  ],
  ['a DOCTYPE behind the root element', `${inSchema('')}§<!DOCTYPE Edmx>`, 'has a DOCTYPE declaration'],
  [
    'a document that ends in a tag',
    `${START}\n${SCHEMA}\n<EntityType Name="T§`,
    'inside the start tag of <EntityType>',
  ],
  [
    'a document that ends between elements',
    `${START}\n${SCHEMA}\n<EntityType Name="T"/>§`,
    '<Schema> of line 3, <edmx:DataServices> of line 2, <edmx:Edmx> of line 1 are still open',
  ],
  ['a document that ends in an end tag', `${START}\n${SCHEMA}\n</Sche§`, 'inside an end tag'],
  [
    'too many attributes',
    inSchema(`§<EntityType ${Array.from({ length: 101 }, (_, index) => `a${index}="x"`).join(' ')}/>`),
    'more than 100 attributes',
  ],
  [
    'elements too deep inside each other',
    inSchema(`${'<Annotation Term="ns.T">'.repeat(97)}§<Annotation Term="ns.T"/>`),
    'nested more than 100 deep',
  ],
];
