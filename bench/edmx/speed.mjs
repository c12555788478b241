// Times in milliseconds by the clock and by the processor, the best of RUNS, as JSON. Usage: node bench/edmx/speed.mjs FILE RUNS
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { buildModel } from '../../dist/metadata/build-model.js';
import { readMetadata } from '../../dist/metadata/check-document.js';
import { checkStructure } from '../../dist/metadata/structure/structure-check.js';
import { readXml } from '../../dist/metadata/xml-reader.js';

const [file = '', runs = '5'] = process.argv.slice(2);
const bytes = readFileSync(file);
const text = bytes.toString();
const policy = { profile: 'certification', version: '2.0', strict: true };

// The bare pass goes first: the parser has not yet been used in any other way.
const sax = best(saxPass);
const validation = best(() => {
  const { findings } = readMetadata(bytes, file, policy);
  if (findings.some(({ severity }) => severity === 'error')) throw new Error('the document is not valid');
});
const { root } = readXml(text);
const parts = {
  reading: best(() => readXml(text)),
  structure: best(() => checkStructure(root, '4.0')),
  model: best(() => buildModel(root)),
};
process.stdout.write(JSON.stringify({ sax, validation, ...parts }));

/** What a program must do at least that reads XML with namespaces: hear of each tag and text. */
function saxPass() {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let events = 0;
  for (const event of ['opentag', 'closetag', 'text']) {
    parser.on(event, () => {
      events += 1;
    });
  }
  parser.write(text).close();
  if (events === 0) throw new Error('the document is empty');
}

function best(work) {
  const times = Array.from({ length: Number(runs) }, () => {
    const [before, used] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - before, processor: (user + system) / 1000 };
  });
  return {
    clock: Math.min(...times.map(({ clock }) => clock)),
    processor: Math.min(...times.map(({ processor }) => processor)),
  };
}
