import type { Severity } from '../severity.js';

type Stated = Severity | 'off';

/** A severity for each profile. */
export interface ByProfile {
  readonly certification: Stated;
  readonly specification: Stated;
}

/** One entry of the rule catalogue. Documentation, `explain`, reports and results all read this one entry. */
export interface Rule {
  /** What the rule checks, in one sentence. */
  readonly checks: string;
  /** Why the rule exists: who is hurt when it is broken. */
  readonly why: string;
  /** How to mend what it finds. */
  readonly fix: string;
  /** Where the standard says so. */
  readonly clause: string;
  /** The standard on the web. */
  readonly url: string;
  readonly severity: ByProfile;
  /** The severity in Data Dictionary 1.x, where it differs. */
  readonly beforeVersion2?: ByProfile;
  /** True for rules about near names, which warn in some cases: see `severityOf`. */
  readonly nearName?: true;
}
