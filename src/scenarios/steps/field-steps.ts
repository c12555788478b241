import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { rulesOfDataType, toDataType } from '../data-type.js';
import type { CertificationWorld } from '../world.js';

Given(
  'that the following synonyms for {string} DO NOT exist in the {string} metadata',
  function (this: CertificationWorld, name: string, resource: string, table: DataTable) {
    this.about(resource);
    return this.judge(['dd/synonym'], name, { synonyms: table.raw().flat() });
  },
);

When(
  '{string} exists in the {string} metadata',
  function (this: CertificationWorld, name: string, resource: string) {
    return this.whenDeclared(resource, name);
  },
);

Then('{string} MUST be {string} data type', function (this: CertificationWorld, name: string, type: string) {
  const dataType = toDataType(type);
  return this.judge(rulesOfDataType(dataType), name, { dataType });
});

Then(
  'the following synonyms for {string} MUST NOT exist in the metadata',
  function (this: CertificationWorld, name: string, table: DataTable) {
    return this.judge(['dd/synonym'], name, { synonyms: table.raw().flat() });
  },
);

Then(
  '{string} length SHOULD be equal to the RESO Suggested Max Length of {int}',
  function (this: CertificationWorld, name: string, length: number) {
    return this.inform(['dd/suggested-length'], name, { length });
  },
);

Then(
  '{string} precision SHOULD be equal to the RESO Suggested Max Precision of {int}',
  function (this: CertificationWorld, name: string, precision: number) {
    return this.inform(['dd/suggested-precision'], name, { precision });
  },
);

Then(
  '{string} scale SHOULD be equal to the RESO Suggested Max Scale of {int}',
  function (this: CertificationWorld, name: string, scale: number) {
    return this.inform(['dd/suggested-scale'], name, { scale });
  },
);
