import { shorten } from '../../core/shorten.js';
import type { XmlElement } from '../xml-element.js';
import { CLAUSES } from './clauses.js';
import { describeNamespace, listed, nameOf } from './describe-element.js';
import type { FaultSite } from './fault-site.js';
import { formerName } from './former-names.js';
import { type Child, type Definition, LANGUAGE } from './language.js';

/**
 * Tells of a child that may not be there: unknown, in another place of the language, or in another namespace.
 *
 * @returns what the child must have been meant to be, if that can be seen
 */
export function tellOfUnexpected(
  child: XmlElement,
  definition: Definition,
  site: FaultSite,
): Child | undefined {
  const named = definition.children.get(child.name);
  if (named !== undefined) {
    tellOfNamespace(child, named.definition, site);
    return named;
  }
  const near = nearestChild(child.name, definition, site);
  const former = formerName(child.name);
  site.tell(() => ({
    child,
    what: `The element ${nameOf(child)} stands in ${site.describe()}, ${onlyAllowed(definition)}`,
    clause: definition.rule.clause,
    advice: former ?? advice(child, near),
    expected: allowedIn(definition) ?? 'no element',
    found: nameOf(child),
  }));
  return former === undefined ? near : undefined;
}

/** The child that a misspelt name is near to. An element of the language elsewhere is not misspelt. */
function nearestChild(name: string, definition: Definition, site: FaultSite): Child | undefined {
  if (LANGUAGE.has(name)) return undefined;
  const near = site.near.nearest(name, definition.name, definition.children.keys());
  return near === undefined ? undefined : definition.children.get(near);
}

function tellOfNamespace(child: XmlElement, meant: Definition, site: FaultSite): void {
  site.tell(() => ({
    child,
    what: `The element ${shorten(child.name)} in ${site.describe()} is in ${describeNamespace(child.namespace)}, which is not its own, so it does not count`,
    clause: CLAUSES.Namespaces,
    advice: `Put it into the namespace "${meant.namespace}".`,
    expected: meant.namespace,
    found: child.namespace,
  }));
}

function advice(child: XmlElement, near: Child | undefined): string {
  if (near !== undefined) return `Did you mean "${near.definition.name}"?`;
  const homes = homesOf(child);
  return homes.length === 0 || homes.length > 4 ? 'Remove it.' : `Move it into ${listed(homes, 'or')}.`;
}

/** The elements that an element of the language may stand in. */
function homesOf({ name, namespace }: XmlElement): readonly string[] {
  return [...LANGUAGE.values()]
    .filter(({ children }) => children.get(name)?.definition.namespace === namespace)
    .map(nameOf);
}

function onlyAllowed(definition: Definition): string {
  const allowed = allowedIn(definition);
  return allowed === undefined ? 'where no element may stand' : `but only ${allowed} may`;
}

/** The children that an element may have, in words; nothing when it may have none. */
function allowedIn({ rule, children }: Definition): string | undefined {
  if (children.size === 0) return undefined;
  const expression = rule.values === undefined ? [] : ['an expression'];
  const named = (rule.children ?? []).map((name) => nameOf(children.get(name)?.definition ?? { name }));
  return listed([...named, ...expression], 'and');
}
