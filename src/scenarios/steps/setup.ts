import { defineParameterType, setWorldConstructor } from '@cucumber/cucumber';
import { CertificationWorld } from '../world.js';

setWorldConstructor(CertificationWorld);

// Cucumber's own {string} also takes single quotes and escapes, and is several times as slow to match.
defineParameterType({ name: 'name', regexp: /"([^"]*)"/, transformer: (name: string) => name });
