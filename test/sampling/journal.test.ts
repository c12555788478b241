import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Frame } from '../../src/sampling/checkpoint/frame.js';
import { readJournal } from '../../src/sampling/checkpoint/journal-reader.js';
import { JournalWriter } from '../../src/sampling/checkpoint/journal-writer.js';

const ENTRIES: readonly Frame[] = [
  { json: { kind: 'begin', name: 'ü "quoted"' }, bytes: new Uint8Array(0) },
  { json: { kind: 'page', number: 1 }, bytes: Uint8Array.from([1, 2, 3, 255]) },
  { json: { kind: 'page', number: 2 }, bytes: new Uint8Array(70_000).fill(7) },
];

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reso-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'checkpoint', 'sampling.journal');
}

function written(entries = ENTRIES): string {
  const path = file();
  const writer = new JournalWriter(path, 0);
  for (const entry of entries) writer.append(entry);
  writer.close();
  return path;
}

function read(path: string): Frame[] {
  return [...readJournal(path)].map(({ json, bytes }) => ({ json, bytes: Uint8Array.from(bytes) }));
}

describe('a journal', () => {
  it('gives back what was written, in its order', () => {
    expect(read(written())).toEqual(ENTRIES);
  });

  it('is for the eyes of its owner', () => {
    expect(statSync(written()).mode & 0o777).toBe(0o600);
  });

  it('has its entries by the time that append returns', () => {
    const path = file();
    const writer = new JournalWriter(path, 0);
    for (const [at, entry] of ENTRIES.entries()) {
      writer.append(entry);
      expect(read(path)).toHaveLength(at + 1);
    }
    writer.close();
  });

  it('ends at the first entry that is not whole, wherever it was cut', () => {
    const path = written(ENTRIES.slice(0, 2));
    const whole = readFileSync(path);
    const [first] = [...readJournal(path)];
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      expect(read(path)).toHaveLength(length < (first?.end ?? 0) ? 0 : 1);
    }
  });

  it('ends before an entry of which a byte is another', () => {
    const path = written(ENTRIES.slice(0, 2));
    const whole = readFileSync(path);
    const [first] = [...readJournal(path)];
    for (let at = first?.end ?? 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x40;
      writeFileSync(path, damaged);
      expect(read(path)).toHaveLength(1);
    }
  });

  it('is taken up behind its last whole entry', () => {
    const path = written();
    const places = [...readJournal(path)];
    truncateSync(path, statSync(path).size - 10);
    const writer = new JournalWriter(path, places[1]?.end ?? 0);
    writer.append({ json: 'again', bytes: new Uint8Array(0) });
    writer.close();
    expect(read(path).map(({ json }) => json)).toEqual([ENTRIES[0]?.json, ENTRIES[1]?.json, 'again']);
  });

  it('says so when it cannot be written', () => {
    const path = written();
    expect(() => new JournalWriter(join(path, 'below-a-file'), 0)).toThrow(/cannot be written/);
  });
});
