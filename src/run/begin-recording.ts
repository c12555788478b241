import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DdJob } from '../config/dd-job.js';
import type { EventListener } from '../core/events.js';
import { RESULT_FOLDERS } from '../reports/result-files.js';
import { writeManifest } from './recording-manifest.js';

const PRIVATE_FOLDER = 0o700;

/** Says what will be written down, and what the run is asked for, before anything is recorded; else does nothing. */
export async function beginRecording(job: DdJob, startedAt: Date, onEvent: EventListener): Promise<void> {
  const { input } = job;
  if (input.kind === 'files' || !input.manners.record) return;
  const folder = join(job.out, RESULT_FOLDERS.recording);
  const message = `Whole exchanges, people's data among them, are kept in ${folder}. Secrets are taken out, and only you can read it.`;
  onEvent({ type: 'notice', message });
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  await writeManifest(job, input, startedAt);
}
