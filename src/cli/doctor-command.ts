import { Command } from 'commander';
import type { ServerInput } from '../config/dd-job.js';
import { DEFAULT_SAMPLING } from '../config/sampling-options.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { EXIT } from '../core/verdict.js';
import type { Paint } from '../reports/paint.js';
import type { Diagnosis } from '../run/doctor.js';
import { runEnvironment } from './run-environment.js';
import { mannersOf, type ServerOptions, withServerOptions } from './server-options.js';
import type { Terminal } from './terminal.js';

/** `doctor`: what stands between this machine and a server, and how to mend it. */
export function doctorCommand(terminal: Terminal): Command {
  const command = new Command('doctor')
    .description(
      'Check configuration, environment, name, TLS, authentication and metadata, and say what to mend.',
    )
    .option('--no-color', 'no colours')
    .addHelpText('after', '\nExample:\n  reso-certify doctor --resoscript my.resoscript');
  return withServerOptions(command).action(async (flags: ServerOptions & { readonly color: boolean }) => {
    const { Redactor } = await import('../core/redaction.js');
    const { configurationOf } = await import('./run-on-servers.js');
    const { diagnoseEnvironment, diagnoseServer } = await import('../run/doctor.js');
    const environment = runEnvironment(terminal, () => undefined);
    const paint = terminal.paint('out', flags.color);
    terminal.out(section('This machine', diagnoseEnvironment(environment), paint));
    const { recipients, secrets, requests } = await configurationOf(flags, terminal);
    const redactor = new Redactor(secrets);
    let isWell = true;
    for (const recipient of recipients) {
      const server: ServerInput = {
        kind: 'server',
        recipient,
        manners: mannersOf(flags),
        sampling: DEFAULT_SAMPLING,
        secrets,
        requests,
      };
      const { name, lines } = await diagnoseServer(server, environment);
      isWell &&= lines.every(({ status }) => status !== 'mend');
      terminal.out(redactor.redact(section(name, lines, paint)));
    }
    terminal.out(isWell ? paint.green('All is well.\n') : paint.red('Something is to be mended.\n'));
    terminal.setExitCode(isWell ? EXIT.passed : EXIT.incomplete);
  });
}

function section(title: string, lines: readonly Diagnosis[], paint: Paint): string {
  const brushes = { well: paint.green, mend: paint.red, note: paint.yellow };
  const rows = lines.map(
    ({ what, status, detail }) =>
      `  ${brushes[status](status.padEnd(5))} ${what.padEnd(15)} ${escapeTerminal(detail)}`,
  );
  return `${paint.bold(escapeTerminal(title))}\n${rows.join('\n')}\n\n`;
}
