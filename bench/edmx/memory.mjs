// The peak of resident memory in megabytes, as JSON. Usage: node bench/edmx/memory.mjs FILE
import { readFileSync } from 'node:fs';
import { readMetadata } from '../../dist/metadata/check-document.js';

const [file = ''] = process.argv.slice(2);
const { model } = readMetadata(readFileSync(file), file, {
  profile: 'certification',
  version: '2.0',
  strict: true,
});
if (model === undefined) throw new Error('the document yields no model');
process.stdout.write(JSON.stringify({ megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
