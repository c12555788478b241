import type { Exemptions } from '../schema/exemptions.js';
import { readExemptions } from '../schema/read-exemptions.js';
import { readInputFile } from './read-file.js';

/** The exempt fields that a file names. @throws ConfigurationError for a file that cannot be read or has another shape */
export async function exemptionsIn(file: string): Promise<Exemptions> {
  return readExemptions(await readInputFile(file, '--exemptions'), file);
}
