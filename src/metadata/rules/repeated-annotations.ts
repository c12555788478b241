import { EDM_NAMESPACE } from '../csdl-namespaces.js';
import { quote } from '../quote.js';
import { CLAUSES } from '../structure/clauses.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * Annotations of one element that share term and qualifier: a warning, as all that concerns annotations (OData CSDL XML
 * 4.01, section 14.2).
 */
export function* repeatedAnnotations({ root, model }: RuleInput): Generator<Fault> {
  const found: (readonly XmlElement[])[] = [];
  collectWithTwo(root, [root], found);
  for (const ancestors of found) {
    const parent = ancestors.at(-1);
    if (parent !== undefined) yield* inside(parent, ancestors.slice(1).map(step).join('/'), model.names);
  }
}

/**
 * Collects the elements with more than one annotation, each behind what it stands in. The depth of a document is
 * bounded.
 */
function collectWithTwo(
  element: XmlElement,
  ancestors: XmlElement[],
  found: (readonly XmlElement[])[],
): void {
  let annotations = 0;
  for (const child of element.children) {
    if (isAnnotation(child)) annotations += 1;
    if (child.children.length === 0) continue;
    ancestors.push(child);
    collectWithTwo(child, ancestors, found);
    ancestors.pop();
  }
  if (annotations > 1) found.push([...ancestors]);
}

function* inside(parent: XmlElement, path: string, names: RuleInput['model']['names']): Generator<Fault> {
  let seen: Map<string, XmlElement> | undefined;
  for (const child of parent.children) {
    const term = isAnnotation(child) ? attributeOf(child, 'Term') : undefined;
    if (term === undefined) continue;
    seen ??= new Map();
    const qualifier = attributeOf(child, 'Qualifier');
    const key = `${names.qualify(term)}#${qualifier ?? ''}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, child);
      continue;
    }
    yield {
      at: child,
      attribute: 'Term',
      subject: { element: `${path}/Annotation[${key.replace(/#$/, '')}]` },
      message: `The term ${quote(term)} is applied twice to one element${qualifier === undefined ? '' : ` with the qualifier ${quote(qualifier)}`}; line ${first.line} does it already`,
      advice: 'Remove one, or give it another Qualifier.',
      clause: CLAUSES.Annotation,
      found: term,
      severity: 'warning',
    };
  }
}

function isAnnotation({ name, namespace }: XmlElement): boolean {
  return name === 'Annotation' && namespace === EDM_NAMESPACE;
}

function step(element: XmlElement): string {
  for (const key of ['Name', 'Namespace', 'Target', 'Term', 'Path', 'Property']) {
    const value = attributeOf(element, key);
    if (value !== undefined) return `${element.name}[${value}]`;
  }
  return element.name;
}
