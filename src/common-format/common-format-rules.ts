import type { FaultRules } from '../schema/book/payload-rules.js';

/**
 * The rules that faults of Common Format payloads break. The dictionary makes no field required, and allows local ones and
 * any precision: those faults do not happen.
 */
export const COMMON_FORMAT_RULES: FaultRules = {
  type: 'rcf/type',
  null: 'rcf/type',
  maxLength: 'rcf/length',
  enum: 'rcf/enum',
  format: 'rcf/type',
  precision: 'rcf/type',
  range: 'rcf/type',
  unadvertised: 'rcf/type',
  required: 'rcf/type',
  duplicateKey: 'rcf/json',
  parcelId: 'rcf/upi',
  synonym: 'rcf/synonym',
};
