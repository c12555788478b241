import { Command } from 'commander';
import { escapeTerminal } from '../core/escape-terminal.js';
import type { Terminal } from './terminal.js';

interface GenerateFlags {
  readonly spreadsheet: string;
  readonly ddVersion: string;
  readonly out: string;
}

/** `generate`: the dictionary file and the Gherkin features of a version, from its spreadsheet. */
export function generateCommand(terminal: Terminal): Command {
  return new Command('generate')
    .description('Generate the dictionary file and the Gherkin features from a Data Dictionary spreadsheet.')
    .requiredOption('--spreadsheet <file>', 'the official spreadsheet (xlsx)')
    .requiredOption('--dd-version <version>', 'the version that it is of, such as 2.0')
    .option('--out <folder>', 'folder that gets a folder for the version', 'generated')
    .addHelpText(
      'after',
      '\nExample:\n  reso-certify generate --spreadsheet RESODataDictionary-2.0.xlsx --dd-version 2.0',
    )
    .action(async ({ spreadsheet, ddVersion, out }: GenerateFlags) => {
      const { generate } = await import('../run/generate.js');
      const onEvent = (event: { type: string; message?: string }) =>
        event.message === undefined ? undefined : terminal.err(`${escapeTerminal(event.message)}\n`);
      const made = await generate({ spreadsheet, version: ddVersion, out, onEvent });
      for (const warning of made.warnings) terminal.err(`warning: ${escapeTerminal(warning)}\n`);
      terminal.out(
        `${escapeTerminal(made.folder)}: ${made.resources} resources, ${made.fields} fields, ${made.expansions} expansions, ${made.lookups} lookups with ${made.lookupValues} values\n`,
      );
    });
}
