import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { resourcesOf } from '../../src/metadata/resources.js';
import type { XmlElement } from '../../src/metadata/xml-element.js';
import { check } from './documents.js';

const shared = path.resolve(import.meta.dirname, '../../../shared');
const reference = path.join(shared, 'dictionary/edmx');
const valid = path.join(shared, 'edmx-public/valid');
const faulty = path.join(shared, 'edmx-public/faulty');

const absent = (folder: string): string =>
  existsSync(folder) ? '' : ' (skipped: the shared files are absent)';
const filesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : [];
const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'error');

/** All elements of a tree. */
function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}

describe.skipIf(!existsSync(reference))(`RESO's reference metadata${absent(reference)}`, () => {
  // The EnumType files name enumerations of lookups that have no values, and leave those types out: true errors.
  it.each([
    ['dd-1.7-enum.xml', 48, 26],
    ['dd-1.7-lookup-resource.xml', 0, 26],
    ['dd-2.0-enum.xml', 51, 41],
    ['dd-2.0-lookup-resource.xml', 0, 41],
    ['dd-2.1-enum.xml', 72, 44],
    ['dd-2.1-lookup-resource.xml', 0, 44],
  ])(
    '%s names %i types that it does not declare, and lets %i keys be null',
    (name, unresolved, resources) => {
      const bytes = readFileSync(path.join(reference, name));
      const { findings, model } = check(bytes);
      const text = bytes.toString();
      expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
        ...Array(unresolved).fill('error edmx/unresolved-type'),
        // Each entity type has one key property, and none says Nullable="false".
        ...Array(resources).fill('warning edmx/key-property'),
      ]);
      for (const { found } of errorsOf(findings)) {
        const type = /enums\.(\w+)\)?$/.exec(found ?? '')?.[1];
        expect(type).toBeDefined();
        expect(text).not.toContain(`Type Name="${type}"`);
      }
      expect(model && resourcesOf(model, new Set()).size).toBe(resources);
    },
  );

  it.each(filesIn(reference))('%s: each element is where its position says', (name) => {
    const bytes = readFileSync(path.join(reference, name));
    const lines = bytes.toString().split('\n');
    const { root } = check(bytes);
    let count = 0;
    for (const { line, column, name: element } of root === undefined ? [] : elementsOf(root)) {
      const tag = lines[line - 1]?.slice(column - 1, column + element.length + 6) ?? '';
      if (!tag.startsWith(`<${element}`) && !tag.startsWith(`<edmx:${element}`)) {
        expect.fail(`${line}:${column} is ${tag}, not <${element}`);
      }
      count += 1;
    }
    expect(count).toBeGreaterThan(1800);
  });

  it('dd-2.0-lookup-resource.xml: the report has each declared field once', () => {
    const bytes = readFileSync(path.join(reference, 'dd-2.0-lookup-resource.xml'));
    const { model } = check(bytes);
    if (model === undefined) throw new Error('no model');
    const { fields } = metadataReport({ model, standardNames: new Set(), version: '2.0', generatedOn: '' });
    const declared = bytes.toString().match(/<(?:Navigation)?Property /g);
    expect(fields).toHaveLength(declared?.length ?? 0);
  });
});

describe.skipIf(!existsSync(valid))(`valid documents of public services${absent(valid)}`, () => {
  it.each(filesIn(valid))('%s has no error', (name) => {
    const { findings, model } = check(readFileSync(path.join(valid, name)), { purpose: 'vocabulary' });
    expect(errorsOf(findings)).toEqual([]);
    expect(model).toBeDefined();
  });

  it.each([
    ['redfish-contoso-root.xml', ['38', '39', '42', '43']],
    ['oasis-csdl-16.2.xml', ['11', '25']],
  ])('what leads into other documents is a warning: %s', (name, lines) => {
    const { findings } = check(readFileSync(path.join(valid, name)), { purpose: 'vocabulary' });
    const found = findings.filter(({ rule }) => rule === 'edmx/unresolved-type');
    expect(found.map(({ severity, location }) => `${location?.line} ${severity}`)).toEqual(
      lines.map((line) => `${line} warning`),
    );
  });
});

describe.skipIf(!existsSync(faulty))(`faulty documents of public services${absent(faulty)}`, () => {
  it.each([
    ['oasis-two-keys.xml', ['edmx/structure 9']],
    ['odatanet-referenced.xml', ['edmx/unresolved-type 13', 'edmx/unresolved-type 16']],
    ['odatanet-unexpected.xml', ['edmx/structure 12', 'edmx/structure 13']],
  ])('%s has its faults, and no others of these rules', (name, faults) => {
    const { findings } = check(readFileSync(path.join(faulty, name)));
    const judged = findings.filter(
      ({ rule }) => rule === 'edmx/structure' || rule === 'edmx/unresolved-type',
    );
    expect(judged.map(({ rule, location }) => `${rule} ${location?.line}`)).toEqual(faults);
  });
});
