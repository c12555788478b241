import { buildProgram } from './program.js';
import { reportFailure } from './report-failure.js';
import { processTerminal } from './terminal.js';

/** Runs the command line of this process and sets its exit code. */
export async function main(): Promise<void> {
  const terminal = processTerminal();
  try {
    await buildProgram(terminal).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = reportFailure(error, terminal);
  }
}
