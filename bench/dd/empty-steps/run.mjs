// Runs the features of a version in this process with empty steps and the formatters of `dd`.
// Usage: node bench/dd/empty-steps/run.mjs VERSION OUT
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCucumber } from '@cucumber/cucumber/api';

const [version = '2.0', out = 'results/bench/empty'] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
mkdirSync(out, { recursive: true });

let scenarios = 0;
await runCucumber(
  {
    sources: {
      paths: [`generated/${version}/*.feature`],
      defaultDialect: 'en',
      names: [],
      tagExpression: '',
      order: 'defined',
    },
    support: { importPaths: ['bench/dd/empty-steps/steps.mjs'] },
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: {},
    },
    formats: {
      stdout: './dist/scenarios/silent-formatter.js',
      files: { [resolve(join(out, 'cucumber.json'))]: 'json', [resolve(join(out, 'cucumber.html'))]: 'html' },
      publish: false,
      options: {},
    },
  },
  { cwd: root, env: {}, stdout: nowhere(), stderr: nowhere() },
  (message) => {
    if (message.testCaseFinished) scenarios += 1;
  },
);
process.stdout.write(`${scenarios}\n`);
