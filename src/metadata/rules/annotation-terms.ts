import { EDM_NAMESPACE } from '../csdl-namespaces.js';
import { RESO_VOCABULARY } from '../lookup-name.js';
import type { Position } from '../model.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { isExternal } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

interface Use {
  readonly at: Position;
  count: number;
}

/**
 * Terms of annotations that nobody declares: a warning a term, at its first use, since an annotation that a client does
 * not know is no error (OData CSDL XML 4.01, section 14.1). Terms of included vocabularies are taken on trust.
 */
export function* annotationTerms({ root, model, unnamed }: RuleInput): Generator<Fault> {
  const written = new Map<string, Use>();
  countTerms(root, written);
  const uses = new Map<string, Use>();
  for (const [term, { at, count }] of written) {
    const name = model.names.qualify(term);
    const use = uses.get(name);
    if (use === undefined) uses.set(name, { at, count });
    else use.count += count;
  }
  for (const [name, { at, count }] of uses) {
    const isKnown =
      model.terms.has(name) || name.startsWith(`${RESO_VOCABULARY}.`) || isExternal(model, name);
    if (isKnown || !isQualifiedName(name) || unnamed.mayBe(name)) continue;
    const often = count === 1 ? '' : ` (${count} times)`;
    yield {
      at,
      attribute: 'Term',
      subject: { element: `Annotation[${name}]` },
      message: `An annotation uses the term ${quote(name)}${often}, which the metadata neither declares nor includes`,
      clause: CLAUSES.Annotation,
      advice: 'Add an edmx:Reference to its vocabulary, or correct the name; clients pass it over.',
      expected: 'a term that is declared or included',
      found: name,
      severity: 'warning',
    };
  }
}

/** Counts the terms of all annotations, those of annotations included. The depth of a document is bounded. */
function countTerms(element: XmlElement, terms: Map<string, Use>): void {
  for (const child of element.children) {
    if (child.name === 'Annotation' && child.namespace === EDM_NAMESPACE) {
      const term = attributeOf(child, 'Term');
      const use = term === undefined ? undefined : terms.get(term);
      if (use !== undefined) use.count += 1;
      else if (term !== undefined) terms.set(term, { at: child, count: 1 });
    }
    if (child.children.length > 0) countTerms(child, terms);
  }
}
