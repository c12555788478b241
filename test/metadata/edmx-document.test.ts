import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { NotEdmxError } from '../../src/metadata/not-edmx-error.js';
import { check, EDMX } from './documents.js';

function refusal(content: string | Uint8Array): NotEdmxError {
  try {
    check(content);
  } catch (error) {
    if (error instanceof NotEdmxError) return error;
    throw error;
  }
  throw new Error('taken as EDMX');
}

describe('a file that is no EDMX', () => {
  it.each([
    ['empty', '', 'The file is empty.'],
    ['blank', ' \r\n\t\uFEFF', 'The file is empty.'],
    [
      'a JSON object',
      '\uFEFF { "$Version": "4.0" }',
      'The file is JSON, not XML. The JSON form of CSDL is not read.',
    ],
    ['a JSON array', '[]', 'The file is JSON, not XML. The JSON form of CSDL is not read.'],
    ['text', 'Not found, sorry', 'The file is not XML: it starts with "Not found, sorry", not with "<".'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'The file is not XML'],
    [
      'HTML',
      '<!DOCTYPE html>\n<html><body>',
      'The file is an HTML page (line 2), such as a login or error page, not metadata.',
    ],
    [
      'HTML in capitals',
      '<HTML>',
      'The file is an HTML page (line 1), such as a login or error page, not metadata.',
    ],
    [
      'another root',
      '<?xml version="1.0"?>\n<feed/>',
      'The root element is "<feed>" (line 2), but that of EDMX is <edmx:Edmx>.',
    ],
    [
      'another root with a prefix',
      '<Edmx:x>',
      'The root element is "<Edmx:x>" (line 1), but that of EDMX is <edmx:Edmx>.',
    ],
    [
      'another root, malformed',
      '<feed><a></b>',
      'The root element is "<feed>" (line 1), but that of EDMX is <edmx:Edmx>.',
    ],
    [
      'another root behind a DOCTYPE',
      '<!DOCTYPE edmx:Edmx [<!ENTITY x "<edmx:Edmx>">]><r/>',
      'The root element is "<r>" (line 1)',
    ],
    [
      'another root in another encoding',
      Buffer.from('\uFEFF<feed/>', 'utf16le'),
      'The root element is "<feed>" (line 1)',
    ],
    ['no root', '<!-- <edmx:Edmx> -->', 'The file has no root element, so it is not EDMX.'],
    ['stray signs', '< < <', 'The file has no root element, so it is not EDMX.'],
  ])('%s', (_, content, message) => {
    const error = refusal(content);
    expect(error.message).toContain(message);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ name: 'NotEdmxError', blame: 'configuration', where: 'metadata.xml' });
    expect(error.advice).toMatch(/^Give the XML that the server answers at \$metadata/);
  });
});

describe('the root element decides that it is EDMX, so faults are findings', () => {
  it.each([
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "]>"><!-- ' -->]>\n<edmx:Edmx/>`],
    ['a DOCTYPE without end', '<!DOCTYPE edmx:Edmx [ <!ENTITY a "x'],
    ['comments and processing instructions', '<?xml version="1.0"?><!-- <feed> --><?pi <a> ?><Edmx x>'],
    ['malformed before the root', '<?xml version="1.0"?> junk <edmx:Edmx/>'],
    ['malformed later', `<edmx:Edmx xmlns:edmx="${EDMX}"><a></b>`],
    ['an undeclared prefix', '<edmx:Edmx>'],
    ['cut in the start tag of the root', '<edmx:Edmx Vers'],
    ['bytes that are wrong later', Buffer.concat([Buffer.from('<Edmx>'), Buffer.from([0xff])])],
    ['UTF-32', Buffer.from('\0\0\0<\0\0\0E\0\0\0d\0\0\0m\0\0\0x\0\0\0>')],
  ])('%s', (_, content) => {
    expect(check(content).findings.map(({ rule }) => rule)).toEqual(['edmx/well-formed']);
  });
});
