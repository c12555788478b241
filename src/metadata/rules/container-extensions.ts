import { quote, shorten } from '../quote.js';
import { isExternal } from '../resolve-type.js';
import { schemaPath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** The `Extends` of entity containers that lead nowhere (OData CSDL XML 4.01, section 13.1). */
export function* containerExtensions({ model, index }: RuleInput): Generator<Fault> {
  for (const container of model.entityContainers) {
    const base = container.extends;
    if (base === undefined || index.container(base) !== undefined) continue;
    const isElsewhere = isExternal(model, base);
    yield {
      at: container,
      attribute: 'Extends',
      subject: { element: schemaPath('EntityContainer', container.qualifiedName) },
      message: `The entity container ${shorten(container.name)} extends ${quote(base)}, ${
        isElsewhere
          ? 'of a referenced document, which cannot be followed offline. Its own sets are checked.'
          : 'which the metadata does not declare. Correct the name, or include the document that declares it.'
      }`,
      expected: 'an entity container',
      found: base,
      ...(isElsewhere ? { severity: 'warning' as const } : {}),
    };
  }
}
