import type { XmlElement } from '../xml-element.js';
import { type Definition, LANGUAGE } from './language.js';

/**
 * The children that `edmx/version` speaks of, and no other rule: those of a name (`DataServices`, `Schema`) that are in
 * a wrong namespace; where there is none of that name, all that may not be there, since it stands in its place.
 *
 * @param definition the rule of the parent
 */
export function strays(parent: XmlElement, { children, rule }: Definition): readonly XmlElement[] {
  const { leftToVersion: name } = rule;
  if (name === undefined) return [];
  const namespace = LANGUAGE.get(name)?.namespace;
  const named = parent.children.filter((child) => child.name === name);
  if (named.length > 0) return named.filter((child) => child.namespace !== namespace);
  return parent.children.filter(
    (child) => children.get(child.name)?.definition.namespace !== child.namespace,
  );
}
