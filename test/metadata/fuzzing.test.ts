import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingKey } from '../../src/core/finding.js';
import { TextPositions } from '../../src/core/text-position.js';
import type { MetadataDocument } from '../../src/metadata/check-document.js';
import { NotEdmxError } from '../../src/metadata/not-edmx-error.js';
import { Draws, mix } from '../../src/sandbox/random.js';
import { check } from './documents.js';
import { mutateBytes } from './mutations/byte-mutations.js';
import { treeOf, written } from './mutations/mutable-tree.js';
import { LONG, runs } from './mutations/runs.js';
import { mutate } from './mutations/structure-mutations.js';

const SEED = 4_017;
const RUNS = runs(400, 10_000);
const DOCUMENTS = ['every-construct-4.0.xml', 'every-construct-4.01.xml'].map((name) =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', name)),
);
const TREES = DOCUMENTS.map((bytes) => treeOf(bytes.toString()));

/** The document of a number, always the same. */
function mutant(index: number): Buffer {
  const draws = new Draws(mix(SEED, index));
  const kind = draws.next();
  if (kind < 0.5) return mutateBytes(draws.pick(DOCUMENTS), draws);
  const root = structuredClone(draws.pick(TREES));
  for (let left = draws.between(1, 8); left > 0; left--) mutate(root, draws);
  const bytes = Buffer.from(written(root));
  return kind < 0.9 ? bytes : mutateBytes(bytes, draws);
}

/** The document as read; nothing for what is no EDMX. */
function read(bytes: Buffer): MetadataDocument | undefined {
  try {
    return check(bytes);
  } catch (error) {
    if (error instanceof NotEdmxError) return undefined;
    throw error;
  }
}

function assertSound({ findings, model, root }: MetadataDocument, bytes: Buffer): void {
  expect(model !== undefined || findings.some(({ severity }) => severity === 'error')).toBe(true);
  const structure = findings.filter(({ rule }) => rule === 'edmx/structure' || rule === 'edmx/version');
  expect(new Set(structure.map(findingKey)).size).toBe(structure.length);
  const { line: lines } = new TextPositions(bytes.toString()).at(bytes.length);
  for (const { message, location, specification, subject } of findings) {
    expect(message.length).toBeLessThan(5000);
    expect(message).toMatch(/\.$|\?$/);
    expect(location?.line).toBeGreaterThan(0);
    expect(location?.column).toBeGreaterThan(0);
    // In UTF-16, the bytes that end a line are not those of UTF-8.
    if (bytes[1] !== 0 && bytes[0] !== 0 && bytes[0] !== 0xff && bytes[0] !== 0xfe)
      expect(location?.line).toBeLessThanOrEqual(lines);
    expect(specification).toMatch(/^https:/);
    expect(JSON.stringify(subject).length).toBeLessThan(20_000);
  }
  if (root === undefined) expect(findings.map(({ rule }) => rule)).toEqual(['edmx/well-formed']);
}

describe('readMetadata', () => {
  it(`ends in findings or a model for each of ${RUNS} mutated documents`, { timeout: LONG }, () => {
    let malformed = 0;
    for (let index = 0; index < RUNS; index++) {
      const bytes = mutant(index);
      try {
        const document = read(bytes);
        if (document === undefined) continue;
        assertSound(document, bytes);
        if (document.root === undefined) malformed += 1;
      } catch (error) {
        throw new Error(`mutant ${index} of seed ${SEED}`, { cause: error });
      }
    }
    // Both kinds of documents have been tried.
    expect(malformed).toBeGreaterThan(RUNS / 10);
    expect(malformed).toBeLessThan(RUNS * 0.9);
  });
});
