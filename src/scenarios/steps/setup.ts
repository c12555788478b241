import { setWorldConstructor } from '@cucumber/cucumber';
import { CertificationWorld } from '../world.js';

setWorldConstructor(CertificationWorld);
