import type {
  Dictionary,
  DictionaryExpansion,
  DictionaryField,
  DictionaryResource,
} from '../dictionary/dictionary.js';

/** A standard resource as the sandbox declares and serves it. */
export interface ServedResource {
  readonly name: string;
  /** The key field. */
  readonly key: string;
  readonly fields: readonly DictionaryField[];
  /** Those that lead to a resource that is served too. */
  readonly expansions: readonly DictionaryExpansion[];
  /** The fields that are never null, the key among them. */
  readonly required: ReadonlySet<string>;
}

/** RCP-40, section 2.2: what each row of the Lookup Resource holds. */
const REQUIRED_OF_LOOKUP = ['LookupKey', 'LookupName', 'LookupValue', 'ModificationTimestamp'];

/** The resources of these names, in the dictionary's order; a name that the dictionary lacks is left out. */
export function servedResources(dictionary: Dictionary, names: readonly string[]): readonly ServedResource[] {
  return dictionary.resources
    .filter(({ name }) => names.includes(name))
    .map((resource) => servedResource(resource, names));
}

function servedResource(resource: DictionaryResource, names: readonly string[]): ServedResource {
  const key = keyOf(resource);
  return {
    name: resource.name,
    key,
    fields: resource.elements.filter((member) => member.kind === 'field'),
    expansions: resource.elements.filter(
      (member) => member.kind === 'expansion' && names.includes(member.target),
    ) as DictionaryExpansion[],
    required: new Set(resource.name === 'Lookup' ? REQUIRED_OF_LOOKUP : [key]),
  };
}

/** The key field: the resource's own, such as ListingKey or MemberKey, which the dictionary does not mark. */
function keyOf({ name, elements }: DictionaryResource): string {
  const strings = elements.filter((member) => member.kind === 'field' && member.type === 'String');
  const names = strings.map((member) => member.name);
  const own = [`${name}Key`, 'ListingKey', ...names.filter((candidate) => candidate.endsWith('Key'))];
  return own.find((candidate) => names.includes(candidate)) ?? names[0] ?? '';
}
