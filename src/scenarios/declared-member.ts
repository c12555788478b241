import { notApplicable, type Outcome } from '../core/outcome.js';
import type { NavigationProperty, Property } from '../metadata/model.js';
import type { DeclaredResource } from '../variations/declared.js';
import type { CheckContext, NameAssessment } from './assessment.js';

/** An element of a resource as the server declares it. */
export type Member<P, N> =
  | { readonly kind: 'property'; readonly property: P }
  | { readonly kind: 'navigation property'; readonly property: N };

/** A standard element as the metadata declares it. */
export type DeclaredMember = Member<Property, NavigationProperty>;

/** The property or navigation property of that name, inherited ones included. */
export function memberOf<P, N>(
  resource:
    | {
        readonly properties: ReadonlyMap<string, P>;
        readonly navigationProperties: ReadonlyMap<string, N>;
      }
    | undefined,
  name: string,
): Member<P, N> | undefined {
  const property = resource?.properties.get(name);
  if (property !== undefined) return { kind: 'property', property };
  const navigation = resource?.navigationProperties.get(name);
  return navigation === undefined ? undefined : { kind: 'navigation property', property: navigation };
}

/** Judges the names of the declared resource, or says that the server does not declare it. */
export function ofResource(
  { assessment, resource }: CheckContext<NameAssessment>,
  judge: (resource: DeclaredResource) => Outcome,
): Outcome {
  const declared = assessment.variations.declared.resources.get(resource);
  if (declared !== undefined) return judge(declared);
  return notApplicable(`the metadata declares no resource "${resource}"`);
}

/** Judges the declared field or expansion, or says that the server does not declare it. */
export function ofMember(context: CheckContext, judge: (member: DeclaredMember) => Outcome): Outcome {
  return ofResource(context, () => {
    const member = memberOf(context.assessment.resources.get(context.resource), context.name);
    if (member !== undefined) return judge(member);
    return notApplicable(`"${context.resource}" declares no "${context.name}"`);
  });
}
