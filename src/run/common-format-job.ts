import type { Profile } from '../core/severity.js';
import type { ResoContext } from '../schema/reso-context.js';
import type { MappingFiles } from './common-format-variations-step.js';

/** Payloads in the RESO Common Format to judge. */
export interface CommonFormatJob extends MappingFiles {
  /** Files, folders and zip archives. */
  readonly paths: readonly string[];
  /** The version and the resource of payloads that name none. */
  readonly given: Partial<ResoContext>;
  readonly profile: Profile;
  readonly strict: boolean;
  /** A file of exempt fields, in place of the standard ones. */
  readonly exemptions?: string;
  readonly out: string;
}
