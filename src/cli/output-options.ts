import { type Command, Option } from 'commander';

/** How a command speaks: the same options wherever they make sense. */
export interface OutputOptions {
  readonly format: 'pretty' | 'json';
  readonly color: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** Adds the output options to a command. */
export function withOutputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <name>', 'what standard output carries')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .addOption(new Option('--quiet', 'no progress on standard error').conflicts('verbose'))
    .option('--verbose', 'each check that was not evaluated, and where the time goes, on standard error')
    .option('--no-color', 'no colours');
}
