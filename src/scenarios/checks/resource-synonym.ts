import { evaluated, type Outcome } from '../../core/outcome.js';
import { variationFinding } from '../../variations/variation-finding.js';
import type { CheckContext, NameAssessment } from '../assessment.js';

/** `dd/resource-synonym`: no resource stands in for a standard one under a near name, plural endings folded. */
export function resourceSynonym({ assessment, resource }: CheckContext<NameAssessment>): Outcome {
  const variations = assessment.variations.resourcesFor(resource);
  if ('kind' in variations) return variations;
  return evaluated(
    ...variations.map((variation) => variationFinding(assessment, 'dd/resource-synonym', variation)),
  );
}
