import { evaluated, type Outcome } from '../../core/outcome.js';
import { LOOKUP_NAME_TERM, lookupNameOf } from '../../metadata/lookup-name.js';
import type { CheckContext } from '../assessment.js';
import { ofPrimitive } from '../effective-type.js';
import { findingAt } from '../report-finding.js';

/** `dd/lookup-name-annotation`: a string-list field that is a string says which lookup its values are from. */
export function lookupNameAnnotation(context: CheckContext): Outcome {
  return ofPrimitive(context, ['Edm.String'], (property) => {
    if (lookupNameOf(property) !== undefined) return evaluated();
    const element = context.assessment.dictionary.element(context.resource, context.name);
    const lookup = element?.kind === 'field' ? (element.lookup ?? context.name) : context.name;
    const expected = `<Annotation Term="${LOOKUP_NAME_TERM}" String="${lookup}"/>`;
    return evaluated(
      findingAt(context, 'dd/lookup-name-annotation', property, {
        subject: { resource: context.resource, field: context.name },
        message: `${context.resource}.${context.name} is an enumeration declared as ${property.type.text}, but nothing says which lookup its values are from. Add ${expected} inside the Property, or declare an EnumType.`,
        expected,
        found: `${property.type.text} without the annotation`,
      }),
    );
  });
}
