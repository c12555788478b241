import type { Finding } from '../../core/finding.js';
import { evaluated, type Outcome } from '../../core/outcome.js';
import type { CheckContext } from '../assessment.js';
import { findingAt } from '../report-finding.js';
import { type StandIn, standInsFor } from '../stand-ins.js';
import { describeSuggestions, isAdvisory } from '../suggestions.js';

/** `dd/resource-synonym`: no resource stands in for a standard one under a near name, plural endings folded. */
export function resourceSynonym(context: CheckContext): Outcome {
  const found = standInsFor(context.assessment, context.resource);
  return evaluated(...found.map((standIn) => describe(context, standIn)));
}

function describe(context: CheckContext, { local, suggestions }: StandIn): Finding | undefined {
  const names = suggestions.flatMap(({ suggestedResourceName }) => suggestedResourceName ?? []);
  return findingAt(context, 'dd/resource-synonym', local.position, {
    subject: { resource: local.name },
    message: `The resource "${local.name}" is nearly ${describeSuggestions(names, 'resource', suggestions)}`,
    expected: names.join(' or '),
    found: local.name,
    suggestions,
    advisory: isAdvisory(suggestions),
  });
}
