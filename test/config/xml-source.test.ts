import { describe, expect, it } from 'vitest';
import { readResoScript } from '../../src/config/resoscript.js';
import { readXmlSource } from '../../src/config/xml-source.js';
import { errorOf } from './error-of.js';

const BODY =
  '<OutputScript><ClientSettings><WebAPIURI>https://x.example.com</WebAPIURI><BearerToken>tok</BearerToken></ClientSettings></OutputScript>';
const ENTITY =
  'An entity is referred to here, and none is expanded, whether the file declares it or not. Write out what it stands for. Where "&" itself is meant, write "&amp;".';
const MALFORMED =
  'The file is not well-formed XML here. In values, "&" is written "&amp;" and "<" is written "&lt;"; names and quotation marks must be complete.';

function laughs(): string {
  const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  return `<!DOCTYPE OutputScript [<!ENTITY l0 "ha">${entities.join('')}]>`;
}

describe('a document type is passed over', () => {
  it.each([
    [
      'elements and attributes',
      '<!DOCTYPE OutputScript [\n<!ELEMENT OutputScript ANY>\n<!ATTLIST ClientSettings x CDATA "default">\n]>\n',
    ],
    ['entities that nobody uses', laughs()],
    [
      'parameter entities',
      '<!DOCTYPE OutputScript [<!ENTITY % p SYSTEM "http://127.0.0.1:1/evil.dtd"> %p;]>',
    ],
    ['an external subset', '<!DOCTYPE OutputScript SYSTEM "file:///etc/passwd">'],
    [
      'a public identifier',
      '<!DOCTYPE OutputScript PUBLIC "-//x" "http://127.0.0.1:1/x.dtd" [ <!-- ]> --> ]>',
    ],
  ])('%s', (_, doctype) => {
    const { recipients } = readResoScript(doctype + BODY, 'x.resoscript', {});
    expect(recipients[0]?.authentication).toEqual({ kind: 'token', token: 'tok' });
  });

  it('gives no element a default attribute', () => {
    const root = readXmlSource('<!DOCTYPE a [<!ATTLIST a x CDATA "default">]><a/>', 'x');
    expect(root.attributes).toEqual([]);
  });
});

describe('no entity is expanded', () => {
  it.each([
    ['billion laughs', laughs() + BODY.replace('tok', '\n&l30;'), `x.resoscript:2: ${ENTITY}`],
    [
      'an internal entity',
      `<!DOCTYPE OutputScript [<!ENTITY e "v">]>\n${BODY.replace('tok', '&e;')}`,
      `x.resoscript:2: ${ENTITY}`,
    ],
    [
      'an external entity',
      `<!DOCTYPE OutputScript [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n${BODY.replace('tok', '&e;')}`,
      `x.resoscript:2: ${ENTITY}`,
    ],
    [
      'in an attribute',
      '<OutputScript>\n<Parameters\n>\n<Parameter Name="a"\nValue="&e;"/></Parameters></OutputScript>',
      `x.resoscript:5: ${ENTITY}`,
    ],
    ['an inherited name', BODY.replace('tok', '&toString;'), `x.resoscript:1: ${ENTITY}`],
  ])('%s', (_, text, expected) => {
    expect(errorOf(() => readResoScript(text, 'x.resoscript', {}))).toBe(expected);
  });
});

describe('what is not well-formed is refused at its line, and never quoted', () => {
  it.each([
    [
      'nothing',
      '',
      'x:1: The file has no root element. Give a RESOScript: XML with the root element OutputScript.',
    ],
    [
      'JSON',
      '\n{ "configs": [] }',
      'x:2: There is text outside of the root element. Give a RESOScript: XML with the root element OutputScript.',
    ],
    [
      'text behind the root',
      '<a/>\n\nsecret',
      'x:3: There is text outside of the root element. Give a RESOScript: XML with the root element OutputScript.',
    ],
    [
      'cut short',
      '<a>\n<b>\n<c/>',
      'x:2: The element that starts here is not closed. Close it. The file may be cut short.',
    ],
    [
      'another end tag',
      '<a>\n<b>\n</a>',
      'x:3: The end tag here does not belong to the element of line 2, which is open. Close that one first. In a value, "<" is written "&lt;".',
    ],
    [
      'a lone ampersand',
      '<a>\n<b>se&cret</b>\n<c d="&amp;"/></a>',
      'x:2: "&" starts no reference here. Where "&" itself is meant, write "&amp;".',
    ],
    [
      'a lone ampersand in a Url',
      '<a>\n<b x="1" y="?a=1&b=2"/></a>',
      'x:2: "&" starts no reference here. Where "&" itself is meant, write "&amp;".',
    ],
    ['a lone "<"', '<a>\nse< cret</a>', `x:2: ${MALFORMED}`],
    ['an attribute twice', '<a\nb="1"\nb="2"/>', `x:3: ${MALFORMED}`],
    ['a prefix without namespace', '<a>\n<p:b/></a>', `x:2: ${MALFORMED}`],
    [
      'a document type without end',
      '<!DOCTYPE a [\n<!ENTITY e "',
      'x:1: The file has no root element. Give a RESOScript: XML with the root element OutputScript.',
    ],
    ['a document type inside', '<a>\n<!DOCTYPE a []></a>', `x:2: ${MALFORMED}`],
    ['a character that XML lacks', '<a>\n&#0;</a>', `x:2: ${MALFORMED}`],
    [
      'too deep',
      `${'<a>\n'.repeat(21)}`,
      'x:21: Elements are nested more than 20 deep here. No RESOScript needs that: remove the nesting.',
    ],
    [
      'too large',
      `<a>${' '.repeat(1024 * 1024)}</a>`,
      'x:1: The file is larger than 1 MiB. Check that it is the right file.',
    ],
  ])('%s', (_, text, expected) => {
    expect(errorOf(() => readXmlSource(text, 'x'))).toBe(expected);
  });
});

describe('lines', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('are counted with %s', (_, end) => {
    const text = [
      '<a',
      'x="1',
      '2"',
      '  y="3">',
      '<!-- & --><?p & ?>',
      '<![CDATA[',
      '&]]>',
      '<b>',
      '&lt; </b>',
      'text</a>',
    ].join(end);
    const { line, attributes, children, content } = readXmlSource(text, 'x');
    expect([line, ...attributes.map((attribute) => attribute.line)]).toEqual([1, 2, 4]);
    expect(children.map((child) => [child.line, child.content.line])).toEqual([[8, 9]]);
    expect(content.line).toBe(6);
  });
});

describe('the largest hostile files', () => {
  it.each([
    ['references', `<a>${'&amp;'.repeat(200_000)}</a>`],
    ['attributes', `<a ${Array.from({ length: 80_000 }, (_, n) => `a${n}=""`).join(' ')}/>`],
    ['elements', `<a>${'<b/>'.repeat(250_000)}</a>`],
    ['comments', `<a>${'<!---->x'.repeat(125_000)}</a>`],
    ['a document type', `<!DOCTYPE a [${'<!ENTITY e "x">'.repeat(60_000)}]><a/>`],
    ['brackets', `<a><![CDATA[${']'.repeat(1_000_000)}]]></a>`],
    ['line ends', `<a>${'\r'.repeat(1_000_000)}</a>`],
  ])('of %s are read', (_, text) => {
    expect(readXmlSource(text, 'x').name).toBe('a');
  });
});
