// The main job on reference metadata, against Cucumber alone: the two commands take turns.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GENERATED_FOLDER } from '../../dist/dictionary/generated-folder.js';
import { loadDictionary } from '../../dist/dictionary/reference.js';
import { metadataDocument } from '../../dist/sandbox/metadata-document.js';
import { median } from '../median.mjs';

export async function measure({ root, out, runs }) {
  const metadata = await referenceMetadata(root, out);
  const ours = [
    'bin/reso-certify.js',
    'dd',
    '--metadata',
    metadata,
    '--out',
    join(out, 'results'),
    '--quiet',
  ];
  const theirs = ['bench/dd/empty-steps/run.mjs', '2.0', join(out, 'empty')];
  const pairs = Array.from({ length: runs + 1 }, () => [wallTime(root, ours), wallTime(root, theirs)]);
  // The first pair fills the caches of the file system.
  pairs.shift();
  const [a, b] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])).toFixed(2));
  return [
    {
      what: 'dd --metadata (2.0, lookup resource) / Cucumber with empty steps',
      value: Number(median(pairs.map(([mine, other]) => mine / other)).toFixed(2)),
      limit: 1.4,
      detail: `${a} s / ${b} s, ${runs} pairs`,
    },
  ];
}

/** RESO's reference metadata where it is at hand, else a document of the same make-up from the dictionary. */
async function referenceMetadata(root, out) {
  const official = resolve(root, '../shared/dictionary/edmx/dd-2.0-lookup-resource.xml');
  if (existsSync(official)) return official;
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, '2.0');
  const resources = dictionary.resources.map(({ name }) => name);
  const path = join(out, 'metadata.xml');
  writeFileSync(path, metadataDocument(dictionary, { resources, representation: 'lookup' }));
  return path;
}

function wallTime(root, command) {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - before) / 1000;
}
