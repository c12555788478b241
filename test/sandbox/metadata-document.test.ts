import { describe, expect, it } from 'vitest';
import { GENERATED_FOLDER } from '../../src/dictionary/generated-folder.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { metadataDocument, type Representation } from '../../src/sandbox/metadata-document.js';
import { escapeXml } from '../../src/sandbox/xml.js';
import { assess } from '../scenarios/assess.js';

describe('metadataDocument', () => {
  it.each<[string, Representation]>(
    ['1.7', '2.0', '2.1'].flatMap(
      (version) =>
        [
          [version, 'enum'],
          [version, 'flags'],
          [version, 'lookup'],
        ] as [string, Representation][],
    ),
  )('%s as %s has nothing for the rules to find', async (version, representation) => {
    const { dictionary } = await loadDictionary(GENERATED_FOLDER, version);
    const resources = dictionary.resources.map(({ name }) => name);
    const ledger = await assess(metadataDocument(dictionary, { resources, representation }), { version });
    expect(ledger.findings).toEqual([]);
    expect(ledger.checks.filter(({ verdict }) => verdict === 'not evaluated')).toEqual([]);
    expect(
      ledger.checks
        .filter(({ rule }) => rule === 'dd/field-type')
        .every(({ verdict }) => verdict === 'passed'),
    ).toBe(true);
  });

  it('escapes what it writes', () => {
    expect(escapeXml('<&">')).toBe('&lt;&amp;&quot;&gt;');
  });
});
