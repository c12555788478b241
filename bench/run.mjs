// Speed as ratios within one run. Each benchmark is a folder with a file benchmark.mjs.
// Usage: npm run bench [-- NAME…] [-- RUNS]; without a name, all of them.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const known = readdirSync(here).filter((name) => existsSync(join(here, name, 'benchmark.mjs')));
const given = process.argv.slice(2);
const names = given.filter((word) => !/^\d+$/.test(word));
const runs = Number(given.find((word) => /^\d+$/.test(word)) ?? 5);

const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are ${known.join(', ')}.\n`);
  process.exit(2);
}

for (const name of names.length > 0 ? names : known) {
  const out = join(root, 'results', 'bench', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { measure } = await import(`./${name}/benchmark.mjs`);
  for (const { what, value, limit, unit = '', detail } of await measure({ root, out, runs })) {
    const verdict = value <= limit ? '' : '  TOO MUCH';
    process.stdout.write(`${what}: ${value}${unit} (at most ${limit}${unit}); ${detail}${verdict}\n`);
  }
}
