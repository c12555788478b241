import type { Facets } from '../model.js';
import { quote } from '../quote.js';
import { resolveType, underlyingOf } from '../resolve-type.js';
import { partOf } from '../subjects.js';
import { FACET_NAMES, FACETS, type FacetName } from './facet-demands.js';
import { type FacetPlace, facetPlaces } from './facet-places.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

const INTEGERS: ReadonlySet<string> = new Set(
  ['Byte', 'SByte', 'Int16', 'Int32', 'Int64'].map((name) => `Edm.${name}`),
);

/**
 * `edmx/facets`: facets fit the type that they limit and lie in its bounds (OData CSDL XML 4.01, section 7.2). On
 * integers they are a warning, and `dd/integer-attributes` for the standard fields of the Data Dictionary.
 */
export function* facets(input: RuleInput): Generator<Fault> {
  const types = new Map<string, string | undefined>();
  const typeOf = (name: string) => {
    if (!types.has(name)) types.set(name, typeWithFacets(name, input));
    return types.get(name);
  };
  const isWrong = (facets: Facets, typeName: string) =>
    !statesNone(facets) &&
    isWrongSomewhere(facets, withDefined(facets, typeName, input), typeOf(typeName), input);
  for (const place of facetPlaces(input, isWrong)) {
    const type = typeOf(place.type.name);
    if (type === undefined) continue;
    for (const { facet, value } of statedFacets(place.facets)) yield* judge(place, facet, value, type, input);
  }
}

/** All facets that hold at a place: those of a type definition where the place itself states none. */
function withDefined(stated: Facets, typeName: string, { model }: RuleInput): Facets {
  const type = model.types.get(typeName);
  return type?.kind === 'TypeDefinition' ? { ...type.facets, ...stated } : stated;
}

function isWrongSomewhere(
  stated: Facets,
  facets: Facets,
  type: string | undefined,
  input: RuleInput,
): boolean {
  if (type === undefined) return false;
  return FACET_NAMES.some((facet) => {
    const { key, form, types, fault } = FACETS[facet];
    const value = stated[key];
    if (value === undefined || !form.test(value)) return false;
    return !types.test(type) || fault(value, { facets, type, input }) !== undefined;
  });
}

/** The primitive type that facets apply to; nothing where that cannot be said. */
function typeWithFacets(name: string, { model }: RuleInput): string | undefined {
  const underlying = underlyingOf(model, name);
  const resolved = resolveType(model, underlying);
  if (resolved === undefined || resolved.kind === 'external') return undefined;
  // A type of the wrong kind is told by edmx/type-kind; an abstract primitive type may turn out to be any.
  const isUnclear = ['EntityType', 'TypeDefinition', 'abstract'].includes(resolved.kind);
  return isUnclear ? undefined : underlying;
}

/** Most properties state no facet, or nothing but whether they may be null. */
function statesNone({ maxLength, precision, scale, unicode, srid }: Facets): boolean {
  return (
    maxLength === undefined &&
    precision === undefined &&
    scale === undefined &&
    unicode === undefined &&
    srid === undefined
  );
}

function* statedFacets(facets: Facets): Generator<{ facet: FacetName; value: string }> {
  for (const facet of FACET_NAMES) {
    const { key, form } = FACETS[facet];
    const value = facets[key];
    if (value !== undefined && form.test(value)) yield { facet, value };
  }
}

function* judge(
  place: FacetPlace,
  facet: FacetName,
  value: string,
  type: string,
  input: RuleInput,
): Generator<Fault> {
  const { types, typesText, fault, clause } = FACETS[facet];
  const at = { at: place.position, attribute: facet, found: value };
  if (!types.test(type)) {
    if (isJudgedElsewhere(place, type, facet, input)) return;
    yield {
      ...at,
      subject: partOf(place.subject(), `@${facet}`),
      message: `${place.describe()} has ${facet}=${quote(value)}, but is of the type ${quote(place.type.text)}, and only ${typesText} have a ${facet}`,
      clause: clause,
      advice: 'Remove the attribute.',
      expected: `no ${facet}`,
      ...(INTEGERS.has(type) ? { severity: 'warning' as const } : {}),
    };
    return;
  }
  const wrong = fault(value, { facets: withDefined(place.facets, place.type.name, input), type, input });
  if (wrong === undefined) return;
  yield {
    ...at,
    subject: partOf(place.subject(), `@${facet}`),
    message: `${place.describe()} has ${facet}=${quote(value)}, ${wrong.message}`,
    advice: wrong.advice,
    clause,
    expected: wrong.expected,
    ...(wrong.severity === undefined ? {} : { severity: wrong.severity }),
  };
}

function isJudgedElsewhere(
  place: FacetPlace,
  type: string,
  facet: FacetName,
  { context: { standard } }: RuleInput,
): boolean {
  if (!INTEGERS.has(type) || standard?.areJudgedElsewhere !== true) return false;
  const { resource, field } = place.subject();
  if (resource === undefined || field === undefined || !JUDGED_OF_INTEGERS.has(facet)) return false;
  return standard.kindOf(resource, field) === 'integer';
}

const JUDGED_OF_INTEGERS: ReadonlySet<FacetName> = new Set(['MaxLength', 'Precision', 'Scale']);
