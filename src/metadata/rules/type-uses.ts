import { INTEGER_TYPES, TERM_TYPES } from '../edm-types.js';
import type { StructuredType } from '../model.js';
import { quote } from '../quote.js';
import { resolveType } from '../resolve-type.js';
import type { Fault } from './fault.js';
import { CLAUSE_OF_USE, type IsFine, namedTypes, type TypeUse } from './named-types.js';
import type { RuleInput } from './rule-context.js';

type Resolved = NonNullable<ReturnType<typeof resolveType>>;

interface Demand {
  readonly isMet: (type: Resolved, declaredIn?: StructuredType) => boolean;
  readonly expected: string;
}

const ENTITY: Demand = { isMet: ({ kind }) => kind === 'EntityType', expected: 'an entity type' };
const ANY: Demand = { isMet: () => true, expected: 'a type' };

/** What each place asks of the type that it names (OData CSDL XML 4.01, sections 6 to 13). */
const DEMANDS: Readonly<Record<TypeUse, Demand>> = {
  'entity base': ENTITY,
  'complex base': { isMet: ({ kind }) => kind === 'ComplexType', expected: 'a complex type' },
  'enum underlying': {
    isMet: (type) => type.kind === 'primitive' && INTEGER_TYPES.has(type.name),
    expected: 'Edm.Byte, Edm.SByte, Edm.Int16, Edm.Int32 or Edm.Int64',
  },
  'definition underlying': {
    isMet: ({ kind }) => kind === 'primitive',
    expected: 'a primitive type of Edm',
  },
  property: {
    isMet: (type, declaredIn) => isValueType(type, declaredIn?.kind === 'ComplexType'),
    expected: 'a primitive type, a type definition, an enumeration type or a complex type',
  },
  navigation: {
    isMet: ({ kind, name }) => kind === 'EntityType' || name === 'Edm.EntityType',
    expected: 'an entity type',
  },
  'entity set': ENTITY,
  singleton: ENTITY,
  parameter: ANY,
  'return type': ANY,
  term: ANY,
};

const REMEDIES: Readonly<Partial<Record<TypeUse, string>>> = {
  property: 'Use a NavigationProperty for an entity type, or another type.',
  navigation: 'Use a Property for other types.',
};

/** Types of the wrong kind for their place. */
export function* typeUses(input: RuleInput): Generator<Fault> {
  const isFine: IsFine = (use, name, declaredIn) => {
    const type = resolveType(input.model, name);
    return type === undefined || type.kind === 'external' || DEMANDS[use].isMet(type, declaredIn);
  };
  for (const named of namedTypes(input, isFine)) {
    const type = resolveType(input.model, named.name);
    if (type === undefined) continue;
    const demand = DEMANDS[named.use];
    yield {
      at: named.position,
      attribute: named.attribute,
      subject: named.subject(),
      message: `${named.describe()} ${quote(named.text)}, which is ${kindText(type)}, but ${demand.expected} is expected`,
      advice: REMEDIES[named.use] ?? 'Correct the type.',
      clause: CLAUSE_OF_USE[named.use],
      expected: demand.expected,
      found: named.text,
    };
  }
}

function isValueType({ kind, name }: Resolved, isInComplexType: boolean): boolean {
  if (kind === 'EntityType' || name === 'Edm.EntityType') return false;
  return isInComplexType || !TERM_TYPES.has(name);
}

const KINDS: Readonly<Record<Exclude<Resolved['kind'], 'external'>, string>> = {
  primitive: 'a primitive type',
  abstract: 'an abstract type',
  EntityType: 'an entity type',
  ComplexType: 'a complex type',
  EnumType: 'an enumeration type',
  TypeDefinition: 'a type definition',
};

function kindText({ kind }: Resolved): string {
  return kind === 'external' ? 'declared elsewhere' : KINDS[kind];
}
