import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { metadataDocument } from '../sandbox/metadata-document.js';
import { buildProgram } from './program.js';
import { reportFailure } from './report-failure.js';
import { processTerminal } from './terminal.js';

const FOLDER = join('results', 'demo');
const RESOURCES = ['Property', 'Member', 'Office', 'Media', 'OpenHouse'];

/** Makes a small EDMX file from the dictionary and runs Data Dictionary testing on it, as a user would. */
export async function demo(): Promise<void> {
  const terminal = processTerminal();
  try {
    const { dictionary } = await loadDictionary(GENERATED_FOLDER, '2.0');
    const file = join(FOLDER, 'demo-metadata.xml');
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, metadataDocument(dictionary, { resources: RESOURCES, representation: 'enum' }));
    terminal.err(`$ npx reso-certify dd --metadata ${file} --out ${FOLDER}\n`);
    await buildProgram(terminal).parseAsync(['dd', '--metadata', file, '--out', FOLDER], { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(error, terminal);
  }
}
