import { Then } from '@cucumber/cucumber';
import type { CertificationWorld } from '../world.js';

Then(
  '{string} MUST be an expansion of the {string} resource',
  function (this: CertificationWorld, name: string, target: string) {
    return this.judge(['dd/expansion'], name, { target, isCollection: false });
  },
);

Then(
  '{string} MUST be a collection expansion of the {string} resource',
  function (this: CertificationWorld, name: string, target: string) {
    return this.judge(['dd/expansion'], name, { target, isCollection: true });
  },
);
