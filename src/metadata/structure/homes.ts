import type { XmlElement } from '../xml-element.js';
import { type Definition, LANGUAGE } from './language.js';

/** What others refer to, or what holds it: the rest is missed by nobody where it stands in a wrong place. */
const REFERRED_TO: ReadonlySet<string> = new Set([
  ...['Reference', 'Include', 'Schema', 'EntityType', 'ComplexType', 'EnumType', 'TypeDefinition', 'Term'],
  ...['Key', 'PropertyRef', 'Property', 'NavigationProperty', 'Member', 'Action', 'Function', 'Parameter'],
  ...['ReturnType', 'EntityContainer', 'EntitySet', 'Singleton', 'ActionImport', 'FunctionImport'],
]);

/** What may be put around an element to give it a place: what tells nothing of itself. */
const WRAPPERS: ReadonlySet<string> = new Set(['Key', 'Reference']);

/** The element that another one belongs into. */
interface Home {
  readonly parent: XmlElement;
  /** What must stand around the other one there. */
  readonly wrapper?: Definition;
}

/**
 * Finds where an element belongs that may not be where it is: into the nearest element around it that may have it, or
 * into one that such an element has. Many may stand in one wrong place: for each name it is looked for once.
 */
export class Homes {
  readonly #known = new Map<XmlElement, Map<string, Home | undefined>>();

  /**
   * @param child an element
   * @param around what it is in, outermost first
   */
  of(child: XmlElement, around: readonly XmlElement[]): Home | undefined {
    const parent = around.at(-1);
    if (parent === undefined || !REFERRED_TO.has(child.name)) return undefined;
    const known = this.#known.get(parent) ?? new Map<string, Home | undefined>();
    this.#known.set(parent, known);
    const name = `${child.namespace} ${child.name}`;
    if (!known.has(name)) known.set(name, find(child, around));
    return known.get(name);
  }
}

function find(child: XmlElement, around: readonly XmlElement[]): Home | undefined {
  for (const ancestor of around.toReversed()) {
    const definition = definitionOf(ancestor);
    if (definition === undefined) continue;
    if (mayHave(definition, child)) return { parent: ancestor };
    const inside = ancestor.children.find((one) => one !== child && mayHave(definitionOf(one), child));
    if (inside !== undefined) return { parent: inside };
    const wrapper = [...definition.children.values()]
      .map((one) => one.definition)
      .find((one) => WRAPPERS.has(one.name) && mayHave(one, child));
    if (wrapper !== undefined) return { parent: ancestor, wrapper };
  }
  return undefined;
}

function definitionOf({ name, namespace }: XmlElement): Definition | undefined {
  const definition = LANGUAGE.get(name);
  return definition?.namespace === namespace ? definition : undefined;
}

function mayHave(definition: Definition | undefined, { name, namespace }: XmlElement): boolean {
  return definition?.children.get(name)?.definition.namespace === namespace;
}
