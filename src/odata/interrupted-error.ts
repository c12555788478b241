import { CertifyError } from '../core/errors.js';

/** Whoever runs the tool has stopped it. */
export class InterruptedError extends CertifyError {
  readonly blame = 'configuration';

  constructor() {
    super('The run was interrupted.');
  }
}
