import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordKeyFields } from '../../src/common-format/dictionary/record-keys.js';
import type { DictionaryResource } from '../../src/dictionary/dictionary.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { GENERATED, SLOW_MS, VERSIONS } from '../dictionary/official.js';
import { check } from '../metadata/documents.js';

const REFERENCE = resolve(import.meta.dirname, '../../../shared/dictionary/edmx');
const IS_ABSENT = !existsSync(REFERENCE);
const WHY_SKIPPED = IS_ABSENT ? ' (skipped: the reference metadata in ../shared is absent)' : '';

function resource(name: string, ...fields: readonly string[]): DictionaryResource {
  const about = { synonyms: [], propertyTypes: [], payloads: [] };
  return {
    name,
    elements: fields.map((field) => ({ kind: 'field', name: field, type: 'String', ...about })),
  };
}

describe('the key of a resource', () => {
  it.each([
    ['called like it', resource('Media', 'ResourceRecordKey', 'MediaKey'), ['MediaKey']],
    ['called like one of it', resource('Teams', 'TeamLeadKey', 'TeamKey'), ['TeamKey']],
    ['called like a part of a property', resource('PropertyRooms', 'ListingKey', 'RoomKey'), ['RoomKey']],
    ['with a name of its own', resource('Property', 'ListAgentKey', 'ListingKey'), ['ListingKey']],
    [
      'of two fields',
      resource('MemberAssociation', 'AssociationKey', 'MemberKey'),
      ['MemberKey', 'AssociationKey'],
    ],
    ['that is not there', resource('Weather', 'StationKey'), []],
  ])('%s', (_, of, key) => {
    expect(recordKeyFields(of)).toEqual(key);
  });
});

describe.skipIf(IS_ABSENT)(`RESO's reference metadata${WHY_SKIPPED}`, () => {
  // Its keys of these four are not those of their records: many notes have one contact, many members one association.
  const OTHERS = ['ContactListingNotes', 'InternetTrackingSummary', 'MemberAssociation', 'OfficeAssociation'];

  it.each(VERSIONS)(
    'has the same keys in %s, but for four',
    async (version) => {
      const { dictionary } = await loadDictionary(GENERATED, version);
      const bytes = readFileSync(resolve(REFERENCE, `dd-${version}-lookup-resource.xml`));
      const { model } = check(bytes);
      if (model === undefined) throw new Error('the reference metadata has no model');
      const { resources } = metadataReport({ model, standardNames: new Set(), version, generatedOn: '' });
      const keys = new Map(resources.map(({ resourceName, keyFields }) => [resourceName, keyFields]));
      const differing = dictionary.resources.filter(
        (standard) => String(recordKeyFields(standard)) !== String(keys.get(standard.name)),
      );
      expect(differing.map(({ name }) => name).filter((name) => !OTHERS.includes(name))).toEqual([]);
      expect(differing.every((standard) => recordKeyFields(standard).length > 0)).toBe(true);
    },
    SLOW_MS,
  );
});
