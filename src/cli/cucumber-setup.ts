import { BeforeAll } from '@cucumber/cucumber';
import { openPlainRun } from '../scenarios/plain-run.js';
import { reportFailure } from './report-failure.js';
import { processTerminal } from './terminal.js';

// Plain `cucumber-js` comes in by this door. A hook that throws would bury its message in Cucumber's stack traces.
BeforeAll(async function () {
  try {
    await openPlainRun(this.parameters);
  } catch (error) {
    process.exit(reportFailure(error, processTerminal()));
  }
});
