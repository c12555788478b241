import type { ContainerIndex } from '../document-index.js';
import type { Operation, SchemaType, StructuredType } from '../model.js';
import { isTargetPath } from '../names.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { isExternal } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { ELSEWHERE, NOT_FOLLOWED } from './elsewhere.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Targets of `Annotations` that lead nowhere: warnings (OData CSDL XML 4.01, section 14.2.1). */
export function* annotationTargets(input: RuleInput): Generator<Fault> {
  const { model } = input;
  for (const { target, path, line, column } of model.annotationGroups) {
    // What has not the form of a target is told by edmx/structure.
    if (!isTargetPath(target)) continue;
    const [first = '', ...rest] = path.split('/');
    const [, name = '', types] = /^([^(]*)(?:\((.*)\))?$/s.exec(first) ?? [];
    const isElsewhere = isExternal(model, name);
    const isFound = types === undefined ? exists(name, rest, input) : isOverload(name, types, rest, input);
    if (!isElsewhere && (isFound || input.unnamed.mayBe(name))) continue;
    yield {
      at: { line, column },
      attribute: 'Target',
      subject: { element: `Annotations[${target}]` },
      message: `Annotations have the target ${quote(target)}${isElsewhere ? ELSEWHERE : ', which the metadata does not declare'}`,
      advice: isElsewhere ? NOT_FOLLOWED : 'Correct the path, or clients will pass the annotations over.',
      clause: CLAUSES.Target,
      expected: 'an element that the metadata declares',
      found: target,
      severity: 'warning',
    };
  }
}

function exists(name: string, rest: readonly string[], input: RuleInput): boolean {
  const { model, index } = input;
  // Annotations of annotations: whatever term comes first is not ours to judge.
  const end = rest.findIndex((segment) => segment.startsWith('@'));
  const segments = end < 0 ? rest : rest.slice(0, end);
  const type = model.types.get(name);
  if (type !== undefined) return existsInType(type, segments, input);
  if (model.terms.has(name)) return segments.length === 0;
  const container = index.container(name);
  if (container !== undefined) return segments.length === 0 || existsInContainer(container, segments, input);
  return existsInOperation(index.operations(name), segments, input.unnamed);
}

function existsInType(type: SchemaType, segments: readonly string[], input: RuleInput): boolean {
  if (segments.length === 0) return true;
  if (type.kind === 'TypeDefinition') return false;
  if (type.kind === 'EnumType') {
    const isMember = type.members.some(({ name }) => name === segments[0]);
    return segments.length === 1 && (isMember || input.unnamed.isIn(type));
  }
  return leadsSomewhere(type, segments, input);
}

function leadsSomewhere(type: StructuredType, segments: readonly string[], input: RuleInput): boolean {
  return resolvePath(segments.join('/'), type, input).kind !== 'missing' || isAlias(type, segments, input);
}

/** The alias of a key property may be annotated like one. */
function isAlias(type: StructuredType, [first]: readonly string[], { members }: RuleInput): boolean {
  return members.keyedPartOf(type)?.key.some(({ alias }) => alias === first) === true;
}

function existsInContainer(
  { container, sets, imports }: ContainerIndex,
  [first = '', ...rest]: readonly string[],
  input: RuleInput,
): boolean {
  if (imports.has(first)) return rest.length === 0;
  const set = sets.get(first);
  if (set === undefined) return input.unnamed.isIn(container);
  const type = input.model.types.get(set.entityType);
  return rest.length === 0 || type?.kind !== 'EntityType' || leadsSomewhere(type, rest, input);
}

/** One overload by the types in parentheses. */
function isOverload(
  name: string,
  types: string,
  rest: readonly string[],
  { model, index, unnamed }: RuleInput,
): boolean {
  const wanted = types === '' ? [] : types.split(',').map((type) => model.names.reference(type));
  return existsInOperation(index.overloads(name, wanted), rest, unnamed);
}

/** All overloads, or some of them. */
function existsInOperation(
  overloads: readonly Operation[],
  segments: readonly string[],
  unnamed: RuleInput['unnamed'],
): boolean {
  if (overloads.length === 0) return false;
  const [first] = segments;
  if (first === undefined || first === '$ReturnType') return true;
  return overloads.some(
    (one) => unnamed.isIn(one) || one.parameters.some((parameter) => parameter.name === first),
  );
}
