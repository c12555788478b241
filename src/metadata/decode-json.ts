import { ConfigurationError } from '../core/errors.js';
import { firstBadByteOfUtf8 } from '../core/invalid-bytes.js';
import { jsonErrorOffset } from '../core/json-syntax.js';
import { TextPositions } from '../core/text-position.js';

/**
 * The content of a JSON file in UTF-8, with or without byte order mark.
 *
 * @param file the name of the file, for errors
 * @throws {ConfigurationError} with line and column for invalid bytes and for what is not JSON
 */
export function decodeJson(bytes: Uint8Array, file: string): unknown {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8').replace(/^\uFEFF/, '');
  const badByte = firstBadByteOfUtf8(bytes);
  if (badByte !== undefined) {
    const offset = buffer.toString('utf8', 0, badByte).replace(/^\uFEFF/, '').length;
    throw broken(text, offset, file, 'The file is not valid UTF-8', 'Save it as UTF-8.');
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const offset = jsonErrorOffset(text) ?? 0;
    const what = offset < text.length ? 'The file is not valid JSON' : 'The file is no whole JSON document';
    throw broken(text, offset, file, what, 'Correct it, or save it again.', cause);
  }
}

function broken(
  text: string,
  offset: number,
  file: string,
  what: string,
  advice: string,
  cause?: unknown,
): ConfigurationError {
  const { line, column } = new TextPositions(text).at(offset);
  return new ConfigurationError(`${what} at line ${line}, column ${column}.`, {
    where: file,
    advice,
    ...(cause === undefined ? {} : { cause }),
  });
}
