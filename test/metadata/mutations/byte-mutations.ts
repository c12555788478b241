import type { Draws } from '../../../src/sandbox/random.js';

/** A change of some bytes of a document. */
type Mutation = (bytes: Buffer, draws: Draws) => Buffer;

/** Pieces of XML, well-formed and not, that mean something to a reader. */
const PIECES: readonly string[] = [
  ...['<', '>', '/', '&', '"', "'", '=', '?', '!', '-', ']', ' ', '\n', '\r', '\t', '\0', '\u0001', '\ufffe'],
  ...['<!--', '-->', '--', '<![CDATA[', ']]>', '<?', '?>', '<?xml version="1.0"?>', '<!DOCTYPE a [', '&amp;'],
  ...['&#0;', '&#x110000;', '&#xD800;', '&lt', '&nbsp;', '%p;', 'xmlns=""', 'xmlns:a=""', ' xmlns:xml="x"'],
  ...[
    ' a:b="c"',
    ' Name="x"',
    '</',
    '/>',
    '<a>',
    '</a>',
    '<Schema>',
    '</Schema>',
    'é',
    '😀',
    '\u202e',
    '\ufeff',
  ],
  ...['x'.repeat(300), '<a>'.repeat(120), ' Name="x"'.repeat(3)],
];

const BYTES: readonly number[] = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x3c, 0x3e, 0x7f, 0x80, 0xc0, 0xe2, 0xff,
];

const MUTATIONS: readonly Mutation[] = [
  changeByte,
  changeByte,
  insertPiece,
  insertPiece,
  insertPiece,
  remove,
  repeat,
  moveRange,
  cut,
  encode,
];

/** The bytes with one change, or several. */
export function mutateBytes(bytes: Buffer, draws: Draws): Buffer {
  let changed = bytes;
  for (let left = draws.between(1, 3); left > 0; left--) changed = draws.pick(MUTATIONS)(changed, draws);
  return changed;
}

function changeByte(bytes: Buffer, draws: Draws): Buffer {
  const changed = Buffer.from(bytes);
  changed[somewhere(bytes, draws)] = draws.chance(0.5) ? draws.pick(BYTES) : draws.between(0, 255);
  return changed;
}

function insertPiece(bytes: Buffer, draws: Draws): Buffer {
  const at = somewhere(bytes, draws);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(draws.pick(PIECES)), bytes.subarray(at)]);
}

function remove(bytes: Buffer, draws: Draws): Buffer {
  const at = somewhere(bytes, draws);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + draws.between(1, 40))]);
}

function repeat(bytes: Buffer, draws: Draws): Buffer {
  const at = somewhere(bytes, draws);
  const piece = bytes.subarray(at, at + draws.between(1, 400));
  const times = Array.from({ length: draws.between(2, 5) }, () => piece);
  return Buffer.concat([bytes.subarray(0, at), ...times, bytes.subarray(at)]);
}

function moveRange(bytes: Buffer, draws: Draws): Buffer {
  const at = somewhere(bytes, draws);
  const piece = bytes.subarray(at, at + draws.between(1, 200));
  const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + piece.length)]);
  const to = somewhere(rest, draws);
  return Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)]);
}

function cut(bytes: Buffer, draws: Draws): Buffer {
  return bytes.subarray(0, somewhere(bytes, draws));
}

/** The same characters in UTF-16, with a mark or without. */
function encode(bytes: Buffer, draws: Draws): Buffer {
  const text = `${draws.chance(0.5) ? '\ufeff' : ''}${bytes.toString()}`;
  const encoded = Buffer.from(text, 'utf16le');
  return draws.chance(0.5) ? encoded : encoded.swap16();
}

function somewhere(bytes: Buffer, draws: Draws): number {
  return draws.between(0, Math.max(0, bytes.length - 1));
}
