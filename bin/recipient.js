#!/usr/bin/env node
import { recipientWorker } from '../dist/cli/recipient-worker.js';

recipientWorker();
