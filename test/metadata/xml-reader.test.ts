import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/metadata/xml-reader.js';
import { rootOf } from './documents.js';

describe('readXml', () => {
  it('gives elements and attributes with local name and namespace', () => {
    expect(rootOf('<p:a xmlns:p="urn:p" xmlns="urn:d" x="1" p:y="2"><b/></p:a>')).toEqual({
      name: 'a',
      namespace: 'urn:p',
      attributes: [
        { name: 'x', namespace: '', value: '1', line: 1, column: 36 },
        { name: 'y', namespace: 'urn:p', value: '2', line: 1, column: 42 },
      ],
      text: '',
      textPosition: undefined,
      line: 1,
      column: 1,
      children: [
        {
          name: 'b',
          namespace: 'urn:d',
          attributes: [],
          children: [],
          text: '',
          textPosition: undefined,
          line: 1,
          column: 50,
        },
      ],
    });
  });

  it.each([
    ['references', '<a>&lt;&#65;&#x42;&amp;</a>', '<AB&'],
    ['CDATA', '<a>x<![CDATA[<&]]>y</a>', 'x<&y'],
    ['CR LF becomes LF', '<a>x\r\ny\rz</a>', 'x\ny\nz'],
    ['blanks alone', '<a>  </a>', '  '],
    ['blanks between children are left out', '<a>\n <b/>\n <c/>\n</a>', ''],
    ['text between children', '<a> x <b/> y </a>', ' x  y '],
    ['comments leave no trace', '<a>x<!-- & -->y</a>', 'xy'],
  ])('text: %s', (_, text, expected) => {
    expect(rootOf(text).text).toBe(expected);
  });

  it('normalises line ends and tabs in attribute values to blanks, but keeps references', () => {
    expect(rootOf('<a x="1\t2\n3\r\n4&#10;5"/>').attributes).toMatchObject([
      { name: 'x', namespace: '', value: '1 2 3 4\n5' },
    ]);
  });

  it('takes hostile names as mere text', () => {
    const root = rootOf('<__proto__ __proto__="1" constructor="2"><toString/></__proto__>');
    expect(root.name).toBe('__proto__');
    expect(root.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('one finding with line, column and a plain message', () => {
  it.each([
    [
      '<a>\n  <b x="1">\n</a>',
      '3:1',
      'The end tag </a> stands where <b> of line 2 is still open. It belongs to line 1: close what is inside first.',
    ],
    [
      '<a>\r\n\t<b>\r\n</c></a>',
      '3:1',
      'The end tag </c> stands where <b> of line 2 is still open. Write </b>, or correct the start tag.',
    ],
    [
      '<a></a></a>',
      '1:8',
      'The end tag </a> closes nothing that is open. Remove it, or give it the name of its element.',
    ],
    [
      '<a></></a>',
      '1:4',
      'The end tag </> closes nothing that is open. Remove it, or give it the name of its element.',
    ],
    ['<a>\n A & B</a>', '2:4', '"&" starts no reference here. In XML it is written "&amp;": replace it.'],
    [
      '<a x="A & B"><b/></a>\n<!-- ; -->',
      '1:9',
      '"&" starts no reference here. In XML it is written "&amp;": replace it.',
    ],
    [
      '<a>\n&nbsp;</a>',
      '2:1',
      'The entity "&nbsp;" is not declared, and entities may not be: only &amp; &lt; &gt; &quot; and &apos; are known. Write the character itself.',
    ],
    ['<a>&#0;</a>', '1:4', 'The reference "&#0;" stands for no character that XML allows. Remove it.'],
    [
      '<a>&#xD800;</a>',
      '1:4',
      'The reference "&#xD800;" stands for no character that XML allows. Remove it.',
    ],
    ['<a\n x="1"\n x="2"/>', '3:2', 'The attribute x stands twice in <a>. Remove one of them.'],
    [
      '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
      '1:36',
      'The attribute q:x stands twice in <a>. Remove one of them.',
    ],
    [
      '<a\n y="1"\n p:x="2"/>',
      '3:2',
      'The namespace prefix "p" is not declared. Declare it with xmlns:p="…", or correct it.',
    ],
    [
      '<a>\n<p:b/></a>',
      '2:1',
      'The namespace prefix "p" is not declared. Declare it with xmlns:p="…", or correct it.',
    ],
    ['<a x=1/>', '1:6', 'The value of an attribute is not in quotation marks. Add them.'],
    ['<a\n foo bar="1"/>', '2:2', 'The attribute foo has no value. Write foo="…", or remove it.'],
    ['<a foo/>', '1:4', 'The attribute foo has no value. Write foo="…", or remove it.'],
    [
      '<a x="1"y="2"/>',
      '1:9',
      'There is no blank behind the value of the attribute x. Add it, or a quotation mark that is missing before.',
    ],
    [
      '<Property Name="A Type="Edm.String"/>',
      '1:25',
      'There is no blank behind the value of the attribute Name. Add it, or a quotation mark that is missing before.',
    ],
    [
      '<a>\n<b x="1>\n</b></a>',
      '3:1',
      'The value of the attribute x of <b> contains "<". In XML it is written "&lt;"; or the closing quotation mark is missing.',
    ],
    [
      '<a "y"/>',
      '1:4',
      'The character """ is not allowed in the name of an attribute. Remove it, or complete what stands before it.',
    ],
    [
      '<a><b/ ></a>',
      '1:7',
      'The character " " is not allowed in a start tag behind its "/". Remove it, or complete what stands before it.',
    ],
    [
      '<a></a b>',
      '1:8',
      'The character "b" is not allowed in an end tag. Remove it, or complete what stands before it.',
    ],
    [
      '<a>< b></a>',
      '1:4',
      '"<" starts no element here. In XML it is written "&lt;", or correct the name of the element.',
    ],
    [
      '<a><!-- a -- b --></a>',
      '1:11',
      'A comment contains "--", which only its end "-->" may. Remove one of the dashes.',
    ],
    ['<a>]]></a>', '1:4', 'The text contains "]]>". In XML it is written "]]&gt;".'],
    [
      '<a>\n<!FOO></a>',
      '2:1',
      '"<!" starts nothing that XML knows here; a comment <!-- or a CDATA section <![CDATA[ was expected. Correct or remove it.',
    ],
    [
      '<a><? x?></a>',
      '1:4',
      'A processing instruction is malformed: "<?" must be followed by a name. Correct or remove it.',
    ],
    ['<a/>\n<b/>', '2:1', 'A second root element <b> starts behind the end of the first. Keep one.'],
    ['<a/>\n x', '2:2', 'There is text outside the root element, where only comments may stand. Remove it.'],
    ['<a>😀😀\u0001</a>', '1:8', 'The control character U+0001 is not allowed in XML. Remove it.'],
    [
      '<a xmlns:p=""/>',
      '1:4',
      'A namespace is declared in a way that XML does not allow: xml and xmlns are reserved, and a prefix needs a namespace. Correct it.',
    ],
    [
      '<a x:y:z="1"/>',
      '1:4',
      'The name "x:y:z" is malformed: it may have one colon, behind its prefix. Correct it.',
    ],
    [
      ' <?xml version="1.0"?><a/>',
      '1:2',
      'An XML declaration stands here, but only the very beginning may have it. Remove it.',
    ],
    [
      '<?xml version="1.1"?><a/>',
      '1:1',
      'The document declares another version of XML, but only XML 1.0 is read. Declare version="1.0".',
    ],
    [
      '<?xml encoding="utf-8"?><a/>',
      '1:1',
      'The XML declaration is malformed. Write <?xml version="1.0" encoding="UTF-8"?>.',
    ],
    [
      '<a><b',
      '1:6',
      'The document ends inside a tag that starts in line 1, but <a> of line 1 is still open. It may be cut short: fetch or save it again.',
    ],
    [
      '<a>\n<b x="y',
      '2:8',
      'The document ends inside the start tag of <b>, but <a> of line 1 is still open. It may be cut short: fetch or save it again.',
    ],
    [
      '<a>\n<b>\n<!-- & c',
      '3:9',
      'The document ends inside a comment that starts in line 3, but <b> of line 2, <a> of line 1 are still open. It may be cut short: fetch or save it again.',
    ],
    [
      '<a>\n text',
      '2:6',
      'The document ends, but <a> of line 1 is still open. It may be cut short: fetch or save it again.',
    ],
    ['<!-- -->', '1:9', 'The document has no root element. Fetch or save it again.'],
  ])('%j', (text, place, message) => {
    const { fault } = readXml(text);
    expect({ place: `${fault?.line}:${fault?.column}`, message: fault?.message }).toEqual({ place, message });
  });

  it.each([
    ['with entities', '<!DOCTYPE a [\n<!ENTITY x "y">]><a>&x;</a>', '1:1'],
    ['with an external subset', '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', '2:1'],
    ['with parameter entities', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;]><a/>', '1:1'],
    ['empty', '<!-- c -->\n  <!DOCTYPE a><a/>', '2:3'],
    ['in small letters', '<!doctype a><a/>', '1:1'],
    ['behind the root', '<a/><!DOCTYPE a>', '1:5'],
  ])('refuses a DOCTYPE %s', (_, text, place) => {
    const { fault } = readXml(text);
    expect(`${fault?.line}:${fault?.column}`).toBe(place);
    expect(fault?.message).toMatch(/^The document has a DOCTYPE declaration/);
  });

  it('names at most five of the elements that a cut document leaves open', () => {
    const { fault } = readXml('<a>'.repeat(8));
    expect(fault?.message).toContain('and 3 more are still open');
  });

  it('cuts a long name in a message', () => {
    const name = 'n'.repeat(10_000);
    expect(readXml(`<a>\n<${name}>\n</a>`).fault?.message.length).toBeLessThan(1000);
  });
});
