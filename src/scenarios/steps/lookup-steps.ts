import { type DataTable, Then } from '@cucumber/cucumber';
import type { ScenarioRule } from '../checks.js';
import { toStandardValues } from '../standard-values.js';
import type { CertificationWorld } from '../world.js';

const CLOSED: readonly ScenarioRule[] = ['dd/closed-enumeration', 'lookup/closed-enumeration'];

Then(
  '{name} MUST contain at least one of the following standard lookups',
  function (this: CertificationWorld, name: string, table: DataTable) {
    this.expect(toStandardValues(table));
    return this.judge(CLOSED, name, { atLeastOne: true });
  },
);

Then('{name} MUST contain only standard enumerations', function (this: CertificationWorld, name: string) {
  return this.judge(CLOSED, name);
});

// Says which values the steps after it mean; MAY asks for nothing, so there is nothing to judge.
Then(
  '{name} MAY contain any of the following standard lookups',
  function (this: CertificationWorld, _name: string, table: DataTable) {
    this.stepRan = true;
    this.expect(toStandardValues(table));
  },
);

Then('{name} MUST NOT contain any similar lookups', function (this: CertificationWorld, name: string) {
  return this.judge(['dd/similar-lookup'], name);
});
