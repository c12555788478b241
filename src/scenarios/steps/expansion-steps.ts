import { Then } from '@cucumber/cucumber';
import type { CertificationWorld } from '../world.js';

Then(
  '{name} MUST be an expansion of the {name} resource',
  function (this: CertificationWorld, name: string, target: string) {
    return this.judge(['dd/expansion'], name, { target, isCollection: false });
  },
);

Then(
  '{name} MUST be a collection expansion of the {name} resource',
  function (this: CertificationWorld, name: string, target: string) {
    return this.judge(['dd/expansion'], name, { target, isCollection: true });
  },
);
