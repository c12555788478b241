import { CertifyError } from '../core/errors.js';
import { AuthenticationError } from '../odata/authentication-error.js';
import { InterruptedError } from '../odata/interrupted-error.js';
import { UnreachableError } from '../odata/unreachable-error.js';
import type { RunError } from '../reports/results.js';

/** What stopped a run, as the results tell it. An error that nobody foresaw is our own fault. */
export function toRunError(error: unknown): RunError {
  if (!(error instanceof CertifyError)) {
    return {
      kind: 'internal',
      message: `internal fault of reso-certify: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  return { kind: kindOf(error), message: error.explain() };
}

function kindOf(error: CertifyError): RunError['kind'] {
  if (error instanceof AuthenticationError) return 'authentication';
  if (error instanceof UnreachableError) return 'unreachable';
  if (error instanceof InterruptedError) return 'interrupted';
  return ({ configuration: 'configuration', server: 'server', tool: 'internal' } as const)[error.blame];
}
