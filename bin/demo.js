#!/usr/bin/env node
import { demo } from '../dist/cli/demo.js';

await demo();
