#!/usr/bin/env node
import { writeDocs } from '../dist/cli/write-docs.js';

await writeDocs();
