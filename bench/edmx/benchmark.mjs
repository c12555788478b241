// Validation of 20 MB of metadata, against a bare SAX pass over it in the same process, and the memory that it takes
// in a process of its own. The ratio is by the clock, on a machine that has nothing else to do; that by the processor is
// told as well: it counts the garbage collector's threads, but not what other programs take.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../run-child.mjs';
import { edmxDocument } from './document.mjs';

const MB = 1_000_000;

export function measure({ root, out, runs }) {
  const { text, types } = edmxDocument(20 * MB);
  const file = join(out, 'metadata.xml');
  writeFileSync(file, text);
  const size = `${(text.length / MB).toFixed(0)} MB, ${types} types`;
  const speed = runChild(root, 'bench/edmx/speed.mjs', file, String(runs));
  const memory = runChild(root, 'bench/edmx/memory.mjs', file);
  return [
    {
      what: 'validation of metadata / bare SAX pass',
      value: Number((speed.validation.clock / speed.sax.clock).toFixed(2)),
      limit: 6,
      detail: `${ms(speed.validation)} / ${ms(speed.sax)}, best of ${runs} each; reading ${ms(speed.reading)}, structure ${ms(speed.structure)}, model ${ms(speed.model)}; by the processor ${(speed.validation.processor / speed.sax.processor).toFixed(2)}; ${size}`,
    },
    {
      what: 'memory of validation',
      value: memory.megabytes,
      limit: 600,
      unit: ' MB',
      detail: `resident, at its peak; ${size}`,
    },
  ];
}

function ms({ clock }) {
  return `${clock.toFixed(0)} ms`;
}
