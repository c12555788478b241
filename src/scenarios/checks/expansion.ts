import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import { blockedByType } from '../../metadata/effective-type.js';
import type { MetadataModel, NavigationProperty } from '../../metadata/model.js';
import { resolveType } from '../../metadata/resolve-type.js';
import type { CheckContext } from '../assessment.js';
import { ofMember } from '../declared-member.js';
import { findingAt } from '../report-finding.js';

/** `dd/expansion`: a standard expansion is a navigation property to the right resource, to one or to many. */
export function expansion(context: CheckContext): Outcome {
  const { target, isCollection } = context.expectation;
  if (target === undefined || isCollection === undefined) return notEvaluated('the step names no target');
  return ofMember(context, (member) => {
    const { property } = member;
    if (member.kind === 'property')
      return wrong(context, property, `a Property of type ${property.type.text}`);
    const type = resolveType(context.assessment.model, property.type.name);
    if (type === undefined) return blockedByType(`${context.resource}.${context.name}`, 'unresolved');
    if (type.kind === 'external') return blockedByType(`${context.resource}.${context.name}`, 'external');
    const right = property.type.isCollection === isCollection && leadsTo(context, property.type.name, target);
    return right
      ? evaluated()
      : wrong(context, property, `a NavigationProperty of type ${property.type.text}`);
  });
}

/**
 * The target is right when its type, or a type derived from it, is that of the entity set named as the standard
 * resource; without such a set, by the type's own name. A resource that stands in for the target under a near name is
 * right too: `dd/resource-synonym` speaks of it, once.
 */
function leadsTo(context: CheckContext, typeName: string, target: string): boolean {
  const { assessment } = context;
  const resource = assessment.resources.get(target);
  if (resource?.hasEntitySet === true) return isOrDerivesFrom(assessment.model, resource.typeName, typeName);
  if (simpleName(typeName) === target) return true;
  return assessment.variations
    .standInsFor(target)
    .some(
      (local) => local.typeName !== undefined && isOrDerivesFrom(assessment.model, local.typeName, typeName),
    );
}

function isOrDerivesFrom(model: MetadataModel, typeName: string, base: string): boolean {
  const seen = new Set<string>();
  let name: string | undefined = typeName;
  while (name !== undefined && !seen.has(name)) {
    if (name === base) return true;
    seen.add(name);
    const type = model.types.get(name);
    name = type?.kind === 'EntityType' ? type.baseType : undefined;
  }
  return false;
}

function simpleName(qualifiedName: string): string {
  return qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1);
}

function wrong(
  context: CheckContext,
  property: Pick<NavigationProperty, 'line' | 'column'>,
  found: string,
): Outcome {
  const { target, isCollection } = context.expectation;
  const expected = `a NavigationProperty to ${isCollection ? 'many' : 'one'} of the "${target}" resource`;
  return evaluated(
    findingAt(context, 'dd/expansion', property, {
      subject: { resource: context.resource, expansion: context.name },
      message: `The expansion ${context.resource}.${context.name} is declared as ${found}, but the dictionary has ${expected}. Declare it so.`,
      expected,
      found,
    }),
  );
}
