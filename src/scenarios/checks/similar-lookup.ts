import { evaluated, type Outcome } from '../../core/outcome.js';
import { variationFinding } from '../../variations/variation-finding.js';
import type { CheckContext, NameAssessment } from '../assessment.js';
import { standardValuesOf } from '../declared-values.js';

/** `dd/similar-lookup`: no local value is near a standard value of the lookup that the server does not declare. */
export function similarLookup(context: CheckContext<NameAssessment>): Outcome {
  const { assessment, resource, name } = context;
  const variations = assessment.variations.values(resource, name, standardValuesOf(context));
  if ('kind' in variations) return variations;
  return evaluated(
    ...variations.map((variation) => variationFinding(assessment, 'dd/similar-lookup', variation)),
  );
}
