import { type Attribute, LANGUAGE } from '../../../src/metadata/structure/language.js';
import type { Draws } from '../../../src/sandbox/random.js';
import { type Node, nodesOf } from './mutable-tree.js';

/** A change of one thing in a tree: what was done, in words, or nothing when the tree gives no occasion for it. */
type Mutation = (root: Node, draws: Draws) => string | undefined;

const ELEMENTS = [...LANGUAGE.values()].map(({ name, namespace }) =>
  namespace.endsWith('edmx') ? `edmx:${name}` : name,
);
const STRANGE_ELEMENTS = ['Foo', 'Propertie', 'property', 'other:Foo', 'other:Property', 'Annotaton'];
const ATTRIBUTES = [...new Set([...LANGUAGE.values()].flatMap(({ attributes }) => [...attributes.keys()]))];
const STRANGE_ATTRIBUTES = ['Foo', 'name', 'Nulable', 'FixedLength', 'other:foo', 'xml:lang', 'edmx:Name'];
const LONG = 'x'.repeat(129);

/** Values of every form, right and wrong: whichever attribute meets whichever of them. */
const VALUES: readonly string[] = [
  ...['', ' ', 'true', 'false', 'True', '1', '0', ' true', 'yes'],
  ...[
    '7',
    '-7',
    '+7',
    '007',
    '7.5',
    '99999999999',
    '9223372036854775808',
    'max',
    'Max',
    'variable',
    'Variable',
  ],
  ...['floating', 'unbounded', '1e3', '.5', '5.', 'INF', '-INF', '+INF', 'NaN', '2.5E-3'],
  ...['Name', '_Name', '9Name', 'Na-me', 'Na me', 'Näme', 'Nam\u00e9\u0301', LONG, LONG.slice(1), '$Name'],
  ...[
    'Edm',
    'odata',
    'System',
    'Transient',
    'Edm.String',
    'Edm.Foo',
    'Edm.EntityType',
    'String',
    'Self.Listing',
  ],
  ...['a.b', 'a..b', '.a', 'a.', 'a.9b', `a.${LONG}`, 'Collection(Edm.String)', 'Collection(Self.Listing)'],
  ...[
    'Collection(String)',
    'Collection(Edm.String',
    'Collection(Collection(Edm.String))',
    'collection(Edm.String)',
  ],
  ...[
    'a/b',
    'a//b',
    '/a',
    'a/',
    'a/b.c/d',
    '@a.b',
    'a/@b.c',
    'a/@b.c#q',
    'a#b',
    'a/$count',
    '$count',
    'a(b)',
  ],
  ...['a.b(Edm.String)/c', 'a.b(Edm.String,Collection(a.c))', 'a.b()/$ReturnType', 'a.b(', 'a.b)', 'a b.c/d'],
  ...[
    'a.b/c a.b/d',
    'a.b/c,a.b/d',
    'a.b/c/d',
    'Property EntityType',
    'Property Foo',
    'Foo',
    'Property  Term ',
  ],
  ...['2024-02-29', '2023-02-29', '2024-13-01', '24-01-01', '2024-01-01Z', '-2024-01-01', '12024-01-01'],
  ...['2024-01-01T00:00:00Z', '2024-01-01T00:00Z', '2024-01-01T00:00:00', '2024-01-01T24:00:00Z'],
  ...['2024-01-01T00:00:00+14:00', '2024-01-01T00:00:00+14:01', '2024-01-01T00:00:00.123456789012Z'],
  ...[
    '12:00:00',
    '12:00',
    '24:00:00',
    '12:00:60',
    '12:00:00.5',
    'P1D',
    'PT1S',
    'P',
    'PT',
    'P1Y',
    'P1DT',
    '-PT1.5S',
  ],
  ...['P1M', 'PT1M', '1D', '21ec2020-3aea-1069-a2dd-08002b30309d', '21ec2020-3aea-1069-a2dd-08002b30309'],
  ...['QUI=', 'QUI', 'QUJD', 'QUJ', 'QQ==', 'QQ', 'Q', 'QUI+', 'T0RhdGE'],
  ...[
    'Cascade',
    'cascade',
    'None',
    'SetNull',
    'SetDefault',
    'SetNothing',
    'http://a.b/c d',
    'http://[',
    '%zz',
  ],
];

const MUTATIONS: readonly Mutation[] = [
  deleteElement,
  duplicateElement,
  moveElement,
  insertElement,
  renameElement,
  swapElements,
  emptyElement,
  deleteAttribute,
  renameAttribute,
  addAttribute,
  addKnownAttribute,
  changeValue,
  changeValue,
  changeValue,
  changeText,
  addText,
];

/** Changes one thing in a tree, and says what. */
export function mutate(root: Node, draws: Draws): string {
  for (;;) {
    const done = draws.pick(MUTATIONS)(root, draws);
    if (done !== undefined) return done;
  }
}

interface Spot {
  readonly parent: Node;
  readonly index: number;
  readonly node: Node;
}

/** An element with its parent; nothing when the root is alone. */
function spot(root: Node, draws: Draws): Spot | undefined {
  const spots = nodesOf(root).flatMap((parent) =>
    parent.children.flatMap((node, index) => (typeof node === 'string' ? [] : [{ parent, index, node }])),
  );
  return spots.length === 0 ? undefined : draws.pick(spots);
}

function deleteElement(root: Node, draws: Draws): string | undefined {
  const found = spot(root, draws);
  if (found === undefined) return undefined;
  const { parent, index, node } = found;
  parent.children.splice(index, 1);
  return `delete ${node.name} from ${parent.name}`;
}

function duplicateElement(root: Node, draws: Draws): string | undefined {
  const found = spot(root, draws);
  if (found === undefined) return undefined;
  const { parent, index, node } = found;
  parent.children.splice(index, 0, structuredClone(node));
  return `duplicate ${node.name} in ${parent.name}`;
}

function moveElement(root: Node, draws: Draws): string | undefined {
  const found = spot(root, draws);
  if (found === undefined) return undefined;
  const { parent, index, node } = found;
  const inside = new Set(nodesOf(node));
  const target = draws.pick(nodesOf(root));
  if (inside.has(target) || target.children.some((child) => typeof child === 'string')) return undefined;
  parent.children.splice(index, 1);
  target.children.splice(draws.between(0, target.children.length), 0, node);
  return `move ${node.name} from ${parent.name} to ${target.name}`;
}

function insertElement(root: Node, draws: Draws): string | undefined {
  const target = draws.pick(nodesOf(root));
  if (target.children.some((child) => typeof child === 'string')) return undefined;
  const name = draws.pick([...ELEMENTS, ...STRANGE_ELEMENTS]);
  target.children.splice(draws.between(0, target.children.length), 0, { name, attributes: [], children: [] });
  return `insert ${name} into ${target.name}`;
}

function renameElement(root: Node, draws: Draws): string | undefined {
  const found = spot(root, draws);
  if (found === undefined) return undefined;
  const { parent, node } = found;
  const before = node.name;
  node.name = draws.pick([...ELEMENTS, ...STRANGE_ELEMENTS, `edmx:${before.replace(/^edmx:/, '')}`]);
  return `rename ${before} in ${parent.name} to ${node.name}`;
}

function swapElements(root: Node, draws: Draws): string | undefined {
  const found = spot(root, draws);
  if (found === undefined) return undefined;
  const { parent, index, node } = found;
  const other = parent.children[index + 1];
  if (other === undefined || typeof other === 'string') return undefined;
  parent.children.splice(index, 2, other, node);
  return `swap ${node.name} and ${other.name} in ${parent.name}`;
}

function emptyElement(root: Node, draws: Draws): string | undefined {
  const found = spot(root, draws);
  if (found === undefined) return undefined;
  const { node } = found;
  if (node.children.length === 0) return undefined;
  node.children.length = 0;
  return `empty ${node.name}`;
}

function deleteAttribute(root: Node, draws: Draws): string | undefined {
  const node = draws.pick(nodesOf(root));
  if (node.attributes.length === 0) return undefined;
  const [removed] = node.attributes.splice(draws.between(0, node.attributes.length - 1), 1);
  return `delete ${removed?.[0]} from ${node.name}`;
}

function renameAttribute(root: Node, draws: Draws): string | undefined {
  const node = draws.pick(nodesOf(root));
  if (node.attributes.length === 0) return undefined;
  const attribute = draws.pick(node.attributes);
  const before = attribute[0];
  const name = draws.pick([...ATTRIBUTES, ...STRANGE_ATTRIBUTES]);
  if (node.attributes.some(([other]) => other === name)) return undefined;
  attribute[0] = name;
  return `rename ${before} of ${node.name} to ${name}`;
}

function addAttribute(root: Node, draws: Draws): string | undefined {
  const node = draws.pick(nodesOf(root));
  const name = draws.pick([...ATTRIBUTES, ...STRANGE_ATTRIBUTES, 'xsi:schemaLocation']);
  return add(node, name, draws.pick(VALUES));
}

function addKnownAttribute(root: Node, draws: Draws): string | undefined {
  const node = draws.pick(nodesOf(root));
  const known = attributesOf(node);
  return known.length === 0 ? undefined : add(node, draws.pick(known).name, draws.pick(VALUES));
}

function add(node: Node, name: string, value: string): string | undefined {
  if (node.attributes.some(([other]) => other === name)) return undefined;
  node.attributes.push([name, value]);
  return `add ${name}=${JSON.stringify(value)} to ${node.name}`;
}

function changeValue(root: Node, draws: Draws): string | undefined {
  const node = draws.pick(nodesOf(root));
  if (node.attributes.length === 0) return undefined;
  const attribute = draws.pick(node.attributes);
  attribute[1] = draws.pick(VALUES);
  return `set ${attribute[0]} of ${node.name} to ${JSON.stringify(attribute[1])}`;
}

function changeText(root: Node, draws: Draws): string | undefined {
  const texts = nodesOf(root).filter(({ children }) => children.some((child) => typeof child === 'string'));
  if (texts.length === 0) return undefined;
  const node = draws.pick(texts);
  const text = draws.pick(VALUES);
  node.children.splice(0, node.children.length, text);
  return `set the text of ${node.name} to ${JSON.stringify(text)}`;
}

function addText(root: Node, draws: Draws): string {
  const node = draws.pick(nodesOf(root));
  const text = draws.pick(['text', ' ', '\n', '7']);
  node.children.push(text);
  return `add the text ${JSON.stringify(text)} to ${node.name}`;
}

function attributesOf({ name }: Node): readonly Attribute[] {
  return [...(LANGUAGE.get(name.replace(/^edmx:/, ''))?.attributes.values() ?? [])];
}
