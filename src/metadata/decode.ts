import { firstBadByteOfUtf8, firstLoneSurrogate } from '../core/invalid-bytes.js';
import { TextPositions } from '../core/text-position.js';
import { declaredEncodingFault, type EncodingFamily } from './declared-encoding.js';
import type { XmlFault } from './xml-fault.js';

/** A decoded document. With a fault, the text is what could be read: good for naming its root, and no more. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  readonly fault?: XmlFault;
}

interface Encoding {
  readonly family: EncodingFamily | 'UTF-32';
  /** The length of the byte order mark. */
  readonly mark: number;
}

/**
 * Decodes an XML document: UTF-8 with or without byte order mark, UTF-16 with one or recognised by its first `<`
 * (XML 1.0, section 4.3.3 and appendix F). The first fault is reported with line and column: an encoding that is
 * declared but not there or not taken, bytes that are invalid in it, or a NUL. Throws nothing.
 */
export function decodeXml(bytes: Uint8Array): DecodedText {
  const { family, mark } = encodingOf(bytes);
  const body = bytes.subarray(mark);
  if (family === 'UTF-32') return utf32(body);
  const { text, validLength, broken } = family === 'UTF-8' ? decodeUtf8(body) : decodeUtf16(body, family);
  const fault =
    declaredEncodingFault(text, family) ??
    contentFault(text, broken === undefined ? undefined : validLength, broken);
  return fault === undefined ? { text } : { text, fault };
}

/** The beginning of a document, read as well as can be: enough to name its root element. */
export function decodeBeginning(bytes: Uint8Array, length: number): string {
  return decodeXml(bytes.subarray(0, length)).text;
}

/** How a document starts that is in another encoding than UTF-8 without a mark; the longer beginnings come first. */
const SIGNATURES: readonly (readonly [string, Encoding])[] = [
  ['0000feff', { family: 'UTF-32', mark: 0 }],
  ['fffe0000', { family: 'UTF-32', mark: 0 }],
  ['0000003c', { family: 'UTF-32', mark: 0 }],
  ['3c000000', { family: 'UTF-32', mark: 0 }],
  ['efbbbf', { family: 'UTF-8', mark: 3 }],
  ['fffe', { family: 'UTF-16LE', mark: 2 }],
  ['feff', { family: 'UTF-16BE', mark: 2 }],
  ['3c00', { family: 'UTF-16LE', mark: 0 }],
  ['003c', { family: 'UTF-16BE', mark: 0 }],
];

function encodingOf(bytes: Uint8Array): Encoding {
  const head = asBuffer(bytes.subarray(0, 4)).toString('hex');
  return SIGNATURES.find(([start]) => head.startsWith(start))?.[1] ?? { family: 'UTF-8', mark: 0 };
}

interface Decoded {
  readonly text: string;
  /** How much of the text, in UTF-16 units, comes before the first invalid bytes. */
  readonly validLength: number;
  /** What is invalid there; absent when nothing is. */
  readonly broken?: string;
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  const buffer = asBuffer(bytes);
  const bad = firstBadByteOfUtf8(bytes);
  const text = buffer.toString('utf8');
  if (bad === undefined) return { text, validLength: text.length };
  const hex = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    text,
    validLength: lengthInUtf16(bytes.subarray(0, bad)),
    broken: `The byte 0x${hex} here is not valid UTF-8`,
  };
}

/** How many UTF-16 units valid UTF-8 makes: a large text is not decoded a second time for it. */
function lengthInUtf16(bytes: Uint8Array): number {
  let length = 0;
  for (const byte of bytes) {
    const isContinuation = (byte & 0xc0) === 0x80;
    if (!isContinuation) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

function decodeUtf16(bytes: Uint8Array, family: EncodingFamily): Decoded {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const buffer = family === 'UTF-16BE' ? Buffer.from(whole).swap16() : asBuffer(whole);
  const text = buffer.toString('utf16le');
  const lone = firstLoneSurrogate(text);
  if (lone !== undefined) {
    return {
      text,
      validLength: lone,
      broken: 'Half of a surrogate pair stands alone here, which is not valid UTF-16',
    };
  }
  if (whole.length === bytes.length) return { text, validLength: text.length };
  return { text, validLength: text.length, broken: 'The file ends in the middle of a UTF-16 character' };
}

function contentFault(
  text: string,
  invalidAt: number | undefined,
  broken: string | undefined,
): XmlFault | undefined {
  const nul = text.indexOf('\0');
  const positions = new TextPositions(text);
  if (nul >= 0 && nul < (invalidAt ?? Number.POSITIVE_INFINITY)) {
    return {
      ...positions.at(nul),
      message:
        'A NUL character stands here, which XML does not allow. Remove it, or save the file again as UTF-8.',
    };
  }
  if (invalidAt === undefined) return undefined;
  return {
    ...positions.at(invalidAt),
    message: `${broken}, the encoding of the document. It may be cut short or saved in another encoding: save it as UTF-8.`,
  };
}

function utf32(bytes: Uint8Array): DecodedText {
  return {
    text: asBuffer(bytes)
      .toString('latin1')
      .replace(/[\0\u00fe\u00ff]/g, ''),
    fault: {
      line: 1,
      column: 1,
      message:
        'The document is encoded in UTF-32, but only UTF-8, UTF-16 and US-ASCII are read. Save it as UTF-8.',
    },
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
