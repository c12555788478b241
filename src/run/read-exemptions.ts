import { Exemptions } from '../schema/exemptions.js';
import { readExemptions } from '../schema/read-exemptions.js';
import { readInputFile } from './read-file.js';

/**
 * The exempt fields of a run: those of a file, or else the standard ones of the Data Dictionary version.
 *
 * @throws ConfigurationError for a file that cannot be read or has another shape
 */
export async function exemptionsOf(file: string | undefined, version: string): Promise<Exemptions> {
  if (file === undefined) return Exemptions.ofVersion(version);
  return readExemptions(await readInputFile(file, '--exemptions'), file);
}
