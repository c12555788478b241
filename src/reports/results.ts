import type { StepName } from '../core/events.js';
import type { Finding } from '../core/finding.js';
import type { Counts, OutOfScope } from '../core/ledger.js';
import type { RuleId } from '../core/rules.js';
import type { Profile } from '../core/severity.js';
import type { Subject } from '../core/subject.js';
import type { CheckVerdict, RunVerdict, StepStatus } from '../core/verdict.js';
import type { MappingNote } from '../variations/decisions.js';

/** The version of the shape below; `docs/results.schema.json` describes it. */
export const RESULTS_SCHEMA_VERSION = '1.0';

/** Why a run could not happen or not go on. */
export interface RunError {
  readonly kind: 'configuration' | 'authentication' | 'unreachable' | 'interrupted' | 'server' | 'internal';
  readonly message: string;
}

/** One step of a run. `durationMs` is wall time. */
export interface StepResult {
  readonly name: StepName;
  readonly status: StepStatus;
  readonly durationMs: number;
  readonly counts: Counts;
}

/** One check: a rule with the standard element that it is about. */
export interface CheckResult {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly verdict: CheckVerdict;
  readonly reason?: string;
}

/** How many scenarios ran through Cucumber, and how Cucumber saw them end. */
export interface ScenarioResult {
  readonly run: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly pending: number;
}

/** Where the time of a run went, in milliseconds of wall time. */
export interface Timing {
  readonly what: string;
  readonly ms: number;
}

/** What was assessed: metadata files, payload files, or a server on somebody's behalf. */
export type ResultsInput =
  | { readonly metadata: string; readonly lookups?: string }
  | { readonly payloads: readonly string[]; readonly schema?: string }
  | {
      readonly serviceRootUri: string;
      readonly description?: string;
      readonly providerUoi?: string;
      readonly providerUsi?: string;
      readonly recipientUoi?: string;
    };

/** A version of the Data Dictionary that something was judged by, and the hash of its file. */
export interface DictionaryUsed {
  readonly version: string;
  readonly sha256: string;
}

/** The mappings file that was read: what people decided, and what its keeper should know of its entries. */
export interface MappingsResult {
  readonly file: string;
  /** Of the file's bytes, in hexadecimal: a verdict may rest on what it ignores. */
  readonly sha256: string;
  readonly entries: number;
  /** The local elements that it settles. */
  readonly ignored: number;
  readonly notes: readonly MappingNote[];
}

/** The content of `results.json`: the verdict and all that it rests on. */
export interface Results {
  readonly schemaVersion: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly ruleSet: { readonly version: string };
  /** The main one, where the input names several. */
  readonly dictionary: DictionaryUsed;
  /** All that the input names, oldest version first; absent where it can be of one only. */
  readonly dictionaries?: readonly DictionaryUsed[];
  readonly profile: Profile;
  /** False under `--no-strict`. */
  readonly strict: boolean;
  readonly input: ResultsInput;
  readonly mappings?: MappingsResult;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly verdict: RunVerdict;
  readonly exitCode: number;
  readonly outOfScope: readonly OutOfScope[];
  readonly runError?: RunError;
  readonly steps: readonly StepResult[];
  readonly scenarios: ScenarioResult;
  readonly timings: readonly Timing[];
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
}
