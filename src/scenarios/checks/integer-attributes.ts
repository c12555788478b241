import { evaluated, notApplicable, type Outcome } from '../../core/outcome.js';
import type { Facets } from '../../metadata/model.js';
import type { CheckContext } from '../assessment.js';
import { ofPrimitive } from '../effective-type.js';
import { findingAt } from '../report-finding.js';

const INTEGERS = ['Edm.Int16', 'Edm.Int32', 'Edm.Int64'];

/** `dd/integer-attributes`: an integer field carries no MaxLength, Precision or Scale. */
export function integerAttributes(context: CheckContext): Outcome {
  return ofPrimitive(context, INTEGERS, (property, { name, facets, isCollection }) => {
    if (isCollection) return notApplicable(`${context.resource}.${context.name} is declared as a collection`);
    const attributes = attributesOf(facets);
    if (attributes.length === 0) return evaluated();
    return evaluated(
      findingAt(context, 'dd/integer-attributes', property, {
        subject: { resource: context.resource, field: context.name },
        message: `The integer field ${context.resource}.${context.name} carries ${attributes.join(' and ')}, but integers have no such attributes. Remove them.`,
        expected: `${name} without MaxLength, Precision and Scale`,
        found: attributes.join(' '),
      }),
    );
  });
}

function attributesOf({ maxLength, precision, scale }: Facets): readonly string[] {
  return Object.entries({ MaxLength: maxLength, Precision: precision, Scale: scale })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value}"`);
}
