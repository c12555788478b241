import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '../core/errors.js';
import { Ledger } from '../core/ledger.js';
import { PROFILES, type Profile, type SeverityPolicy } from '../core/severity.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { readMetadata } from '../metadata/check-document.js';
import { parseLookupRows } from '../metadata/lookup-rows.js';
import { openRun, PLAIN_RUN } from './active-runs.js';
import { buildAssessment } from './build-assessment.js';
import { lookupChecks } from './lookup-checks.js';
import { ScenarioRun } from './scenario-run.js';
import { selectScenarios } from './selection.js';

interface Parameters {
  readonly metadata: string;
  readonly lookups?: string;
  readonly profile: Profile;
  readonly version: string;
}

const HOW = `Say which metadata to test: npx cucumber-js --world-parameters '{"metadata": "path/to/metadata.xml"}'`;

/**
 * Opens the run of plain `cucumber-js` from its world parameters `{ metadata, lookups?, profile? }`.
 *
 * @throws ConfigurationError that says what is missing or unreadable
 */
export async function openPlainRun(given: Record<string, unknown>): Promise<void> {
  const { metadata, lookups, profile, version } = toParameters(given);
  const policy: SeverityPolicy = { profile, version, strict: true };
  const { model, findings } = readMetadata(await read(metadata), metadata, policy);
  if (model === undefined) {
    throw new ConfigurationError(findings.map(({ message }) => message).join(' '), { where: metadata });
  }
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, version);
  const assessment = buildAssessment({
    file: metadata,
    model,
    dictionary: new DictionaryIndex(dictionary),
    policy,
    ...(lookups === undefined ? {} : { lookups: parseLookupRows(await read(lookups), lookups) }),
  });
  const evidence = assessment.lookups === undefined ? undefined : { rows: assessment.lookups };
  const run = new ScenarioRun({
    assessment,
    ledger: new Ledger(),
    planned: selectScenarios(assessment.dictionary, [], '').planned,
    ...(evidence === undefined ? {} : { lookups: { evidence, checks: lookupChecks(assessment, evidence) } }),
  });
  openRun(run, PLAIN_RUN);
}

function toParameters(given: Record<string, unknown>): Parameters {
  const { metadata, lookups, profile = 'certification', version = '2.0' } = given;
  if (typeof metadata !== 'string') throw new ConfigurationError('No metadata.', { advice: HOW });
  const known = PROFILES.find((name) => name === profile);
  if (known === undefined) {
    throw new ConfigurationError(`"${String(profile)}" is no profile.`, {
      advice: `Profiles: ${PROFILES.join(', ')}.`,
    });
  }
  return {
    metadata,
    profile: known,
    version: String(version),
    ...(typeof lookups === 'string' ? { lookups } : {}),
  };
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new ConfigurationError('cannot be read.', { where: path, advice: HOW, cause });
  }
}
