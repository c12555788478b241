import { describe, expect, it } from 'vitest';
import { TextPositions } from '../../src/core/text-position.js';
import type { XmlElement } from '../../src/metadata/xml-element.js';
import { rootOf } from './documents.js';

/** `name line:column` of all elements, in document order. */
function placesOf(element: XmlElement): readonly string[] {
  return [`${element.name} ${element.line}:${element.column}`, ...element.children.flatMap(placesOf)];
}

describe('the position of an element is that of the "<" of its start tag', () => {
  it.each([
    ['one line', '<a><b/><c></c></a>', ['a 1:1', 'b 1:4', 'c 1:8']],
    ['LF', '<a>\n  <b/>\n\n<c/></a>', ['a 1:1', 'b 2:3', 'c 4:1']],
    ['CR LF', '<a>\r\n  <b/>\r\n\r\n<c/></a>', ['a 1:1', 'b 2:3', 'c 4:1']],
    ['a lone CR', '<a>\r  <b/>\r\r<c/></a>', ['a 1:1', 'b 2:3', 'c 4:1']],
    ['line ends mixed', '<a>\r\n<b/>\n\r<c/>\r\n\n<d/></a>', ['a 1:1', 'b 2:1', 'c 4:1', 'd 6:1']],
    ['tabs count as one column', '<a>\n\t\t<b/></a>', ['a 1:1', 'b 2:3']],
    ['a start tag over lines', '<a\n  x="1"\n  y="2"><b\r\n\tz="3"/>\n<c/></a>', ['a 1:1', 'b 3:9', 'c 5:1']],
    ['a name that ends the line', '<a>\n <b\r\n/><cc\n></cc></a>', ['a 1:1', 'b 2:2', 'cc 3:3']],
    ['an emoji is two columns', '<a x="😀">😀<b/></a>', ['a 1:1', 'b 1:13']],
    ['a letter beyond ASCII is one', '<é>ü<b/></é>', ['é 1:1', 'b 1:5']],
    ['prefixes', '<p:a xmlns:p="u">\n<p:b/></p:a>', ['a 1:1', 'b 2:1']],
    [
      '"<" in comments, CDATA and values',
      '<a x="&lt;"><!-- <x> --><![CDATA[<y>]]><?p <z>?><b/></a>',
      ['a 1:1', 'b 1:49'],
    ],
    ['references', '<a>&amp;&#10;&#x1F600;<b/></a>', ['a 1:1', 'b 1:23']],
    ['comments over lines', '<!--\n-->\n<a><!--\r\n--><b/></a>', ['a 3:1', 'b 4:4']],
  ])('%s', (_, text, places) => {
    expect(placesOf(rootOf(text))).toEqual(places);
  });

  it('also where a long document is handed to the parser in pieces', () => {
    for (const filler of ['x', '\r\n', '😀', 'é\n']) {
      for (let pad = 0; pad < 4; pad++) {
        const text = `<a>${' '.repeat(pad)}${filler.repeat(70_000 / filler.length)}<bbbbbbbb   c="1"/></a>`;
        const [child] = rootOf(text).children;
        expect(child).toMatchObject(new TextPositions(text).at(text.indexOf('<bbbb')));
      }
    }
  });
});

describe('the position of an attribute is that of its name', () => {
  it.each([
    ['one line', '<a x="1" y="2"/>', ['x 1:4', 'y 1:10']],
    ['lines', '<a\n  x="1"\r\n\ty="2"\r z="3"/>', ['x 2:3', 'y 3:2', 'z 4:2']],
    ['a value over lines', '<a x="1\n2" y="3"/>', ['x 1:4', 'y 2:4']],
    ['blanks around "="', '<a x = "1"   y\n=\n"2" z="3"/>', ['x 1:4', 'y 1:14', 'z 3:5']],
    ['references, ">" and quotes in values', `<a x="&lt;&#x1F600;>'" y='"="'/>`, ['x 1:4', 'y 1:24']],
    ['prefixes, and declarations between', '<a p:x="1" xmlns:p="u" y="2"/>', ['x 1:4', 'y 1:24']],
    ['an emoji is two columns', '<a x="😀" y="2"/>', ['x 1:4', 'y 1:11']],
  ])('%s', (_, text, places) => {
    const { attributes } = rootOf(text);
    expect(attributes.map(({ name, line, column }) => `${name} ${line}:${column}`)).toEqual(places);
  });
});

describe('the position of text is that of its first character that is no blank', () => {
  it.each([
    ['alone', '<a>x</a>', '1:4'],
    ['behind blanks', '<a>\n  x</a>', '2:3'],
    ['behind an element', '<a><b/>\n x</a>', '2:2'],
    ['behind comments and instructions', '<a> <!-- y --><?p z?>\n<!---->x</a>', '2:8'],
    ['a reference', '<a>\n&amp;</a>', '2:1'],
    ['CDATA', '<a> <![CDATA[x]]></a>', '1:5'],
    ['the first of many', '<a>\nx<b/>y</a>', '2:1'],
    ['none', '<a>\n <b/> <!-- x --></a>', 'none'],
    ['none in blanks alone', '<a>  </a>', 'none'],
  ])('%s', (_, text, place) => {
    const { textPosition: at } = rootOf(text);
    expect(at === undefined ? 'none' : `${at.line}:${at.column}`).toBe(place);
  });
});

describe('TextPositions', () => {
  it('answers in any order', () => {
    const positions = new TextPositions('ab\ncd\r\nef');
    expect([8, 0, 4, 2, 7].map((offset) => positions.at(offset))).toEqual([
      { line: 3, column: 2 },
      { line: 1, column: 1 },
      { line: 2, column: 2 },
      { line: 1, column: 3 },
      { line: 3, column: 1 },
    ]);
  });

  it('gives the end of the text for an offset beyond it', () => {
    expect(new TextPositions('a\nb').at(99)).toEqual({ line: 2, column: 2 });
  });
});
