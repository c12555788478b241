import { Command } from 'commander';
import { ddCommand } from './dd-command.js';
import { doctorCommand } from './doctor-command.js';
import { explainCommand } from './explain-command.js';
import { generateCommand } from './generate-command.js';
import { initCommand } from './init-command.js';
import { metadataCommand } from './metadata-command.js';
import { rcfCommand } from './rcf-command.js';
import { replayCommand } from './replay-command.js';
import { replicateCommand } from './replicate-command.js';
import { sandboxCommand } from './sandbox-command.js';
import { schemaCommand } from './schema-command.js';
import { serverStepCommand } from './server-step-command.js';
import type { Terminal } from './terminal.js';
import { variationsCommand } from './variations-command.js';

const EXIT_CODES = `
Exit codes:
  0  passed (warnings allowed)
  1  ran and found at least one error
  2  incomplete, or could not run: bad usage, unreadable input, interrupted, internal fault`;

const LOOKUPS = {
  name: 'lookups',
  words: 'lookups',
  description: 'Replicate the Lookup Resource of a server and check it',
  step: 'lookups',
} as const;

/** The command line: every command with its options. Errors of usage are thrown, not exited on. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command(terminal.tool.name)
    .description('Certification compliance suite for RESO standards.')
    .version(terminal.tool.version)
    .helpCommand(true)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .addHelpText('after', EXIT_CODES);
  const commands = [
    ddCommand(terminal),
    metadataCommand(terminal),
    serverStepCommand(LOOKUPS, terminal),
    variationsCommand(terminal),
    replicateCommand(terminal),
    replayCommand(terminal),
    doctorCommand(terminal),
    initCommand(terminal),
    schemaCommand(terminal),
    rcfCommand(terminal),
    sandboxCommand(terminal),
    generateCommand(terminal),
    explainCommand(terminal),
  ];
  for (const command of commands) program.addCommand(inheriting(command, program));
  return program;
}

function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent).configureHelp({ showGlobalOptions: false });
  for (const child of command.commands) inheriting(child, command);
  return command;
}
