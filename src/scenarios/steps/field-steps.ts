import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { rulesOfDataType, toDataType } from '../data-type.js';
import type { CertificationWorld } from '../world.js';

Given(
  'that the following synonyms for {name} DO NOT exist in the {name} metadata',
  function (this: CertificationWorld, name: string, resource: string, table: DataTable) {
    this.about(resource);
    return this.judge(['dd/synonym'], name, { synonyms: table.raw().flat() });
  },
);

When(
  '{name} exists in the {name} metadata',
  function (this: CertificationWorld, name: string, resource: string) {
    return this.whenDeclared(resource, name);
  },
);

Then('{name} MUST be {name} data type', function (this: CertificationWorld, name: string, type: string) {
  const dataType = toDataType(type);
  return this.judge(rulesOfDataType(dataType), name, { dataType });
});

Then(
  'the following synonyms for {name} MUST NOT exist in the metadata',
  function (this: CertificationWorld, name: string, table: DataTable) {
    return this.judge(['dd/synonym'], name, { synonyms: table.raw().flat() });
  },
);

Then(
  '{name} length SHOULD be equal to the RESO Suggested Max Length of {int}',
  function (this: CertificationWorld, name: string, length: number) {
    return this.inform(['dd/suggested-length'], name, { length });
  },
);

Then(
  '{name} precision SHOULD be equal to the RESO Suggested Max Precision of {int}',
  function (this: CertificationWorld, name: string, precision: number) {
    return this.inform(['dd/suggested-precision'], name, { precision });
  },
);

Then(
  '{name} scale SHOULD be equal to the RESO Suggested Max Scale of {int}',
  function (this: CertificationWorld, name: string, scale: number) {
    return this.inform(['dd/suggested-scale'], name, { scale });
  },
);
