import { fileURLToPath } from 'node:url';

/** The folder of the dictionaries and features that come with the package. */
export const GENERATED_FOLDER = fileURLToPath(new URL('../../generated', import.meta.url));
