import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { escapeTerminal } from '../core/escape-terminal.js';
import type { RunEvent } from '../core/events.js';
import { EXIT } from '../core/verdict.js';
import type { RecipientEnd, ServerJob } from '../run/batch.js';
import type { NetworkPlace } from '../run/environment.js';
import { recipientName } from '../run/recipient-name.js';
import type { OutputOptions } from './output-options.js';
import { PlainProgress } from './plain-progress.js';
import type { Terminal } from './terminal.js';

const WORKER = fileURLToPath(new URL('../../bin/recipient.js', import.meta.url));
const STDERR_KEPT = 2000;

/** What the waiting process is told when it may talk to its server again. */
export const ENTERED = 'entered';

/** What a process that assesses one recipient tells the one that started it. */
export type RecipientMessage =
  | { readonly type: 'event'; readonly event: RunEvent }
  /** It only computes now; it needs the network again, and waits for `entered`. */
  | { readonly type: 'leave' }
  | { readonly type: 'enter' }
  | { readonly type: 'end'; readonly end: RecipientEnd };

/**
 * Assesses one recipient in a process of its own, so that many use all cores and one that breaks takes no other along.
 * The job travels over a pipe that only the two processes have, never by arguments or environment.
 */
export function assessInProcess(
  job: ServerJob,
  { quiet }: OutputOptions,
  terminal: Terminal,
  network: NetworkPlace,
): Promise<RecipientEnd> {
  const name = recipientName(job.input.recipient);
  const child = fork(WORKER, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const stop = () => child.kill('SIGINT');
  terminal.signal.addEventListener('abort', stop, { once: true });
  if (terminal.signal.aborted) stop();
  const progress = new PlainProgress((text) => terminal.err(`${escapeTerminal(name)}: ${text}`));
  return new Promise((resolve) => {
    let end: RecipientEnd | undefined;
    let complaints = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaints = `${complaints}${chunk.toString('utf8')}`.slice(-STDERR_KEPT);
    });
    child.on('message', (message: RecipientMessage) => {
      if (message.type === 'end') end = message.end;
      else if (message.type === 'leave') network.leave();
      else if (message.type === 'enter') letIn(child, network);
      else if (message.type === 'event' && quiet !== true) progress.hear(message.event);
    });
    child.on('error', (error) => {
      complaints = error.message;
    });
    child.on('close', (code, signal) => {
      terminal.signal.removeEventListener('abort', stop);
      resolve(end ?? brokenOff(job, name, `its process ended with ${signal ?? code}. ${complaints}`.trim()));
    });
    child.send(job);
  });
}

/** Says `entered` when there is a place; a process that has ended meanwhile does not hear it. */
function letIn(child: ChildProcess, network: NetworkPlace): void {
  void network.enter().then(() => {
    if (child.connected) child.send(ENTERED);
    else network.leave();
  });
}

function brokenOff(job: ServerJob, name: string, message: string): RecipientEnd {
  return {
    name,
    folder: job.out,
    verdict: 'incomplete',
    exitCode: EXIT.incomplete,
    errors: 0,
    warnings: 0,
    notEvaluated: 0,
    runError: { kind: 'internal', message },
  };
}
