import { Command } from 'commander';
import type { StepName } from '../core/events.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { type ServerOptions, withServerOptions } from './server-options.js';
import type { Terminal } from './terminal.js';

/** A step of `dd` as a command of its own. */
interface ServerStep {
  readonly name: string;
  /** The command as a person types it. */
  readonly words: string;
  readonly description: string;
  readonly step: StepName;
}

interface Flags extends ServerOptions, OutputOptions {
  readonly ddVersion: string;
  readonly profile: string;
  readonly out: string;
}

/** A command that runs one step of `dd` on a server and scores that step alone. */
export function serverStepCommand(
  { name, words, description, step }: ServerStep,
  terminal: Terminal,
): Command {
  const command = new Command(name)
    .description(`${description}: the ${step} step of dd by itself.`)
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText(
      'after',
      `\nExample:\n  reso-certify ${words} --url https://api.example.com/odata --token "$TOKEN"`,
    );
  return withOutputOptions(withServerOptions(command)).action(async (flags: Flags) => {
    const { runOnServers } = await import('./run-on-servers.js');
    await runOnServers(flags, { ...flags, strict: true, steps: [step] }, terminal);
  });
}
