import { CertifyError } from '../core/errors.js';

/** No connection to the server could be made at all: nothing can be assessed. */
export class UnreachableError extends CertifyError {
  readonly blame = 'server';
}
