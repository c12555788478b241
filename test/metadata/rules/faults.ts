import type { Profile } from '../../../src/core/severity.js';
import type { ReadOptions } from '../../../src/metadata/check-document.js';
import { check, documentOf } from '../documents.js';

/** One planted fault: what it is called, the content of a Schema from line 3 on, its line, and what it is about. */
export type PlantedFault = readonly [name: string, content: string, line: number, subject: object];

/** A key for an entity type, on one line. */
export const KEY =
  '<Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>';

interface Conditions {
  readonly version?: '4.0' | '4.01';
  readonly profile?: Profile;
  readonly options?: ReadOptions;
  readonly references?: string;
}

/** The findings of a Schema's content as `line severity rule`, with their subjects apart. */
export function faultsOf(
  content: string,
  { version, profile, options, references }: Conditions = {},
): {
  readonly told: readonly string[];
  readonly subjects: readonly object[];
  readonly messages: readonly string[];
} {
  const { findings } = check(documentOf(content, references, version), options, profile);
  return {
    told: findings.map(({ rule, severity, location }) => `${location?.line} ${severity} ${rule}`),
    subjects: findings.map(({ subject }) => subject),
    messages: findings.map(({ message }) => message),
  };
}
