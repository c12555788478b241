import { EDM_NAMESPACE, edmChildren } from './csdl-namespaces.js';
import type { Annotation } from './model.js';
import type { QualifiedNames } from './qualified-names.js';
import { attributeOf, type XmlElement } from './xml-element.js';

/** The constant expressions (OData CSDL XML 4.01, section 14.3), as attributes and as child elements. */
const CONSTANTS: ReadonlySet<string> = new Set([
  ...[
    'Binary',
    'Bool',
    'Date',
    'DateTimeOffset',
    'Decimal',
    'Duration',
    'EnumMember',
    'Float',
    'Guid',
    'Int',
  ],
  ...['String', 'TimeOfDay'],
]);

const NONE: readonly Annotation[] = Object.freeze([]);

/** The annotations of a document: those inside an element, and those that `Annotations Target=` gives it. */
export class Annotations {
  readonly #names: QualifiedNames;
  readonly #byTarget = new Map<string, Annotation[]>();

  constructor(schemas: readonly XmlElement[], names: QualifiedNames) {
    this.#names = names;
    for (const group of schemas.flatMap((schema) => edmChildren(schema, 'Annotations'))) this.#collect(group);
  }

  /**
   * The annotations of an element, inline ones first. Its path is that of its parent, and its name where it has one of
   * its own: `ns.Type` and `Property`.
   */
  of(element: XmlElement, parent: string, name?: string): readonly Annotation[] {
    const inline = this.#inside(element, undefined);
    if (this.#byTarget.size === 0) return inline.length === 0 ? NONE : Object.freeze(inline);
    const targeted = this.#byTarget.get(name === undefined ? parent : `${parent}/${name}`) ?? NONE;
    if (targeted.length === 0) return inline.length === 0 ? NONE : Object.freeze(inline);
    return Object.freeze([...inline, ...targeted]);
  }

  #collect(group: XmlElement): void {
    const target = attributeOf(group, 'Target');
    if (target === undefined) return;
    const path = this.#names.qualifyPath(target);
    const annotations = this.#inside(group, attributeOf(group, 'Qualifier'));
    const before = this.#byTarget.get(path);
    if (before === undefined) this.#byTarget.set(path, [...annotations]);
    else for (const annotation of annotations) before.push(annotation);
  }

  #inside(element: XmlElement, sharedQualifier: string | undefined): readonly Annotation[] {
    if (element.children.length === 0) return NONE;
    const found: Annotation[] = [];
    for (const child of element.children) {
      if (child.name !== 'Annotation' || child.namespace !== EDM_NAMESPACE) continue;
      const annotation = this.#read(child, sharedQualifier);
      if (annotation !== undefined) found.push(annotation);
    }
    return found;
  }

  #read(element: XmlElement, sharedQualifier: string | undefined): Annotation | undefined {
    const term = attributeOf(element, 'Term');
    if (term === undefined) return undefined;
    const qualifier = attributeOf(element, 'Qualifier') ?? sharedQualifier;
    const value = constantOf(element);
    return Object.freeze({
      term: this.#names.qualify(term),
      ...(qualifier === undefined ? {} : { qualifier }),
      ...(value === undefined ? {} : { value }),
      line: element.line,
      column: element.column,
    });
  }
}

function constantOf(element: XmlElement): string | undefined {
  for (const { name, namespace, value } of element.attributes) {
    if (namespace === '' && CONSTANTS.has(name)) return value;
  }
  const constant = element.children.find(isConstant);
  return constant?.name === 'String' ? constant.text : constant?.text.trim();
}

function isConstant({ name, namespace }: XmlElement): boolean {
  return namespace === EDM_NAMESPACE && CONSTANTS.has(name);
}
