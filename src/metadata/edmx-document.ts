import { TextPositions } from '../core/text-position.js';
import { NotEdmxError } from './not-edmx-error.js';
import { type Prolog, scanProlog } from './prolog.js';
import { quote } from './quote.js';

const ADVICE =
  'Give the XML that the server answers at $metadata (CSDL XML, with the root element edmx:Edmx), saved as it came.';

/**
 * Passes a text whose root element is `Edmx`, whatever its namespace and however malformed the rest is. The root
 * alone decides, with or without a DOCTYPE, comments or processing instructions before it (OData CSDL XML 4.01,
 * section 3.1).
 *
 * @param file the name of the file, for the error's `where`
 * @throws {NotEdmxError} for what is empty, JSON, HTML or not XML, or has another root element
 */
export function assertEdmx(text: string, file: string): void {
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) throw refuse(file, 'The file is empty.');
  const first = text.charAt(start);
  if (first === '{' || first === '[') {
    throw refuse(file, 'The file is JSON, not XML. The JSON form of CSDL is not read.');
  }
  if (first !== '<') {
    throw refuse(
      file,
      `The file is not XML: it starts with ${quote(text.slice(start, start + 20))}, not with "<".`,
    );
  }
  assertRoot(text, file, scanProlog(text));
}

function assertRoot(text: string, file: string, { root }: Prolog): void {
  if (root === undefined) throw refuse(file, 'The file has no root element, so it is not EDMX.');
  const localName = root.name.slice(root.name.indexOf(':') + 1);
  if (localName === 'Edmx') return;
  const { line } = new TextPositions(text).at(root.offset);
  if (localName.toLowerCase() === 'html') {
    throw refuse(
      file,
      `The file is an HTML page (line ${line}), such as a login or error page, not metadata.`,
    );
  }
  throw refuse(
    file,
    `The root element is ${quote(`<${root.name}>`)} (line ${line}), but that of EDMX is <edmx:Edmx>.`,
  );
}

function refuse(file: string, what: string): NotEdmxError {
  return new NotEdmxError(what, { where: file, advice: ADVICE });
}
