import type { Finding } from '../../src/core/finding.js';
import { Ledger } from '../../src/core/ledger.js';
import type { RuleId } from '../../src/core/rules.js';
import type { Profile, SeverityPolicy } from '../../src/core/severity.js';
import type { Dictionary } from '../../src/dictionary/dictionary.js';
import { DictionaryIndex } from '../../src/dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../../src/dictionary/generated-folder.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { readMetadata } from '../../src/metadata/check-document.js';
import { parseLookupRows } from '../../src/metadata/lookup-rows.js';
import { standardElements } from '../../src/run/standard-elements.js';
import { buildAssessment } from '../../src/scenarios/build-assessment.js';
import type { CheckSet } from '../../src/scenarios/checks.js';
import { ScenarioRun } from '../../src/scenarios/scenario-run.js';
import { selectScenarios } from '../../src/scenarios/selection.js';

const dictionaries = new Map<string, Dictionary>();

export interface AssessOptions {
  readonly version?: string;
  readonly profile?: Profile;
  readonly strict?: boolean;
  readonly lookups?: readonly object[];
  readonly checks?: Partial<CheckSet>;
  /** A rule of the metadata step that the fixture breaks as well. */
  readonly alsoBreaks?: RuleId;
}

/** The books after all planned checks, called as plain functions, without Cucumber. */
export async function assess(edmx: string, options: AssessOptions = {}): Promise<Ledger> {
  const { version = '2.0', profile = 'certification', strict = true, lookups, alsoBreaks } = options;
  const dictionary =
    dictionaries.get(version) ?? (await loadDictionary(GENERATED_FOLDER, version)).dictionary;
  dictionaries.set(version, dictionary);
  const policy: SeverityPolicy = { profile, version, strict };
  const index = new DictionaryIndex(dictionary);
  const standard = standardElements(index, true);
  const { model, findings } = readMetadata(Buffer.from(edmx), 'metadata.xml', policy, { standard });
  if (model === undefined || findings.some(({ rule }) => rule !== alsoBreaks))
    throw new Error(`no good fixture: ${JSON.stringify(findings)}`);
  const rows =
    lookups === undefined
      ? {}
      : { lookups: parseLookupRows(Buffer.from(JSON.stringify(lookups)), 'lookups.json') };
  const assessment = buildAssessment({ file: 'metadata.xml', model, dictionary: index, policy, ...rows });
  const ledger = new Ledger();
  const { planned } = selectScenarios(index, [], '');
  const run = new ScenarioRun({ assessment, ledger, planned });
  for (const { rule, resource, name, expectation } of planned) {
    run.judge(rule, { assessment, resource, name, expectation });
  }
  return ledger;
}

/** A finding as the tables write it: `dd/field-type error Property.ListPrice @12`. */
export function brief({ rule, severity, subject, location }: Finding): string {
  const { resource, field, expansion, lookup, value } = subject;
  const place = [resource, field ?? expansion].filter(Boolean).join('.');
  const values = lookup === undefined ? '' : value === undefined ? lookup : `${lookup}=${value}`;
  return `${rule} ${severity} ${place}${values}${location === undefined ? '' : ` @${location.line}`}`;
}
