import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../src/metadata/decode.js';

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const utf8 = (text: string): Buffer => Buffer.from(text);
const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('decodeXml', () => {
  it.each([
    ['UTF-8', utf8('<é😀/>')],
    ['UTF-8 with byte order mark', utf8('\uFEFF<é😀/>')],
    ['UTF-16LE with byte order mark', Buffer.from('\uFEFF<é😀/>', 'utf16le')],
    ['UTF-16BE with byte order mark', swapped('\uFEFF<é😀/>')],
    ['UTF-16LE without', Buffer.from('<é😀/>', 'utf16le')],
    ['UTF-16BE without', swapped('<é😀/>')],
  ])('reads %s', (_, content) => {
    expect(decodeXml(content)).toEqual({ text: '<é😀/>' });
  });

  it.each([
    ['utf-8', utf8('<?xml version="1.0" encoding="utf-8"?><a/>')],
    ['UTF-8 in single quotes', utf8("<?xml version='1.0' encoding = 'UTF-8' ?><a/>")],
    ['US-ASCII', utf8('<?xml version="1.0" encoding="us-ascii"?><a/>')],
    ['UTF-16', swapped('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a/>')],
    ['UTF-16LE', Buffer.from('<?xml version="1.0" encoding="utf-16le"?><a/>', 'utf16le')],
  ])('takes the declared encoding %s', (_, content) => {
    expect(decodeXml(content).fault).toBeUndefined();
  });

  it('leaves encodings alone that are not declared but only written of', () => {
    expect(decodeXml(utf8('<?xml version="1.0"?><!-- encoding="latin1" --><a/>')).fault).toBeUndefined();
  });

  it.each([
    [
      'ISO-8859-1 declared',
      utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
      '1:31 The document declares the encoding "ISO-8859-1", but only UTF-8, UTF-16 and US-ASCII are read. Save it as UTF-8 and declare encoding="UTF-8".',
    ],
    [
      'ISO-8859-1 declared and used',
      bytes('<?xml version="1.0"\n encoding="ISO-8859-1"?><a>', [0xe9], '</a>'),
      '2:12 The document declares the encoding "ISO-8859-1", but only UTF-8, UTF-16 and US-ASCII are read. Save it as UTF-8 and declare encoding="UTF-8".',
    ],
    [
      'UTF-16 declared in UTF-8',
      utf8('<?xml version="1.0" encoding="UTF-16"?><a/>'),
      '1:31 The document declares the encoding "UTF-16", but its bytes are UTF-8. Declare the encoding that it has, or save it in the declared one.',
    ],
    [
      'UTF-8 declared in UTF-16',
      swapped('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a/>'),
      '1:31 The document declares the encoding "UTF-8", but its bytes are UTF-16BE. Declare the encoding that it has, or save it in the declared one.',
    ],
    [
      'the wrong half of UTF-16',
      swapped('<?xml version="1.0" encoding="UTF-16LE"?><a/>'),
      '1:31 The document declares the encoding "UTF-16LE", but its bytes are UTF-16BE. Declare the encoding that it has, or save it in the declared one.',
    ],
    [
      'US-ASCII with other characters',
      utf8('<?xml version="1.0" encoding="US-ASCII"?>\n<a>é</a>'),
      '2:4 The document declares the encoding "US-ASCII", but here is a character beyond it. Declare encoding="UTF-8".',
    ],
    [
      'a byte that is not UTF-8',
      bytes('<a>\n😀é', [0xff], '</a>'),
      '2:4 The byte 0xFF here is not valid UTF-8, the encoding of the document. It may be cut short or saved in another encoding: save it as UTF-8.',
    ],
    [
      'a NUL before a bad byte',
      bytes('<a>\n', [0], 'x', [0xff]),
      '2:1 A NUL character stands here, which XML does not allow. Remove it, or save the file again as UTF-8.',
    ],
    [
      'half a surrogate pair',
      Buffer.from('\uFEFF<a>\n\ud83d</a>', 'utf16le'),
      '2:1 Half of a surrogate pair stands alone here, which is not valid UTF-16, the encoding of the document. It may be cut short or saved in another encoding: save it as UTF-8.',
    ],
    [
      'half a UTF-16 unit at the end',
      Buffer.concat([Buffer.from('\uFEFF<a>\n', 'utf16le'), Buffer.from([0x3c])]),
      '2:1 The file ends in the middle of a UTF-16 character, the encoding of the document. It may be cut short or saved in another encoding: save it as UTF-8.',
    ],
    [
      'UTF-32',
      bytes([0, 0, 0, 0x3c, 0, 0, 0, 0x61]),
      '1:1 The document is encoded in UTF-32, but only UTF-8, UTF-16 and US-ASCII are read. Save it as UTF-8.',
    ],
  ])('%s', (_, content, told) => {
    const { fault } = decodeXml(content);
    expect(`${fault?.line}:${fault?.column} ${fault?.message}`).toBe(told);
  });

  it.each([
    ['overlong', [0xc0, 0xaf]],
    ['overlong in three bytes', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a lone continuation', [0x80]],
    ['a sequence broken off', [0xe2, 0x82, 0x61]],
  ])('finds UTF-8 that is %s', (_, bad) => {
    const { fault } = decodeXml(bytes('<a>', bad, '</a>'));
    expect(fault).toMatchObject({ line: 1, column: 4 });
  });
});
