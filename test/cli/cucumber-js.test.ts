import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/run-dd.js';
import { edmx, property } from '../scenarios/edmx.js';
import { cucumberJs } from './command-line.js';

function world(document: string, more: object = {}): string[] {
  const metadata = join(temporaryFolder(), 'metadata.xml');
  writeFileSync(metadata, document);
  return ['--world-parameters', JSON.stringify({ metadata, ...more })];
}

const FEATURE = 'generated/2.0/property.feature';

describe('plain cucumber-js', () => {
  it('without metadata says so in one message', () => {
    const { status, stderr } = cucumberJs(FEATURE);
    expect(stderr).toBe(
      `error: No metadata. Say which metadata to test: npx cucumber-js --world-parameters '{"metadata": "path/to/metadata.xml"}'\n`,
    );
    expect(status).not.toBe(0);
  });

  it('runs one feature of the profile', () => {
    const good = edmx({ property: [property('ListPrice', 'Edm.Decimal')] });
    const { status, stdout } = cucumberJs(FEATURE, ...world(good));
    expect(stdout).toContain('653 scenarios');
    expect(status).toBe(0);
  });

  it('fails on a violated sentence, in words', () => {
    const bad = edmx({ property: [property('ListPrice', 'Edm.String')] });
    const { status, stdout } = cucumberJs(FEATURE, '--name', '^ListPrice$', ...world(bad));
    expect(stdout).toContain('Not as the standard says: Property.ListPrice is declared as Edm.String');
    expect(stdout).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });

  it('takes the profile as a world parameter', () => {
    const sized = edmx({ property: [property('BedroomsTotal', 'Edm.Int32', ' MaxLength="3"')] });
    const name = ['--name', '^BedroomsTotal$'];
    expect(cucumberJs(FEATURE, ...name, ...world(sized)).status).toBe(0);
    expect(cucumberJs(FEATURE, ...name, ...world(sized, { profile: 'specification' })).status).toBe(1);
  });

  it('has a profile a version', () => {
    const good = edmx({ property: [property('LeaseRate', 'Edm.Decimal')] });
    const { stdout } = cucumberJs('-p', 'dd-2.1', '--name', '^LeaseRate$', ...world(good));
    expect(stdout).toContain('1 scenario (1 passed)');
  });

  it('takes the second way to write the synonym check', () => {
    const feature = join(temporaryFolder(), 'seed.feature');
    writeFileSync(
      feature,
      `Feature: Seed
  Scenario: ListPrice
    When "ListPrice" exists in the "Property" metadata
    Then "ListPrice" MUST be "Decimal" data type
    And the following synonyms for "ListPrice" MUST NOT exist in the metadata
      | AskingPrice |
`,
    );
    const both = edmx({
      property: [property('ListPrice', 'Edm.Decimal'), property('AskingPrice', 'Edm.Decimal')],
    });
    const { status, stdout } = cucumberJs(feature, ...world(both));
    expect(stdout).toContain('"AskingPrice" in Property is a listed synonym of ListPrice');
    expect(status).toBe(1);
  });
});
