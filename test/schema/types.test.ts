import { describe, expect, it } from 'vitest';
import { faultsIn, propertyWith } from './payloads.js';
import { TYPE_CASES, TYPES } from './type-values.js';

describe.each(TYPE_CASES)('$declaration', ({ declaration, values }) => {
  const definitions = propertyWith(`<Property Name="X" ${declaration}/>`, TYPES);

  it.each(values)('%s: %s', (json, verdict) => {
    const faults = faultsIn(definitions, `{"X":${json}}`).map(({ fault }) => fault);
    expect(faults).toEqual(verdict === 'fits' ? [] : [verdict]);
  });
});
