import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readPlainXml } from '../../src/metadata/plain-xml-reader.js';
import { XML_LIMITS } from '../../src/metadata/xml-limits.js';
import { readStrictXml } from '../../src/metadata/xml-reader.js';
import { Draws, mix } from '../../src/sandbox/random.js';
import { mutateBytes } from './mutations/byte-mutations.js';
import { LONG, runs } from './mutations/runs.js';

const SEED = 77;
const RUNS = runs(1_500, 30_000);
const FIXTURES = ['every-construct-4.0.xml', 'every-construct-4.01.xml'].map((name) =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8'),
);

/** A small document in which most of what XML has stands close together, so that changes hit it. */
const DENSE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- c --><a xmlns="urn:d" xmlns:p="urn:p" x='1"2' p:y="&lt;&#65;&#x42;">
\t<p:b z = "a
b\tc"/><![CDATA[ <&]]> ]] >text &amp; more<!-- - -->
<c xmlns=""><d p:x="1" x="2"/> </c><e
>  </e>é😀\r\n</a>
`;

describe('the plain reader and the strict one agree', () => {
  it.each([DENSE, ...FIXTURES].map((text, index) => [index, text] as const))('on document %i', (_, text) => {
    const root = readPlainXml(text, XML_LIMITS);
    expect(root).toBeDefined();
    expect(readStrictXml(text).root).toEqual(root);
  });

  it.each([
    ['blanks in an element that is empty otherwise', '<a> \r\n </a>'],
    ['line ends of every kind', '<a x="1\r\n2\r3\n4\t5">\r\n6\r7\n</a>'],
    ['references', '<a x="&lt;&gt;&amp;&quot;&apos;&#10;&#x1F600;">x&#9;&#xD;</a>'],
    ['"]]" and ">" in text', '<a>]] > ] ></a>'],
    ['quotes in quotes', `<a x='"' y="'"/>`],
    [
      'namespaces that are declared again',
      '<a xmlns="u"><b xmlns="v"><c/></b><d xmlns=""/><p:e xmlns:p="w"/></a>',
    ],
    ['attributes of xml', '<a xml:lang="en" xml:space="preserve"/>'],
    ['a declaration behind what it is for', '<p:a p:x="1" xmlns:p="u"/>'],
    ['blanks in tags', '<a  x = "1"\n  ><b\t/></a \n>'],
    ['comments everywhere', '<!----><a><!-- - - --><b/><!--x--></a><!-- -->\n'],
  ])('on %s', (_, text) => {
    const root = readPlainXml(text, XML_LIMITS);
    expect(root).toBeDefined();
    expect(readStrictXml(text).root).toEqual(root);
  });

  it(`on ${RUNS} mutated documents`, { timeout: LONG }, () => {
    let read = 0;
    for (let index = 0; index < RUNS; index++) {
      const draws = new Draws(mix(SEED, index));
      const base = draws.chance(0.9) ? DENSE : draws.pick(FIXTURES);
      const text = mutateBytes(Buffer.from(base), draws).toString();
      const root = readPlainXml(text, XML_LIMITS);
      if (root === undefined) continue;
      read += 1;
      const strict = readStrictXml(text);
      if (!isDeepStrictEqual(strict, { root }))
        expect({ index, text, root }).toEqual({ index, text: JSON.stringify(text), ...strict });
    }
    expect(read).toBeGreaterThan(RUNS / 20);
  });
});

describe('the plain reader gives up', () => {
  it.each([
    ['a processing instruction', '<?p i?><a/>'],
    ['references that come to blanks', '<a>&#32;</a>'],
    ['CDATA of blanks', '<a><![CDATA[ ]]></a>'],
    ['a DOCTYPE', '<!DOCTYPE a><a/>'],
    ['an XML declaration of another form', "<?xml version='1.0'?><a/>"],
    ['a name beyond ASCII', '<é/>'],
    ['an entity', '<a>&e;</a>'],
    ['"&" alone', '<a x="&"/>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['"<" in a value', '<a x="<"/>'],
    ['"]]>" in text', '<a>]]></a>'],
    ['"--" in a comment', '<a><!-- -- --></a>'],
    ['a control character', '<a>\u0001</a>'],
    ['half a surrogate pair', '<a>\ud800</a>'],
    ['an undeclared prefix', '<p:a/>'],
    ['an undeclared prefix of an attribute', '<a p:x="1"/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['an attribute twice under two prefixes', '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>'],
    ['no blank between attributes', '<a x="1"y="2"/>'],
    ['the prefix xml declared', '<a xmlns:xml="http://www.w3.org/XML/1998/namespace"/>'],
    ['a prefix without namespace', '<a xmlns:p=""/>'],
    ['a wrong end tag', '<a></b>'],
    ['an end tag that goes on', '<a></ab>'],
    ['a document without end', '<a><b/>'],
    ['a second root', '<a/><b/>'],
    ['text behind the root', '<a/>x'],
    ['text before the root', 'x<a/>'],
    ['nothing', ''],
    ['a value without quotes', '<a x=1/>'],
    ['an attribute without value', '<a x/>'],
    ['a tag without end', '<a'],
    ['a value without end', '<a x="'],
  ])('on %s', (_, text) => {
    expect(readPlainXml(text, XML_LIMITS)).toBeUndefined();
  });

  it.each([
    ['elements inside each other', '<a><b><c/></b></a>', { depth: 2 }],
    ['attributes', '<a x="1" y="2" z="3"/>', { attributes: 2 }],
    ['elements', '<a><b/><b/><b/></a>', { nodes: 3, charactersPerNode: 10 }],
    ['the length of a value', '<a x="123456"/>', { token: 5 }],
    ['the length of a text', '<a>123456</a>', { token: 5 }],
    ['the length of a comment', '<!--123456--><a/>', { token: 5 }],
  ])('beyond the limit of %s', (_, text, limits) => {
    expect(readPlainXml(text, XML_LIMITS)).toBeDefined();
    expect(readPlainXml(text, { ...XML_LIMITS, ...limits })).toBeUndefined();
  });
});
