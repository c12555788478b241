import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import type { MetadataModel } from '../model.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { resolveType } from '../resolve-type.js';
import { SimilarTypeNames } from '../similar-type-names.js';
import { type NamedType, namedTypes } from './named-types.js';
import type { RuleContext } from './rule-context.js';

/**
 * `edmx/unresolved-type`: each type that a property, navigation property, base type, underlying type, entity set or
 * singleton names is declared in the document or built in. What leads into an included namespace cannot be followed
 * offline and is a warning. One finding an element; of a name that is missing or malformed `edmx/structure` speaks.
 */
export function unresolvedTypes(model: MetadataModel, context: RuleContext): readonly Finding[] {
  const similar = new SimilarTypeNames(model);
  return [...namedTypes(model)].flatMap((named) => judge(model, named, similar, context) ?? []);
}

function judge(
  model: MetadataModel,
  named: NamedType,
  similar: SimilarTypeNames,
  { file, policy }: RuleContext,
): Finding | undefined {
  if (!isQualifiedName(named.name)) return undefined;
  const resolved = resolveType(model, named.name);
  if (resolved !== undefined && resolved.kind !== 'external') return undefined;
  return createFinding(policy, 'edmx/unresolved-type', {
    subject: named.subject,
    message: resolved === undefined ? undeclared(named, similar) : elsewhere(named),
    expected:
      resolved === undefined ? 'a type that the metadata declares, or one of Edm' : 'a type of this document',
    found: named.text,
    location: { file, line: named.position.line, column: named.position.column },
    ...(resolved === undefined ? {} : { severity: 'warning' }),
  });
}

function undeclared({ element, verb, text, name }: NamedType, similar: SimilarTypeNames): string {
  const hint =
    similar.hint(name) ?? 'Declare it, correct its name, or include the document that declares it.';
  return `${element} ${verb} ${quote(text)}, which the metadata does not declare. ${hint}`;
}

function elsewhere({ element, verb, text }: NamedType): string {
  return `${element} ${verb} ${quote(text)} of a referenced document, which cannot be followed offline. Declare the type in this document to have it checked.`;
}
