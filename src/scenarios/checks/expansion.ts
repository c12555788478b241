import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { NavigationProperty } from '../../metadata/model.js';
import { resolveType } from '../../metadata/resolve-type.js';
import type { CheckContext } from '../assessment.js';
import { ofMember } from '../declared-member.js';
import { blockedByType } from '../effective-type.js';
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
    if (type === undefined) return blockedByType(context, { kind: 'unresolved' });
    if (type.kind === 'external') return blockedByType(context, { kind: 'external' });
    const right = property.type.isCollection === isCollection && leadsTo(context, property.type.name, target);
    return right
      ? evaluated()
      : wrong(context, property, `a NavigationProperty of type ${property.type.text}`);
  });
}

function leadsTo(context: CheckContext, typeName: string, target: string): boolean {
  const { resources, model } = context.assessment;
  const resource = resources.get(target);
  if (resource?.hasEntitySet !== true) return simpleName(typeName) === target;
  const seen = new Set<string>();
  for (let name: string | undefined = resource.typeName; name !== undefined && !seen.has(name); ) {
    if (name === typeName) return true;
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
