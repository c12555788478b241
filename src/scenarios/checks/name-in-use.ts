import { createFinding } from '../../core/create-finding.js';
import { evaluated, type Outcome } from '../../core/outcome.js';
import { lookupNameOf } from '../../metadata/lookup-name.js';
import type { LookupRows } from '../../metadata/lookup-rows.js';
import type { Property } from '../../metadata/model.js';
import type { Assessment } from '../assessment.js';

/** A lookup name that fields are annotated with. */
export interface LookupNameUse {
  readonly lookup: string;
  readonly fields: readonly { readonly resource: string; readonly property: Property }[];
}

/** The lookup names that the declared fields are annotated with, each with its fields. */
export function lookupNamesInUse(assessment: Assessment): readonly LookupNameUse[] {
  const uses = new Map<string, { resource: string; property: Property }[]>();
  for (const resource of assessment.resources.values()) {
    for (const property of resource.properties.values()) {
      const lookup = lookupNameOf(property);
      if (lookup === undefined) continue;
      const fields = uses.get(lookup) ?? [];
      fields.push({ resource: resource.name, property });
      uses.set(lookup, fields);
    }
  }
  return [...uses].map(([lookup, fields]) => ({ lookup, fields }));
}

/** `lookup/name-in-use`: an annotated lookup name has rows. */
export function nameInUse(assessment: Assessment, rows: LookupRows, use: LookupNameUse): Outcome {
  if ((rows.byLookupName.get(use.lookup)?.length ?? 0) > 0) return evaluated();
  const first = use.fields[0]?.property;
  const names = use.fields.map(({ resource, property }) => `${resource}.${property.name}`);
  return evaluated(
    createFinding(assessment.policy, 'lookup/name-in-use', {
      subject: { lookup: use.lookup },
      message: `The lookup "${use.lookup}" has no rows, but ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} annotated with it. Serve its rows, or correct the annotation; a field that is always empty may stay so.`,
      expected: `rows with the LookupName "${use.lookup}"`,
      found: 'none',
      related: use.fields.map(({ resource, property }) => ({ resource, field: property.name })),
      ...(first === undefined
        ? {}
        : { location: { file: assessment.file, line: first.line, column: first.column } }),
    }),
  );
}
