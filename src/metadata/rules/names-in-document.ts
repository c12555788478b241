import { shorten } from '../../core/shorten.js';
import { schemaElementsOf } from '../build-model.js';
import { edmxChildren } from '../csdl-namespaces.js';
import { quote } from '../quote.js';
import { CLAUSES } from '../structure/clauses.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { Fault } from './fault.js';
import { repeated } from './repeated.js';
import type { RuleInput } from './rule-context.js';

/**
 * Namespaces of schemas and includes, aliases and referenced documents: a namespace is declared once and included once,
 * an alias stands for one namespace and is none itself, and a document is referenced once (OData CSDL XML 4.01, sections
 * 4.1, 4.2 and 5.2).
 */
export function* namesInDocument({ root }: RuleInput): Generator<Fault> {
  const schemas = schemaElementsOf(root);
  const references = edmxChildren(root, 'Reference');
  const includes = references.flatMap((reference) => edmxChildren(reference, 'Include'));
  for (const { element, name, first, number } of repeated(schemas, 'Namespace')) {
    yield {
      at: element,
      attribute: 'Namespace',
      subject: { element: `Schema[${name}][${number}]` },
      message: `A second Schema has the namespace ${quote(name)}, which that of line ${first.line} has already`,
      clause: CLAUSES.Schema,
      advice: 'Put both into one Schema, or give this one another namespace.',
      expected: 'a namespace of its own',
      found: name,
    };
  }
  const again = [...repeated(includes, 'Namespace')];
  for (const { element, name, first, number } of again) {
    yield {
      at: element,
      attribute: 'Namespace',
      subject: { element: `Include[${name}][${number}]` },
      message: `The namespace ${quote(name)} is included twice; line ${first.line} does it already`,
      clause: CLAUSES.Include,
      advice: 'Remove one of them.',
      expected: 'one Include',
      found: name,
    };
  }
  const told = new Set(again.map(({ element }) => element));
  for (const { element, name, first, number } of repeated(references, 'Uri')) {
    if (edmxChildren(element, 'Include').some((include) => told.has(include))) continue;
    yield {
      at: element,
      attribute: 'Uri',
      subject: { element: `Reference[${name}][${number}]` },
      message: `The document ${quote(name)} is referenced twice; line ${first.line} does it already`,
      clause: CLAUSES.Reference,
      advice: 'Put what both include into one edmx:Reference.',
      expected: 'one Reference',
      found: name,
    };
  }
  yield* aliases([...includes, ...schemas]);
}

function* aliases(declarations: readonly XmlElement[]): Generator<Fault> {
  const namespaces = new Set(declarations.map((element) => attributeOf(element, 'Namespace')));
  const seen = new Map<string, XmlElement>();
  for (const element of declarations) {
    const alias = attributeOf(element, 'Alias');
    const namespace = attributeOf(element, 'Namespace') ?? '';
    if (alias === undefined) continue;
    const first = seen.get(alias);
    const isTaken = first !== undefined && attributeOf(first, 'Namespace') !== namespace;
    seen.set(alias, first ?? element);
    if (!isTaken && !namespaces.has(alias)) continue;
    yield {
      at: element,
      attribute: 'Alias',
      subject: { element: `${element.name}[${namespace}]/@Alias` },
      message: isTaken
        ? `The alias ${quote(alias)} of ${shorten(namespace)} stands for ${shorten(attributeOf(first, 'Namespace') ?? '')} already (line ${first.line})`
        : `The alias ${quote(alias)} of ${shorten(namespace)} is the name of a namespace`,
      advice: 'Choose another one.',
      clause: CLAUSES.SchemaAlias,
      expected: 'an alias of its own',
      found: alias,
    };
  }
}
