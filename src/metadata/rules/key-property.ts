import { shorten } from '../../core/shorten.js';
import type { DeclaredMember } from '../declared-members.js';
import { TERM_TYPES } from '../edm-types.js';
import type { PropertyRef, StructuredType } from '../model.js';
import { isPath } from '../names.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { resolveType, underlyingOf } from '../resolve-type.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** The primitive types that no key may have (OData CSDL XML 4.01, section 6.5). */
const NOT_FOR_KEYS = /^Edm\.(?:Single|Double|Binary|Stream|Geography.*|Geometry.*)$/;

/**
 * `edmx/key-property`: key properties exist, are single values of a type that can be compared exactly, and are never
 * null; a path has an alias; and a type that inherits a key has no other (OData CSDL XML 4.01, section 6.5).
 */
export function* keyProperties(input: RuleInput): Generator<Fault> {
  for (const type of input.model.types.values()) {
    if (type.kind !== 'EntityType' || type.key.length === 0) continue;
    yield* secondKey(type, input);
    for (const ref of type.key) yield* keyProperty(type, ref, input);
  }
}

function* secondKey(type: StructuredType, { members }: RuleInput): Generator<Fault> {
  const base = members.baseOf(type);
  const keyed = base === undefined ? undefined : members.keyedPartOf(base);
  if (keyed === undefined) return;
  yield {
    at: type.keyPosition ?? type,
    subject: { element: `${typePath(type)}/Key` },
    message: `The EntityType ${shorten(type.name)} declares a key, but inherits one from ${shorten(keyed.qualifiedName)}`,
    advice: 'Remove one of the two.',
    clause: CLAUSES.Key,
    expected: 'no key beside an inherited one',
  };
}

interface KeyPlace {
  readonly type: StructuredType;
  readonly ref: PropertyRef;
  readonly element: string;
}

function* keyProperty(type: StructuredType, ref: PropertyRef, input: RuleInput): Generator<Fault> {
  // What has not the form of a path is told by edmx/structure.
  if (!isPath(ref.name)) return;
  const place = { type, ref, element: `${typePath(type)}/Key/PropertyRef[${ref.name}]` };
  const end = resolvePath(ref.name, type, input);
  yield* alias(place);
  if (end.kind === 'missing') yield absent(place, end.segment, end.within);
  if (end.kind !== 'found') return;
  yield* way(place, end.members, input);
  const last = end.members.at(-1);
  if (last?.kind === 'property') yield* value(place, last, input);
  yield* nullable(place, end.members, input);
}

function absent({ type, ref, element }: KeyPlace, segment: string, within: string): Fault {
  const where = within === type.qualifiedName ? '' : ` in ${shorten(within)}`;
  return {
    at: ref,
    attribute: 'Name',
    subject: { element },
    message: `The key of ${shorten(type.name)} names ${quote(ref.name)}, but there is no property ${quote(segment)}${where}`,
    advice: 'Declare it, or correct the name.',
    clause: CLAUSES.Key,
    expected: 'a declared property',
    found: ref.name,
  };
}

function* alias({ type, ref, element }: KeyPlace): Generator<Fault> {
  const isPath = ref.name.includes('/');
  if (isPath === (ref.alias !== undefined)) return;
  yield {
    at: ref,
    attribute: isPath ? 'Name' : 'Alias',
    subject: { element: `${element}/@Alias` },
    message: isPath
      ? `The key of ${shorten(type.name)} has the path ${quote(ref.name)} without an alias, by which URLs could name it`
      : `The key property ${quote(ref.name)} of ${shorten(type.name)} has an alias, which only paths have`,
    advice: isPath ? 'Add Alias="…".' : 'Remove the Alias.',
    clause: CLAUSES.PropertyRef,
    expected: isPath ? 'an Alias' : 'no Alias',
    ...(ref.alias === undefined ? {} : { found: ref.alias }),
  };
}

/** What a path goes through: single complex values; in 4.01 also a single-valued navigation. */
function* way(
  { type, ref, element }: KeyPlace,
  members: readonly DeclaredMember[],
  { model }: RuleInput,
): Generator<Fault> {
  const allowed =
    model.version === '4.01' ? 'complex properties and single navigations' : 'complex properties';
  const wrong = members.find(({ kind, member }, at) => {
    if (at === members.length - 1) return kind === 'navigation';
    return member.type.isCollection || (kind === 'navigation' && model.version !== '4.01');
  });
  if (wrong === undefined) return;
  yield {
    at: ref,
    attribute: 'Name',
    subject: { element },
    message: `The key of ${shorten(type.name)} names ${quote(ref.name)}, but ${quote(wrong.member.name)} cannot be part of a key`,
    advice: `A key is a property, reached through ${allowed} that are no collections.`,
    clause: CLAUSES.Key,
    expected: 'a path to a single property',
    found: ref.name,
  };
}

function* value(
  { type, ref, element }: KeyPlace,
  { member }: DeclaredMember,
  { model }: RuleInput,
): Generator<Fault> {
  const underlying = underlyingOf(model, member.type.name);
  const resolved = resolveType(model, underlying);
  if (resolved === undefined || resolved.kind === 'external' || isWrongAnyway(resolved)) return;
  const isRight =
    resolved.kind === 'EnumType' || (resolved.kind === 'primitive' && !NOT_FOR_KEYS.test(underlying));
  if (isRight && !member.type.isCollection) return;
  yield {
    at: ref,
    attribute: 'Name',
    subject: { element },
    message: `The key property ${quote(ref.name)} of ${shorten(type.name)} is of the type ${quote(member.type.text)}, which cannot be a key`,
    advice:
      'Use a single value of an enumeration or of a primitive type other than Single, Double, Binary, Stream and the geographic ones.',
    clause: CLAUSES.Key,
    expected: 'a type for keys',
    found: member.type.text,
  };
}

/** True for a type that no property may have: that is told by edmx/type-kind. */
function isWrongAnyway({ kind, name }: NonNullable<ReturnType<typeof resolveType>>): boolean {
  const isOfWrongKind = kind === 'EntityType' || kind === 'TypeDefinition';
  return isOfWrongKind || name === 'Edm.EntityType' || TERM_TYPES.has(name);
}

function* nullable(
  { type, ref, element }: KeyPlace,
  members: readonly DeclaredMember[],
  { context }: RuleInput,
): Generator<Fault> {
  for (const { kind, member } of members) {
    const stated = kind === 'property' ? member.facets.nullable : member.nullable;
    // What is neither true nor false is told by edmx/structure.
    if (member.type.isCollection || (stated !== undefined && stated !== 'true')) continue;
    // RESO's own reference files leave it out; none says the contrary.
    const isExcused = stated === undefined && context.policy.profile === 'certification';
    yield {
      at: member,
      attribute: 'Nullable',
      subject: { element: `${element}/@Nullable${member.name === ref.name ? '' : `[${member.name}]`}` },
      message: `The key property ${quote(member.name)} of ${shorten(type.name)} may be null, and a key may not`,
      advice: 'Write Nullable="false".',
      clause: CLAUSES.Key,
      expected: 'Nullable="false"',
      ...(isExcused ? { severity: 'warning' as const } : {}),
    };
  }
}
