import { INTEGER_TYPES, TERM_TYPES } from '../edm-types.js';
import { quote } from '../quote.js';
import { resolveType } from '../resolve-type.js';
import type { Fault } from './fault.js';
import { CLAUSE_OF_USE, type IsFine, namedTypes, type TypeUse } from './named-types.js';
import type { RuleInput } from './rule-context.js';

type Resolved = NonNullable<ReturnType<typeof resolveType>>;

interface Demand {
  readonly isMet: (type: Resolved) => boolean;
  readonly expected: string;
}

const ENTITY: Demand = { isMet: ({ kind }) => kind === 'EntityType', expected: 'an entity type' };
const VALUE_TYPES = 'a primitive type, a type definition, an enumeration type or a complex type';
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
  'entity property': {
    isMet: (type) => isValueType(type) && !TERM_TYPES.has(type.name),
    expected: VALUE_TYPES,
  },
  'complex property': { isMet: isValueType, expected: VALUE_TYPES },
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
  'entity property': 'Use a NavigationProperty for an entity type, or another type.',
  'complex property': 'Use a NavigationProperty for an entity type, or another type.',
  navigation: 'Use a Property for other types.',
};

/** Types of the wrong kind for their place. */
export function* typeUses(input: RuleInput): Generator<Fault> {
  const isFine: IsFine = (use, name) => {
    const type = resolveType(input.model, name);
    return type === undefined || type.kind === 'external' || DEMANDS[use].isMet(type);
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

function isValueType({ kind, name }: Resolved): boolean {
  return kind !== 'EntityType' && name !== 'Edm.EntityType';
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
