import { evaluated, notApplicable, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { RuleId } from '../../core/rules.js';
import type { Facets } from '../../metadata/model.js';
import type { CheckContext } from '../assessment.js';
import { ofPrimitive } from '../effective-type.js';
import { findingAt } from '../report-finding.js';

interface SuggestedSize {
  readonly rule: RuleId;
  readonly type: string;
  readonly attribute: 'MaxLength' | 'Precision' | 'Scale';
  readonly declared: keyof Facets;
  readonly suggested: 'length' | 'precision' | 'scale';
}

/** `dd/suggested-length`: MaxLength equals the suggested length. Informs, never fails. */
export const suggestedLength = compares({
  rule: 'dd/suggested-length',
  type: 'Edm.String',
  attribute: 'MaxLength',
  declared: 'maxLength',
  suggested: 'length',
});

/** `dd/suggested-precision`: Precision equals the suggested precision. Informs, never fails. */
export const suggestedPrecision = compares({
  rule: 'dd/suggested-precision',
  type: 'Edm.Decimal',
  attribute: 'Precision',
  declared: 'precision',
  suggested: 'precision',
});

/** `dd/suggested-scale`: Scale equals the suggested scale. Informs, never fails. */
export const suggestedScale = compares({
  rule: 'dd/suggested-scale',
  type: 'Edm.Decimal',
  attribute: 'Scale',
  declared: 'scale',
  suggested: 'scale',
});

function compares(size: SuggestedSize): (context: CheckContext) => Outcome {
  return (context) => {
    const suggested = context.expectation[size.suggested];
    if (suggested === undefined) return notEvaluated('the step suggests no size');
    return ofPrimitive(context, [size.type], (property, { facets, isCollection }) => {
      const place = `${context.resource}.${context.name}`;
      const found = facets[size.declared];
      if (isCollection) return notApplicable(`${place} is declared as a collection`);
      if (found === undefined) return notApplicable(`${place} declares no ${size.attribute}`);
      if (Number(found) === suggested) return evaluated();
      return evaluated(
        findingAt(context, size.rule, property, {
          subject: { resource: context.resource, field: context.name },
          message: `${place} has ${size.attribute}="${found}"; RESO suggests ${suggested}. This informs: nothing must change.`,
          expected: String(suggested),
          found,
        }),
      );
    });
  };
}
