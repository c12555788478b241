// Speed as ratios within one run: each pair of commands takes turns, and the medians are compared.
// Usage: npm run bench [-- RUNS]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GENERATED_FOLDER } from '../dist/dictionary/generated-folder.js';
import { loadDictionary } from '../dist/dictionary/reference.js';
import { metadataDocument } from '../dist/sandbox/metadata-document.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'results', 'bench');
const runs = Number(process.argv[2] ?? 5);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const metadata = await referenceMetadata();
const benchmarks = [
  {
    name: 'dd --metadata (2.0, lookup resource) / Cucumber with empty steps',
    limit: 1.4,
    ours: ['bin/reso-certify.js', 'dd', '--metadata', metadata, '--out', join(out, 'dd'), '--quiet'],
    theirs: ['bench/empty-steps/run.mjs', '2.0', join(out, 'empty')],
  },
];

for (const { name, limit, ours, theirs } of benchmarks) {
  const pairs = Array.from({ length: runs + 1 }, () => [wallTime(ours), wallTime(theirs)]).slice(1);
  const ratio = median(pairs.map(([a, b]) => a / b));
  const [a, b] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])));
  const seconds = `${a.toFixed(2)} s / ${b.toFixed(2)} s, ${runs} pairs`;
  process.stdout.write(`${name}: ${ratio.toFixed(2)} (at most ${limit}); ${seconds}\n`);
}

/** RESO's reference metadata where it is at hand, else a document of the same make-up from the dictionary. */
async function referenceMetadata() {
  const official = resolve(root, '../shared/dictionary/edmx/dd-2.0-lookup-resource.xml');
  if (existsSync(official)) return official;
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, '2.0');
  const resources = dictionary.resources.map(({ name }) => name);
  const path = join(out, 'metadata.xml');
  writeFileSync(path, metadataDocument(dictionary, { resources, representation: 'lookup' }));
  return path;
}

function wallTime(command) {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - before) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
