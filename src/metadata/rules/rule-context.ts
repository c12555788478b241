import type { SeverityPolicy } from '../../core/severity.js';

/** What the rules of a document share. */
export interface RuleContext {
  /** The file that findings name as their location. */
  readonly file: string;
  /** Decides how severe a finding is. */
  readonly policy: SeverityPolicy;
}
