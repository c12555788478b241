import { ConfigurationError } from '../core/errors.js';
import { firstBadByteOfUtf8 } from '../core/invalid-bytes.js';
import { TextPositions } from '../core/text-position.js';
import { errorAt } from './source-error.js';

/**
 * The text of a configuration file: UTF-8 with or without byte order mark.
 *
 * @param file the name of the file, for errors
 * @throws ConfigurationError for UTF-16, and with file and line for bytes that are no UTF-8
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/^(?:fffe|feff)/.test(buffer.toString('hex', 0, 2))) {
    throw new ConfigurationError('The file is encoded in UTF-16.', {
      where: file,
      advice: 'Save it as UTF-8.',
    });
  }
  const bad = firstBadByteOfUtf8(bytes);
  if (bad === undefined) return buffer.toString('utf8').replace(/^\uFEFF/, '');
  const text = buffer.toString('utf8');
  const { line } = new TextPositions(text).at(buffer.toString('utf8', 0, bad).length);
  throw errorAt(file, line, 'Bytes here are not valid UTF-8.', 'Save the file as UTF-8.');
}
