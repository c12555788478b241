import { fileURLToPath } from 'node:url';
import { writeWhole } from '../core/write-whole.js';
import { rulesDocument } from '../reports/rules-document.js';

/** Writes the documents that are made from code: `docs/rules.md`. */
export async function writeDocs(): Promise<void> {
  await writeWhole(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), rulesDocument());
}
