import { startSandbox } from '../sandbox/start-sandbox.js';
import { buildProgram } from './program.js';
import { reportFailure } from './report-failure.js';
import { processTerminal } from './terminal.js';

const FOLDER = 'results/demo';
const TOKEN = 'demo-token';

/** Starts a sandbox server and runs Data Dictionary testing on it, as a user would. */
export async function demo(): Promise<void> {
  const terminal = processTerminal();
  try {
    const sandbox = await startSandbox({ token: TOKEN, records: 100 });
    terminal.err(`A sandbox server listens at ${sandbox.url}. Now, as you would:\n`);
    terminal.err(`$ npx reso-certify dd --url ${sandbox.url} --token ${TOKEN} --delay 0 --out ${FOLDER}\n`);
    const words = ['dd', '--url', sandbox.url, '--token', TOKEN, '--delay', '0', '--out', FOLDER];
    await buildProgram(terminal).parseAsync(words, { from: 'user' });
    await sandbox.close();
  } catch (error) {
    process.exitCode = reportFailure(error, terminal);
  }
}
