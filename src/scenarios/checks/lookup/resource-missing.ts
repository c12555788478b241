import { createFinding } from '../../../core/create-finding.js';
import { evaluated, notApplicable, type Outcome } from '../../../core/outcome.js';
import type { Assessment } from '../../assessment.js';
import { lookupNamesInUse } from '../name-in-use.js';

/** `lookup/resource-missing`: fields carry LookupName annotations, so there is a Lookup entity set. */
export function resourceMissing(assessment: Assessment): Outcome {
  const use = lookupNamesInUse(assessment);
  const fields = use.flatMap((entry) => entry.fields);
  const [first] = fields;
  if (first === undefined) return notApplicable('no field carries a LookupName annotation');
  if (assessment.resources.get('Lookup')?.hasEntitySet === true) return evaluated();
  return evaluated(
    createFinding(assessment.policy, 'lookup/resource-missing', {
      subject: { resource: 'Lookup' },
      message: `${fields.length} fields carry a LookupName annotation, ${first.resource}.${first.property.name} the first of them, but there is no entity set Lookup to look their values up in. Declare and serve it.`,
      expected: 'an entity set Lookup',
      found: 'none',
      location: { file: assessment.file, line: first.property.line, column: first.property.column },
      related: fields.map(({ resource, property }) => ({ resource, field: property.name })),
    }),
  );
}
