// Runs a part of a benchmark in a process of its own, and gives what it prints as JSON.
import { spawnSync } from 'node:child_process';

export function runChild(root, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
