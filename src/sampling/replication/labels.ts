import type { PlannedSequence } from '../plan/sampling-plan.js';

/** The name of a sequence for people, and in ids of exchanges: `Property.Media TimestampDesc`. */
export function sequenceName({ resource, expansion, strategy }: PlannedSequence): string {
  return `${expansion === undefined ? resource : `${resource}.${expansion}`} ${strategy}`;
}
