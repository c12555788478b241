import { shorten } from '../../core/shorten.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { isExternal } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import { ELSEWHERE, NOT_FOLLOWED } from './elsewhere.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** The `BaseTerm` of terms that nobody declares (OData CSDL XML 4.01, section 14.1.1). */
export function* baseTerms({ model, unnamed }: RuleInput): Generator<Fault> {
  for (const term of model.terms.values()) {
    const base = term.baseTerm;
    // What has not the form of a name is told by edmx/structure.
    if (base === undefined || !isQualifiedName(base)) continue;
    if (model.terms.has(base) || unnamed.mayBe(base)) continue;
    const isElsewhere = isExternal(model, base);
    yield {
      at: term,
      attribute: 'BaseTerm',
      subject: { element: `${schemaPath('Term', term.qualifiedName)}/@BaseTerm` },
      message: `The term ${shorten(term.name)} has the base term ${quote(base)}${isElsewhere ? ELSEWHERE : ', which the metadata does not declare'}`,
      advice: isElsewhere ? NOT_FOLLOWED : 'Correct the name, or include the document that declares it.',
      clause: CLAUSES.BaseTerm,
      expected: 'a term',
      found: base,
      ...(isElsewhere ? { severity: 'warning' as const } : {}),
    };
  }
}
