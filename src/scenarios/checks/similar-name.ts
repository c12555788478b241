import { evaluated, type Outcome } from '../../core/outcome.js';
import { variationFinding } from '../../variations/variation-finding.js';
import type { CheckContext, NameAssessment } from '../assessment.js';
import { ofResource } from '../declared-member.js';

/**
 * `dd/similar-name`: no local field, expansion or complex type of a standard resource is near a standard one that is
 * absent. Fields are compared with fields (a property of a complex type is one), expansions with expansions.
 */
export function similarName(context: CheckContext<NameAssessment>): Outcome {
  const { assessment, resource } = context;
  return ofResource(context, () =>
    evaluated(
      ...(['field', 'expansion'] as const)
        .flatMap((kind) => assessment.variations.members(resource, kind))
        .map((variation) => variationFinding(assessment, 'dd/similar-name', variation)),
    ),
  );
}
