import type { Shape } from '../../json/shape.js';
import { expansionTargets, recordShapes } from '../../metadata/record-shapes.js';
import type { MetadataReport, ReportResource } from '../../metadata/report-shape.js';
import { type CompiledFields, FieldCompiler } from './field-compiler.js';
import { fingerprintOf } from './fingerprint.js';
import type { RecordModel, RecordModels } from './record-model.js';

/** By this field records are ordered and dated (RCP-40). */
const TIMESTAMP_FIELD = 'ModificationTimestamp';
const POSTAL_CODE_FIELD = 'PostalCode';

/**
 * The models of all resources of a metadata report, served or reached by expansion.
 *
 * @param shapes those of `recordShapes(report)`: what pages are read with
 */
export function compileRecordModels(
  report: MetadataReport,
  shapes: ReadonlyMap<string, Shape> = recordShapes(report),
): RecordModels {
  const compiler = new FieldCompiler(report, shapes);
  const all = report.resources.map((resource, index) =>
    recordModel(resource, index, compiler.compile(resource.resourceName)),
  );
  const byName = new Map(all.map((model) => [model.name, model]));
  const targets = expansionTargets(report.resources);
  for (const { plan, slot, type } of compiler.expansions) {
    plan.targets[slot] = byName.get(targets.get(type) ?? '');
  }
  return { byName, all, fingerprint: fingerprintOf(all) };
}

function recordModel(
  { resourceName, keyFields }: ReportResource,
  index: number,
  { plan, fields, lookups }: CompiledFields,
): RecordModel {
  const { shape } = plan;
  const keySlots = keyFields.map((path) => slotsOf(path, shape));
  return {
    name: resourceName,
    index,
    shape,
    plan,
    fields,
    lookups,
    keyFields,
    keySlots: keySlots.every((slots) => slots.length > 0) ? keySlots : [],
    timestampSlot: shape.slotOf(TIMESTAMP_FIELD) ?? -1,
    postalCodeCounter: fields.indexOf(POSTAL_CODE_FIELD),
  };
}

/** A path into complex values as slots; empty when it leads nowhere. */
function slotsOf(path: string, start: Shape): readonly number[] {
  const slots: number[] = [];
  let shape = start;
  for (const name of path.split('/')) {
    const slot = shape.slotOf(name);
    if (slot === undefined) return [];
    slots.push(slot);
    shape = shape.nested(slot);
  }
  return slots;
}
