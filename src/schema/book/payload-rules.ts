import type { RuleId } from '../../core/rules.js';
import type { FaultName } from '../validate/fault-kind.js';

/** The rule that each kind of fault breaks: other kinds of payloads have rules of their own. */
export type FaultRules = Readonly<Record<FaultName, RuleId>>;

/** The rules of payloads that a server sends. It may declare any name, so none is a synonym there. */
export const PAYLOAD_RULES: FaultRules = {
  type: 'payload/type',
  null: 'payload/null',
  maxLength: 'payload/max-length',
  enum: 'payload/enum',
  format: 'payload/format',
  precision: 'payload/precision',
  range: 'payload/range',
  unadvertised: 'payload/unadvertised-field',
  required: 'payload/required',
  duplicateKey: 'payload/json',
  parcelId: 'payload/upi',
  synonym: 'payload/unadvertised-field',
};
