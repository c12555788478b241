import { CommanderError } from 'commander';
import { CertifyError } from '../core/errors.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { EXIT } from '../core/verdict.js';
import type { Terminal } from './terminal.js';

/** Says on standard error why a command could not run, and gives the exit code: 2, or 0 for help and version. */
export function reportFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.incomplete;
  if (error instanceof CertifyError && error.blame !== 'tool') {
    terminal.err(`error: ${escapeTerminal(error.explain())}\n`);
    return EXIT.incomplete;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = text.split('\n').map(escapeTerminal).join('\n');
  terminal.err(
    `error: internal fault of ${terminal.tool.name} ${terminal.tool.version}, please report it\n${lines}\n`,
  );
  return EXIT.incomplete;
}
