import { ConfigurationError } from '../../src/core/errors.js';

/** What, where and advice of the ConfigurationError that a call throws, as a user reads them. */
export function errorOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.explain();
    throw error;
  }
  return 'no error';
}
