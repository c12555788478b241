import { crc32 } from 'node:zlib';
import type { FieldPlan, RecordModel } from './record-model.js';

/** A number that changes with everything that the numbers in a checkpoint depend on. */
export function fingerprintOf(models: readonly RecordModel[]): number {
  return crc32(JSON.stringify(models.map(describe)));
}

function describe({ name, fields, keyFields, plan, timestampSlot }: RecordModel): unknown {
  return [name, fields, keyFields, timestampSlot, describePlan(plan)];
}

function describePlan({ shape, roles, nested, targets }: FieldPlan): unknown {
  return [
    shape.fields,
    [...roles],
    nested.flatMap((plan, slot) => (plan === undefined ? [] : [slot, describePlan(plan)])),
    targets.flatMap((target, slot) => (target === undefined ? [] : [slot, target.name])),
  ];
}
