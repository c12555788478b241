import { describe, expect, it } from 'vitest';
import { expansionTargets, recordShapes } from '../../../src/metadata/record-shapes.js';
import type { MetadataReport } from '../../../src/metadata/report-shape.js';
import { compileRecordModels } from '../../../src/sampling/records/compile-record-models.js';
import { FieldRole } from '../../../src/sampling/records/field-role.js';
import { modelOf } from './entering.js';
import { SMALL_REPORT } from './small-report.js';

describe('the models', () => {
  it('say what is done with each field', () => {
    const { shape, plan } = modelOf('Property');
    const roles = Object.fromEntries(shape.fields.map((name, slot) => [name, plan.roles[slot]]));
    expect(roles).toMatchObject({
      ListPrice: FieldRole.plain,
      StandardStatus: FieldRole.lookup,
      Appliances: FieldRole.collection,
      Cooling: FieldRole.flags,
      Home: FieldRole.complex,
      Media: FieldRole.expansion,
    });
  });

  it('count fields by path, inside complex values too, to a depth', () => {
    const paths = modelOf('Property').fields.filter((field) => field.startsWith('Home'));
    expect(paths).toContain('Home/Next/Next/Next/Zip');
    expect(paths).not.toContain('Home/Next/Next/Next/Next/Zip');
  });

  it('stop where complex types would grow without end', () => {
    const fields = Array.from({ length: 50 }, (_, index) => ({
      fieldName: `F${index}`,
      type: 'ns.Home',
      isCollection: false,
      isComplexType: true,
    }));
    const { all } = compileRecordModels({ ...SMALL_REPORT, complexTypes: [{ typeName: 'ns.Home', fields }] });
    expect(Math.max(...all.map((model) => model.fields.length))).toBeLessThan(11_000);
  });

  it.each([
    ['Property', [[0]]],
    ['Member', [[0], [1, 0]]],
    ['Rooms', []],
  ])('know the key of %s', (resource, keySlots) => {
    expect(modelOf(resource).keySlots).toEqual(keySlots);
  });

  it('have no key where a part of it names no field', () => {
    const resources = SMALL_REPORT.resources.map((resource) => ({
      ...resource,
      keyFields: ['ListingKey', 'Gone'],
    }));
    const models = compileRecordModels({ ...SMALL_REPORT, resources });
    expect(models.byName.get('Property')?.keySlots).toEqual([]);
  });

  it('take a field that is declared twice once', () => {
    const fields = [...SMALL_REPORT.fields, ...SMALL_REPORT.fields];
    const model = compileRecordModels({ ...SMALL_REPORT, fields }).byName.get('Property');
    expect(model?.fields).toEqual(modelOf('Property').fields);
  });
});

describe('shapes', () => {
  it('lead into expansions and complex values', () => {
    const shapes = recordShapes(SMALL_REPORT);
    const property = shapes.get('Property');
    const names = ['Media', 'ListAgent', 'Home', 'ListPrice'].map(
      (field) => property?.nested(property.slotOf(field) ?? -1).name,
    );
    expect(names).toEqual(['Media', 'Member', 'ns.Home', '']);
  });

  it('stand for the first resource of a type that is served', () => {
    const resource = (resourceName: string, hasEntitySet: boolean) =>
      ({
        resourceName,
        typeName: 'ns.Media',
        keyFields: [],
        hasEntitySet,
      }) satisfies MetadataReport['resources'][0];
    const targets = expansionTargets([
      resource('Held', false),
      resource('Media', true),
      resource('Photos', true),
    ]);
    expect([...targets]).toEqual([['ns.Media', 'Media']]);
  });
});
