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
 * into one that such an element has. Many may be misplaced: each element is asked once for each name.
 */
export class Homes {
  readonly #known = new Map<XmlElement, Map<string, Home | undefined>>();

  /**
   * @param child an element
   * @param around what it is in, outermost first
   */
  of(child: XmlElement, around: readonly XmlElement[]): Home | undefined {
    if (!REFERRED_TO.has(child.name)) return undefined;
    for (let at = around.length - 1; at >= 0; at--) {
      const ancestor = around[at];
      const home = ancestor === undefined ? undefined : this.#in(ancestor, child);
      if (home !== undefined) return home;
    }
    return undefined;
  }

  #in(ancestor: XmlElement, child: XmlElement): Home | undefined {
    const known = this.#known.get(ancestor) ?? new Map<string, Home | undefined>();
    this.#known.set(ancestor, known);
    const name = `${child.namespace} ${child.name}`;
    if (!known.has(name)) known.set(name, homeIn(ancestor, child));
    return known.get(name);
  }
}

function homeIn(ancestor: XmlElement, child: XmlElement): Home | undefined {
  const definition = definitionOf(ancestor);
  if (definition === undefined) return undefined;
  if (mayHave(definition, child)) return { parent: ancestor };
  const inside = ancestor.children.find((one) => mayHave(definitionOf(one), child));
  if (inside !== undefined) return { parent: inside };
  const wrapper = [...definition.children.values()]
    .map((one) => one.definition)
    .find((one) => WRAPPERS.has(one.name) && mayHave(one, child));
  return wrapper === undefined ? undefined : { parent: ancestor, wrapper };
}

function definitionOf({ name, namespace }: XmlElement): Definition | undefined {
  const definition = LANGUAGE.get(name);
  return definition?.namespace === namespace ? definition : undefined;
}

function mayHave(definition: Definition | undefined, { name, namespace }: XmlElement): boolean {
  return definition?.children.get(name)?.definition.namespace === namespace;
}
