import { Given, Then, When } from '@cucumber/cucumber';
import type { CertificationWorld } from '../world.js';

Given(
  'that no resource with a name similar to {name} exists in the metadata',
  function (this: CertificationWorld, resource: string) {
    this.about(resource);
    return this.judge(['dd/resource-synonym'], resource);
  },
);

When('the {name} resource exists in the metadata', function (this: CertificationWorld, resource: string) {
  return this.whenDeclared(resource);
});

Then(
  'no field with a name similar to those of {name} exists in the metadata',
  function (this: CertificationWorld, resource: string) {
    this.about(resource);
    return this.judge(['dd/similar-name'], resource);
  },
);
