import { CertifyError } from '../core/errors.js';

type Evidence = ConstructorParameters<typeof CertifyError>[1];

/**
 * A server or its token endpoint refuses the credentials, or hands out no usable token: no request can succeed, so the
 * run stops. `blame` is `server` where the endpoint breaks the protocol.
 */
export class AuthenticationError extends CertifyError {
  constructor(
    what: string,
    readonly blame: 'configuration' | 'server',
    evidence: Evidence,
  ) {
    super(what, evidence);
  }
}
