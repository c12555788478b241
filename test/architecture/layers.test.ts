import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const ARCHITECTURE = resolve(import.meta.dirname, '../../ARCHITECTURE.md');

/** The layers in the order of the data's journey: each may import only from those before it. */
const LAYERS = [
  'core',
  'json',
  'config',
  'odata',
  'metadata',
  'dictionary',
  'variations',
  'scenarios',
  'schema',
  'sampling',
  'common-format',
  'reports',
  'run',
  'cli',
];

/** The sandbox stands apart: it knows the dictionary, and only the command line knows it. */
const SANDBOX_KNOWS = ['core', 'odata', 'dictionary'];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function sourceOf(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

/** The files that a file imports, by their paths below `src`. */
function importedBy(file: string): string[] {
  const specifiers = sourceOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...specifiers].map(([, specifier = '']) =>
    relative(SRC, resolve(SRC, dirname(file), specifier)).replace(/\.js$/, '.ts'),
  );
}

function importsOf(file: string): Import[] {
  return importedBy(file).map((other) => ({ file, from: layerOf(file), to: layerOf(other) }));
}

/** The files on circles of imports: what is left when those are taken away that import none of the rest, or that none imports. */
function inCircles(): string[] {
  let rest = new Map(files.map((file) => [file, importedBy(file)]));
  for (;;) {
    const imported = new Set([...rest.values()].flat());
    const still = [...rest].filter(
      ([file, others]) => imported.has(file) && others.some((other) => rest.has(other)),
    );
    if (still.length === rest.size) return [...rest.keys()];
    rest = new Map(still);
  }
}

function layerOf(path: string): string {
  return path.split(/[\\/]/)[0] ?? '';
}

function isAllowed({ from, to }: Import): boolean {
  if (from === to) return true;
  if (from === 'sandbox') return SANDBOX_KNOWS.includes(to);
  if (to === 'sandbox') return from === 'cli';
  return LAYERS.includes(to) && LAYERS.indexOf(to) < LAYERS.indexOf(from);
}

describe('the layers', () => {
  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('are all known', () => {
    const unknown = files.map(layerOf).filter((layer) => layer !== 'sandbox' && !LAYERS.includes(layer));
    expect(unknown).toEqual([]);
  });

  it('import only from those before them', () => {
    expect(files.flatMap(importsOf).filter((found) => !isAllowed(found))).toEqual([]);
  });

  it('hold no files that import each other in a circle, types included', () => {
    expect(inCircles()).toEqual([]);
  });

  it('are listed in ARCHITECTURE.md in the same order', () => {
    const listed = [...readFileSync(ARCHITECTURE, 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual([...LAYERS, 'sandbox']);
  });
});

describe('below the command line', () => {
  const below = files.filter((file) => layerOf(file) !== 'cli');

  it.each([
    ['prints', /\bconsole\.|process\.std(?:out|err)/],
    ['reads the environment', /process\.(?:env|argv|cwd)/],
    ['exits', /process\.(?:exit|exitCode|kill)/],
    ['reads the clock', /Date\.now\(|new Date\(\)|performance\.now\(/],
  ])('nothing %s', (_what, pattern) => {
    expect(below.filter((file) => pattern.test(sourceOf(file)))).toEqual([]);
  });
});

describe('names', () => {
  it('say what a file holds', () => {
    const vague = /(?:^|[\\/])(?:utils?|helpers?|common|manager|misc)(?:[\\/]|\.ts$)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });
});
