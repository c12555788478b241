// 900,000 records in constant memory: the real command line samples a server in another process, once 100,000 and once
// 900,000 records, and the peaks of its resident memory are compared.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;
const FEW = 100_000;
const MANY = 900_000;
const STRATEGY = 'NextLink';

export async function measure({ root, out }) {
  const bin = join(root, 'bin', 'reso-certify.js');
  const server = spawn(process.execPath, [bin, 'sandbox', '--synthetic', '--records', String(MANY)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await serviceRoot(server);
    const few = await replicate({ bin, out, url, limit: FEW });
    const many = await replicate({ bin, out, url, limit: MANY });
    return [
      {
        what: `growth of memory of replicate from ${FEW} to ${MANY} records`,
        value: Math.round((many.peak - few.peak) / MEGABYTE),
        limit: 100,
        unit: ' MB',
        detail: `resident, at its peak; ${STRATEGY}; ${few.told}; ${many.told}`,
      },
    ];
  } finally {
    server.kill('SIGINT');
  }
}

/** The address that the server prints. */
async function serviceRoot(server) {
  let text = '';
  for await (const chunk of server.stdout) {
    text += chunk;
    const [, url] = /Service root: (\S+)/.exec(text) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the synthetic sandbox did not start');
}

/** Samples so many records, and says how high the memory of the process rose. */
async function replicate({ bin, out, url, limit }) {
  rmSync(out, { recursive: true, force: true });
  const words = ['replicate', '--url', url, '--token', 'any', '--out', out, '--delay', '0', '--quiet'];
  const before = performance.now();
  const child = spawn(process.execPath, [bin, ...words, '--limit', String(limit), '--strategy', STRATEGY], {
    stdio: 'ignore',
  });
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 100);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watching);
  if (code !== 0) throw new Error(`replicate ended with ${code}`);
  const seconds = (performance.now() - before) / 1000;
  const { resources } = JSON.parse(readFileSync(join(out, 'data-availability-report.json'), 'utf8'));
  const { numUniqueRecordsFetched: records, averageResponseBytes: bytes, numSamples } = resources[0];
  if (records !== limit) throw new Error(`${records} of ${limit} records were counted`);
  const throughput = (bytes * numSamples) / seconds / MEGABYTE;
  const told = `${records} records: ${seconds.toFixed(1)} s, ${Math.round(records / seconds)} records/s, ${throughput.toFixed(0)} MB/s, ${(peak / MEGABYTE).toFixed(0)} MB`;
  return { peak, told };
}

/** The highest resident memory that a process has had so far, in bytes; 0 when it is gone. Linux knows it. */
function peakOf(pid) {
  try {
    const [, kilobytes = '0'] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
