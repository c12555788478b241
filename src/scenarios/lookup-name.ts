import type { Property } from '../metadata/model.js';
import { LOOKUP_NAME_TERM } from '../metadata/reso-terms.js';

/** The term that gives a field or value its standard display name. */
const STANDARD_NAME_TERM = 'RESO.OData.Metadata.StandardName';

type Annotated = Pick<Property, 'annotations'>;

/** The lookup name that a property is annotated with; an empty one counts as none. */
export function lookupNameOf(property: Annotated): string | undefined {
  return constantOf(property, LOOKUP_NAME_TERM);
}

/** The standard name that a member is annotated with; an empty one counts as none. */
export function standardNameOf(member: Annotated): string | undefined {
  return constantOf(member, STANDARD_NAME_TERM);
}

function constantOf(element: Annotated, term: string): string | undefined {
  const found = element.annotations.find(
    (annotation) => annotation.term === term && annotation.qualifier === undefined,
  );
  return found?.value === undefined || found.value.trim() === '' ? undefined : found.value;
}
