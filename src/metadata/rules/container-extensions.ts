import { shorten } from '../../core/shorten.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { isExternal } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import { ELSEWHERE, NOT_FOLLOWED } from './elsewhere.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** The `Extends` of entity containers that lead nowhere (OData CSDL XML 4.01, section 13.1). */
export function* containerExtensions({ model, index, unnamed }: RuleInput): Generator<Fault> {
  for (const container of model.entityContainers) {
    const base = container.extends;
    // What has not the form of a name is told by edmx/structure.
    if (base === undefined || !isQualifiedName(base)) continue;
    if (index.container(base) !== undefined || unnamed.mayBe(base)) continue;
    const isElsewhere = isExternal(model, base);
    yield {
      at: container,
      attribute: 'Extends',
      subject: { element: schemaPath('EntityContainer', container.qualifiedName) },
      message: `The entity container ${shorten(container.name)} extends ${quote(base)}${isElsewhere ? ELSEWHERE : ', which the metadata does not declare'}`,
      advice: isElsewhere ? NOT_FOLLOWED : 'Correct the name, or include the document that declares it.',
      clause: CLAUSES.Extends,
      expected: 'an entity container',
      found: base,
      ...(isElsewhere ? { severity: 'warning' as const } : {}),
    };
  }
}
