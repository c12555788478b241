import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Dictionary } from '../../src/dictionary/dictionary.js';
import { dictionaryFromSpreadsheet } from '../../src/dictionary/from-spreadsheet.js';
import { readSpreadsheet } from '../../src/dictionary/spreadsheet.js';

/** The official documents that tests compare with. They stand beside the repository and are no part of it. */
const REPOSITORY = resolve(import.meta.dirname, '../..');
const SHARED = resolve(REPOSITORY, '../shared');

export const VERSIONS = ['1.7', '2.0', '2.1'] as const;
/** Enough to read a whole spreadsheet on a slow machine. */
export const SLOW_MS = 60_000;
export const GENERATED = resolve(REPOSITORY, 'generated');
export const IS_ABSENT = !existsSync(resolve(SHARED, 'dictionary'));
export const WHY_SKIPPED = IS_ABSENT ? ' (skipped: the official spreadsheets in ../shared are absent)' : '';

export function officialSpreadsheet(version: string): string {
  return resolve(SHARED, `dictionary/RESODataDictionary-${version}.xlsx`);
}

export async function officialDictionary(version: string): Promise<Dictionary> {
  return dictionaryFromSpreadsheet(await readSpreadsheet(officialSpreadsheet(version)), version).dictionary;
}

export function officialFacts(): Readonly<Record<string, Facts>> {
  return JSON.parse(readFileSync(resolve(SHARED, 'facts/dictionary-facts.json'), 'utf8'));
}

export function secondOpinion(version: string): SecondOpinion {
  const packed = readFileSync(resolve(SHARED, `dictionary/json/dd-${version}-facts.json.gz`));
  return JSON.parse(gunzipSync(packed).toString('utf8'));
}

/** What someone else counted in the spreadsheet of one version. */
export interface Facts {
  readonly resources: number;
  readonly fields: number;
  readonly fieldScenarios: number;
  readonly expansions: number;
  readonly types: Readonly<Record<string, number>>;
  readonly stringListStatus: Readonly<Record<string, number>>;
  readonly closedFields: readonly string[];
  readonly fieldsWithSynonyms: number;
  readonly synonymsListed: number;
  readonly lookupNames: number;
  readonly lookupValues: number;
  readonly lookupNamesUsedWithoutValues: readonly string[];
  readonly tags: Readonly<Record<string, number>>;
  readonly perResource: Readonly<Record<string, { fields: number; scenarios: number; expansions: number }>>;
}

/** What RESO's own JSON of the dictionary says. `k` is the type, `lookups` pairs of legacy and standard value. */
export interface SecondOpinion {
  readonly fields: readonly {
    readonly r: string;
    readonly f: string;
    readonly k: string;
    readonly len: number | null;
    readonly p: number | null;
    readonly s: number | null;
    readonly src: string | null;
    readonly syn: string | null;
    readonly st: string | null;
    readonly lk?: string | null;
  }[];
  readonly lookups: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}
