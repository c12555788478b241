import type { XmlElement } from '../../../src/metadata/xml-element.js';
import { EDM, EDMX, rootOf } from '../documents.js';

/** An element that can be changed and written out again. */
export interface Node {
  /** As written: `Schema`, `edmx:Edmx`. */
  name: string;
  readonly attributes: [name: string, value: string][];
  readonly children: (Node | string)[];
}

/** The tree of a document whose elements are all of CSDL. */
export function treeOf(text: string): Node {
  return nodeOf(rootOf(text));
}

function nodeOf({ name, namespace, attributes, children, text }: XmlElement): Node {
  return {
    name: namespace === EDMX ? `edmx:${name}` : name,
    attributes: attributes.map((attribute) => [attribute.name, attribute.value]),
    children: children.length > 0 ? children.map(nodeOf) : text === '' ? [] : [text],
  };
}

/** All elements of a tree, the root first. */
export function nodesOf(root: Node): Node[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))];
}

/** The document of a tree, an element a line. */
export function written(root: Node): string {
  const declared = ` xmlns:edmx="${EDMX}" xmlns="${EDM}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:other="urn:other"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writtenNode(root, declared)}\n`;
}

function writtenNode({ name, attributes, children }: Node, declared = ''): string {
  const list = attributes.map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join('');
  const start = `<${name}${declared}${list}`;
  if (children.length === 0) return `${start}/>`;
  const isText = children.every((child) => typeof child === 'string');
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : writtenNode(child)));
  return isText ? `${start}>${content.join('')}</${name}>` : `${start}>\n${content.join('\n')}\n</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
