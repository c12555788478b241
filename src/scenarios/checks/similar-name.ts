import { evaluated, type Outcome } from '../../core/outcome.js';
import { variationFinding } from '../../variations/variation-finding.js';
import type { CheckContext, NameAssessment } from '../assessment.js';

/**
 * `dd/similar-name`: no local field, expansion or complex type of a standard resource is near a standard one that is
 * absent. Fields are compared with fields (a property of a complex type is one), expansions with expansions.
 */
export function similarName({ assessment, resource }: CheckContext<NameAssessment>): Outcome {
  const fields = assessment.variations.members(resource, 'field');
  if ('kind' in fields) return fields;
  const expansions = assessment.variations.members(resource, 'expansion');
  if ('kind' in expansions) return expansions;
  return evaluated(
    ...[...fields, ...expansions].map((variation) =>
      variationFinding(assessment, 'dd/similar-name', variation),
    ),
  );
}
