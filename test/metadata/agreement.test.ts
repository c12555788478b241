import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { Draws, mix } from '../../src/sandbox/random.js';
import { check } from './documents.js';
import { MILDER, STRICTER } from './mutations/explained-disagreements.js';
import { type Node, treeOf, written } from './mutations/mutable-tree.js';
import { LONG, runs } from './mutations/runs.js';
import { mutate } from './mutations/structure-mutations.js';
import { schemaErrors, WHY_NOT } from './mutations/xmllint.js';

const SEED = 20_250;
const BATCH = 500;
const BASES = ['every-construct-4.0.xml', 'every-construct-4.01.xml'].map((name) =>
  treeOf(readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')),
);

interface Mutant {
  readonly what: string;
  readonly text: string;
}

/** The document of a number: always the same, with one thing changed, now and then two. */
function mutant(index: number): Mutant {
  const draws = new Draws(mix(SEED, index));
  const root: Node = structuredClone(draws.pick(BASES));
  const changes = Array.from({ length: draws.chance(0.9) ? 1 : 2 }, () => mutate(root, draws));
  return { what: `mutant ${index}: ${changes.join(', ')}`, text: written(root) };
}

/** What of `edmx/structure` and `edmx/version` the validator finds. */
function ourFindings(text: string): readonly Finding[] {
  return check(text).findings.filter(({ rule }) => rule === 'edmx/structure' || rule === 'edmx/version');
}

/** What only one of the two finds, and no clause explains. */
function unexplained(findings: readonly Finding[], errors: readonly string[]): readonly string[] {
  if (findings.length === 0) return errors.filter((error) => !MILDER.some(({ covers }) => covers(error)));
  if (errors.length > 0) return [];
  return findings
    .filter((finding) => !STRICTER.some(({ covers }) => covers(finding)))
    .map(({ message }) => message);
}

const skipped = WHY_NOT === undefined ? '' : ` (skipped: ${WHY_NOT})`;

describe.skipIf(WHY_NOT !== undefined)(`the XML schema of OASIS agrees on structure${skipped}`, () => {
  it.each(BASES.map((base, index) => [index, written(base)]))('valid document %i', (_, text) => {
    expect(schemaErrors([String(text)])).toEqual([[]]);
    expect(ourFindings(String(text))).toEqual([]);
  });

  it(`on ${runs(400, 12_000)} mutants, or a clause says why not`, { timeout: LONG }, () => {
    let valid = 0;
    const open: string[] = [];
    for (let start = 0; start < runs(400, 12_000); start += BATCH) {
      const mutants = Array.from({ length: Math.min(BATCH, runs(400, 12_000) - start) }, (_, index) =>
        mutant(start + index),
      );
      const errors = schemaErrors(mutants.map(({ text }) => text));
      for (const [index, { what, text }] of mutants.entries()) {
        const findings = ourFindings(text);
        for (const one of unexplained(findings, errors[index] ?? [])) open.push(`${what}: ${one}`);
        if (findings.length === 0) valid += 1;
      }
    }
    expect(open).toEqual([]);
    // Neither side says the same of everything.
    expect(valid).toBeGreaterThan(runs(400, 12_000) / 10);
    expect(valid).toBeLessThan(runs(400, 12_000) * 0.9);
  });
});
