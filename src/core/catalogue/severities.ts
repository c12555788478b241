import type { ByProfile } from './rule.js';

/** An error in each profile. */
export const EVERYWHERE: ByProfile = { certification: 'error', specification: 'error' };

/** Forbidden by the ratified text; the published tools let it pass. */
export const LENIENT: ByProfile = { certification: 'warning', specification: 'error' };

/** A warning in each profile. */
export const WARNS: ByProfile = { certification: 'warning', specification: 'warning' };

/** Worth knowing. */
export const INFORMS: ByProfile = { certification: 'info', specification: 'info' };
