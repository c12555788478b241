import { RESO_VOCABULARY } from '../lookup-name.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { isExternal } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import type { AnnotationNames, TermUse } from './annotation-names.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * Terms of annotations that nobody declares: a warning a term, at its first use, since an annotation that a client does
 * not know is no error (OData CSDL XML 4.01, section 14.1). Terms of included vocabularies are taken on trust.
 */
export function* annotationTerms(
  { terms }: AnnotationNames,
  { model, unnamed }: RuleInput,
): Generator<Fault> {
  const uses = new Map<string, TermUse>();
  for (const [term, { at, count }] of terms) {
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
