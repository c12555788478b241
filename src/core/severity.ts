export type Severity = 'error' | 'warning' | 'info';

/** `certification`: the verdict of RESO's published tools. `specification`: every MUST of the ratified text. */
export const PROFILES = ['certification', 'specification'] as const;
export type Profile = (typeof PROFILES)[number];

/** What decides how severe a finding is. */
export interface SeverityPolicy {
  readonly profile: Profile;
  /** The Data Dictionary version, such as `2.0`. */
  readonly version: string;
  /** False under `--no-strict`: open suggestions of near names warn instead of failing. */
  readonly strict: boolean;
}
