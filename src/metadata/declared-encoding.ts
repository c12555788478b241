import { TextPositions } from '../core/text-position.js';
import { quote } from './quote.js';
import type { XmlFault } from './xml-fault.js';

/** What the bytes of a document are. US-ASCII is a part of UTF-8. */
export type EncodingFamily = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

const DECLARATION = /^<\?xml\s[^>]{0,1000}?\sencoding\s{0,100}=\s{0,100}(["'])([^"'<>]{0,100})\1/;

const ALLOWED: Readonly<Record<EncodingFamily, readonly string[]>> = {
  'UTF-8': ['utf-8', 'us-ascii'],
  'UTF-16LE': ['utf-16', 'utf-16le'],
  'UTF-16BE': ['utf-16', 'utf-16be'],
};

/**
 * The fault of a declared encoding: one that is not read, one that contradicts the bytes, or US-ASCII with other
 * characters. Nothing when it is right or not declared, which is UTF-8 or UTF-16 (XML 1.0, section 4.3.3).
 */
export function declaredEncodingFault(text: string, family: EncodingFamily): XmlFault | undefined {
  const declaration = DECLARATION.exec(text);
  const declared = declaration?.[2];
  if (declaration === null || declared === undefined) return undefined;
  const offset = declaration[0].length - declared.length - 1;
  const name = declared.toLowerCase();
  if (ALLOWED[family].includes(name)) return name === 'us-ascii' ? beyondAscii(text) : undefined;
  return { ...new TextPositions(text).at(offset), message: wrongEncoding(declared, family) };
}

function wrongEncoding(declared: string, family: EncodingFamily): string {
  if (Object.values(ALLOWED).flat().includes(declared.toLowerCase())) {
    return `The document declares the encoding ${quote(declared)}, but its bytes are ${family}. Declare the encoding that it has, or save it in the declared one.`;
  }
  return `The document declares the encoding ${quote(declared)}, but only UTF-8, UTF-16 and US-ASCII are read. Save it as UTF-8 and declare encoding="UTF-8".`;
}

function beyondAscii(text: string): XmlFault | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of US-ASCII.
  const at = text.search(/[^\x00-\x7f]/);
  if (at < 0) return undefined;
  return {
    ...new TextPositions(text).at(at),
    message:
      'The document declares the encoding "US-ASCII", but here is a character beyond it. Declare encoding="UTF-8".',
  };
}
