import { notApplicable, type Outcome } from '../core/outcome.js';
import type { NavigationProperty, Property } from '../metadata/model.js';
import type { Resource } from '../metadata/resources.js';
import type { CheckContext } from './assessment.js';

/** A standard element as the server declares it. */
export type DeclaredMember =
  | { readonly kind: 'property'; readonly property: Property }
  | { readonly kind: 'navigation property'; readonly property: NavigationProperty };

/** The property or navigation property of that name, inherited ones included. */
export function memberOf(resource: Resource | undefined, name: string): DeclaredMember | undefined {
  const property = resource?.properties.get(name);
  if (property !== undefined) return { kind: 'property', property };
  const navigation = resource?.navigationProperties.get(name);
  return navigation === undefined ? undefined : { kind: 'navigation property', property: navigation };
}

/** Judges the declared resource, or says that the server does not declare it. */
export function ofResource(context: CheckContext, judge: (resource: Resource) => Outcome): Outcome {
  const resource = context.assessment.resources.get(context.resource);
  if (resource !== undefined) return judge(resource);
  return notApplicable(`the metadata declares no resource "${context.resource}"`);
}

/** Judges the declared field or expansion, or says that the server does not declare it. */
export function ofMember(context: CheckContext, judge: (member: DeclaredMember) => Outcome): Outcome {
  return ofResource(context, (resource) => {
    const member = memberOf(resource, context.name);
    if (member !== undefined) return judge(member);
    return notApplicable(`"${context.resource}" declares no "${context.name}"`);
  });
}
