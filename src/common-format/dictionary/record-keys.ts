import type { DictionaryResource } from '../../dictionary/dictionary.js';

/** Resources whose key is not called like the resource, as RESO's reference metadata has them. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  Property: ['ListingKey'],
  EntityEvent: ['EntityEventSequence'],
  InternetTracking: ['EventKey'],
  MemberAssociation: ['MemberKey', 'AssociationKey'],
  OfficeAssociation: ['OfficeKey', 'AssociationKey'],
  OUID: ['OrganizationUniqueIdKey'],
  PropertyGreenVerification: ['GreenBuildingVerificationKey'],
  Queue: ['QueueTransactionKey'],
  TransactionManagement: ['TransactionKey'],
};

/** What the names of resources have before the part that their keys have: `PropertyRooms` has a `RoomKey`. */
const PREFIX = /^Property(?=.)/;

/**
 * The fields that tell the records of a resource apart. The dictionary does not say which these are, and payloads come
 * without metadata: the field that is called like the resource, one of it, or one of the part after `Property`. Empty where
 * there is none; a record without a value in one of them is known by its content.
 */
export function recordKeyFields({ name, elements }: DictionaryResource): readonly string[] {
  const fields = new Set(elements.filter(({ kind }) => kind === 'field').map((element) => element.name));
  const short = name.replace(PREFIX, '');
  const candidates = [
    KEYS[name] ?? [],
    ...[name, short].flatMap((stem) => [[`${stem}Key`], [`${stem.replace(/s$/, '')}Key`]]),
  ];
  return candidates.find((key) => key.length > 0 && key.every((field) => fields.has(field))) ?? [];
}
