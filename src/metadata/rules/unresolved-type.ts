import type { MetadataModel } from '../model.js';
import { isQualifiedName } from '../names.js';
import { quote } from '../quote.js';
import { resolveType } from '../resolve-type.js';
import { SimilarTypeNames } from '../similar-type-names.js';
import { annotationNamesIn } from './annotation-names.js';
import { annotationTargets } from './annotation-targets.js';
import { annotationTerms } from './annotation-terms.js';
import { annotationTypes } from './annotation-types.js';
import { baseTerms } from './base-terms.js';
import { bindings } from './bindings.js';
import { containerExtensions } from './container-extensions.js';
import { ELSEWHERE, NOT_FOLLOWED } from './elsewhere.js';
import { entitySetPaths } from './entity-set-paths.js';
import type { Fault } from './fault.js';
import { CLAUSE_OF_USE, type NamedType, namedTypes } from './named-types.js';
import { operationImports } from './operation-imports.js';
import { partners } from './partners.js';
import { referentialConstraints } from './referential-constraints.js';
import type { RuleInput } from './rule-context.js';

/**
 * `edmx/unresolved-type`: whatever the document refers to by a name or a path is declared in it or built in. What
 * leads into an included namespace cannot be followed offline and is a warning, and so are targets, terms and values of
 * annotations: an annotation that nobody understands is no error (OData CSDL XML 4.01, section 14).
 */
export function* unresolvedTypes(input: RuleInput): Generator<Fault> {
  yield* types(input);
  yield* baseTerms(input);
  yield* containerExtensions(input);
  yield* operationImports(input);
  yield* bindings(input);
  yield* partners(input);
  yield* referentialConstraints(input);
  yield* entitySetPaths(input);
  yield* annotationTargets(input);
  const names = annotationNamesIn(input.root);
  yield* annotationTerms(names, input);
  yield* annotationTypes(names, input);
}

function* types(input: RuleInput): Generator<Fault> {
  const { model } = input;
  let similar: SimilarTypeNames | undefined;
  for (const named of namedTypes(input, (_, name) => isFine(name, model))) {
    const resolved = resolveType(model, named.name);
    if (resolved === undefined && input.unnamed.mayBe(named.name)) continue;
    similar ??= new SimilarTypeNames(model);
    yield resolved === undefined ? undeclared(named, similar) : elsewhere(named);
  }
}

function isFine(name: string, model: MetadataModel): boolean {
  // What has not the form of a name is told by edmx/structure.
  if (!isQualifiedName(name)) return true;
  const resolved = resolveType(model, name);
  return resolved !== undefined && resolved.kind !== 'external';
}

function undeclared(
  { use, subject, position, attribute, describe, text, name }: NamedType,
  similar: SimilarTypeNames,
): Fault {
  const hint =
    similar.hint(name) ?? 'Declare it, correct its name, or include the document that declares it.';
  return {
    at: position,
    attribute,
    subject: subject(),
    message: `${describe()} ${quote(text)}, which the metadata does not declare`,
    advice: hint,
    clause: CLAUSE_OF_USE[use],
    expected: 'a type that the metadata declares, or one of Edm',
    found: text,
  };
}

function elsewhere({ use, subject, position, attribute, describe, text }: NamedType): Fault {
  return {
    at: position,
    attribute,
    subject: subject(),
    message: `${describe()} ${quote(text)}${ELSEWHERE}`,
    advice: NOT_FOLLOWED,
    clause: CLAUSE_OF_USE[use],
    expected: 'a type of this document',
    found: text,
    severity: 'warning',
  };
}
