import { shorten } from '../../core/shorten.js';
import { schemaElementsOf } from '../build-model.js';
import { EDM_NAMESPACE, edmChildren } from '../csdl-namespaces.js';
import { quote } from '../quote.js';
import { CLAUSES } from '../structure/clauses.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { Fault } from './fault.js';
import { repeated } from './repeated.js';
import type { RuleInput } from './rule-context.js';

/** What a group of siblings must have different. */
interface Siblings {
  readonly elements: ReadonlySet<string>;
  readonly attribute: string;
  readonly where: string;
}

const DECLARATIONS: Siblings = siblings('the Schema', 'Name', [
  ...['EntityType', 'ComplexType', 'EnumType', 'TypeDefinition', 'Term', 'EntityContainer'],
]);
const MEMBERS = siblings('the type', 'Name', ['Property', 'NavigationProperty']);

/** The groups of siblings in which a name stands once, by the element that holds them (OData CSDL XML 4.01). */
const GROUPS: ReadonlyMap<string, readonly Siblings[]> = new Map([
  ['Schema', [DECLARATIONS]],
  ['EntityType', [MEMBERS]],
  ['ComplexType', [MEMBERS]],
  ['EnumType', [siblings('the enumeration', 'Name', ['Member'])]],
  ['Key', [siblings('the key', 'Name', ['PropertyRef'])]],
  ['Action', [siblings('the action', 'Name', ['Parameter'])]],
  ['Function', [siblings('the function', 'Name', ['Parameter'])]],
  [
    'EntityContainer',
    [siblings('the container', 'Name', ['EntitySet', 'Singleton', 'ActionImport', 'FunctionImport'])],
  ],
  ['EntitySet', [siblings('the entity set', 'Path', ['NavigationPropertyBinding'])]],
  ['Singleton', [siblings('the singleton', 'Path', ['NavigationPropertyBinding'])]],
]);

/** Names that stand twice among siblings, and aliases of key properties that are names of something else. */
export function* namesInSchemas({ root }: RuleInput): Generator<Fault> {
  for (const schema of schemaElementsOf(root)) {
    const path = `Schema[${attributeOf(schema, 'Namespace') ?? ''}]`;
    yield* within(schema, path);
    for (const child of schema.children) {
      if (child.namespace !== EDM_NAMESPACE) continue;
      const childPath = `${path}/${child.name}[${attributeOf(child, 'Name') ?? ''}]`;
      yield* within(child, childPath);
      if (child.name === 'EntityType') yield* inKey(child, childPath);
      if (child.name === 'EntityContainer') yield* inSets(child, childPath);
    }
  }
}

function* within(parent: XmlElement, path: string): Generator<Fault> {
  for (const { elements, attribute, where } of GROUPS.get(parent.name) ?? []) {
    const group = parent.children.length < 2 ? [] : siblingsIn(parent, elements, attribute);
    for (const { element, name, first, number } of repeated(group, attribute)) {
      yield {
        at: element,
        attribute,
        subject: { element: `${path}/${element.name}[${name}][${number}]` },
        message: `${where} has a second ${describe(element)} ${quote(name)}; ${first.name === element.name ? 'the first' : `a ${first.name} of that name`} is at line ${first.line}`,
        advice: 'Rename or remove one of them.',
        clause: CLAUSES[element.name as keyof typeof CLAUSES],
        expected: `one ${quote(name)}`,
        found: name,
      };
    }
  }
}

/** The siblings of a group; none where no two of them share a name, which is the rule. */
function siblingsIn(
  parent: XmlElement,
  elements: ReadonlySet<string>,
  attribute: string,
): readonly XmlElement[] {
  const group: XmlElement[] = [];
  const names = new Set<string | undefined>();
  for (const child of parent.children) {
    if (child.namespace !== EDM_NAMESPACE || !elements.has(child.name)) continue;
    group.push(child);
    names.add(attributeOf(child, attribute));
  }
  return names.size === group.length ? [] : group;
}

function describe({ name }: XmlElement): string {
  return name === 'NavigationPropertyBinding' ? 'binding of' : name;
}

function* inSets(container: XmlElement, path: string): Generator<Fault> {
  for (const set of container.children) {
    if (set.namespace !== EDM_NAMESPACE || set.children.length < 2) continue;
    yield* within(set, `${path}/${set.name}[${attributeOf(set, 'Name') ?? ''}]`);
  }
}

/** An alias of a key property is told from the other aliases and from all members of the type (section 6.5). */
function* inKey(type: XmlElement, path: string): Generator<Fault> {
  const [key] = edmChildren(type, 'Key');
  if (key === undefined) return;
  yield* within(key, `${path}/Key`);
  const refs = edmChildren(key, 'PropertyRef').filter((ref) => attributeOf(ref, 'Alias') !== undefined);
  if (refs.length === 0) return;
  const members = new Set(type.children.filter(isMember).map((member) => attributeOf(member, 'Name')));
  const repeats = new Map([...repeated(refs, 'Alias')].map((one) => [one.element, one.first]));
  for (const ref of refs) {
    const alias = attributeOf(ref, 'Alias') ?? '';
    const first = repeats.get(ref);
    if (first === undefined && !members.has(alias)) continue;
    yield {
      at: ref,
      attribute: 'Alias',
      subject: { element: `${path}/Key/PropertyRef[${attributeOf(ref, 'Name') ?? ''}]/@Alias` },
      message: `The alias ${quote(alias)} in the key of ${shorten(attributeOf(type, 'Name') ?? '')} is ${first === undefined ? 'the name of a member of the type' : `that of line ${first.line} already`}`,
      advice: 'Choose another one.',
      clause: CLAUSES.PropertyRef,
      expected: 'an alias of its own',
      found: alias,
    };
  }
}

function isMember({ name, namespace }: XmlElement): boolean {
  return namespace === EDM_NAMESPACE && MEMBERS.elements.has(name);
}

function siblings(where: string, attribute: string, elements: readonly string[]): Siblings {
  return {
    where: `${where.charAt(0).toUpperCase()}${where.slice(1)}`,
    attribute,
    elements: new Set(elements),
  };
}
