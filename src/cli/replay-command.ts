import { Command, Option } from 'commander';
import { PROFILES, type Profile } from '../core/severity.js';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { showResults } from './show-results.js';
import type { Terminal } from './terminal.js';

interface Flags extends OutputOptions {
  readonly ddVersion?: string;
  readonly profile: Profile;
  readonly strict: boolean;
  readonly out?: string;
}

/** `replay`: the checks of a recorded run, made again without its server. */
export function replayCommand(terminal: Terminal): Command {
  const command = new Command('replay')
    .description(
      'Run the checks again on a run that was recorded with --record: offline, against any version of the Data Dictionary.',
    )
    .argument('<folder>', 'result folder of the recorded run')
    .option('--dd-version <version>', 'version of the Data Dictionary (default: that of the recorded run)')
    .addOption(new Option('--profile <name>', 'which profile').choices(PROFILES).default('certification'))
    .option('--no-strict', 'near names warn instead of failing')
    .option('--out <folder>', "folder for the results (default: replayed-V in the recorded run's folder)")
    .addHelpText('after', '\nExample:\n  reso-certify replay results --dd-version 2.1');
  return withOutputOptions(command).action(async (folder: string, flags: Flags) => {
    const { replayJob } = await import('../run/recording-manifest.js');
    const { ddVersion: version, profile, strict, out } = flags;
    await showResults(replayJob({ folder, version, profile, strict, out }), flags, terminal);
  });
}
