import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/check-document.js';
import { IS_ABSENT, officialFacts, VERSIONS, WHY_SKIPPED } from '../dictionary/official.js';
import { runDdOn } from './run-dd.js';

const EDMX = resolve(import.meta.dirname, '../../../shared/dictionary/edmx');
const document = (version: string, representation: string) =>
  readFileSync(resolve(EDMX, `dd-${version}-${representation}.xml`), 'utf8');

/** RESO's own reference metadata: see docs/reference-metadata.md for what is wrong in it, and why. */
describe.skipIf(IS_ABSENT)(`RESO's reference metadata${WHY_SKIPPED}`, () => {
  it.each(VERSIONS.map((version) => [version]))('%s with the Lookup Resource passes', async (version) => {
    const results = await runDdOn(document(version, 'lookup-resource'), { version });
    expect(new Set(results.findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['warning edmx/key-property']),
    );
    expect(results.verdict).toBe('passed');
    const { fieldScenarios = 0, expansions = 0, resources = 0 } = officialFacts()[version] ?? {};
    expect(results.scenarios.run).toBe(fieldScenarios + expansions + resources);
    expect(results.checks.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  });

  it.each(VERSIONS.map((version) => [version]))(
    '%s with EnumTypes fails only by the types of lookups that have no values',
    async (version) => {
      const text = document(version, 'enum');
      const results = await runDdOn(text, { version });
      const errors = results.findings.filter(({ severity }) => severity === 'error');
      expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['edmx/unresolved-type']));
      const missing = errors.map(({ found }) => found?.replace(/^Collection\(|\)$/g, ''));
      const withoutValues = officialFacts()[version]?.lookupNamesUsedWithoutValues ?? [];
      expect([...new Set(missing)].sort()).toEqual(
        withoutValues.map((name) => `org.reso.metadata.enums.${name}`),
      );
      const lines = text.split('\n');
      for (const { location, found } of errors) {
        expect(lines[(location?.line ?? 0) - 1]).toContain(`Type="${found}"`);
      }
      expect(results.verdict).toBe('failed');
    },
  );

  it('parses in one pass to the same model each time', () => {
    const bytes = Buffer.from(document('2.0', 'enum'));
    const policy = { profile: 'certification', version: '2.0', strict: true } as const;
    expect(readMetadata(bytes, 'a', policy).model).toEqual(readMetadata(bytes, 'a', policy).model);
  });
});
