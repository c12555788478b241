import type { Severity } from '../../core/severity.js';
import type { Facets } from '../model.js';
import { CLAUSES, type Clause } from '../structure/clauses.js';
import type { RuleInput } from './rule-context.js';

export const FACET_NAMES = ['MaxLength', 'Precision', 'Scale', 'Unicode', 'SRID'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** Where a facet stands. */
interface FacetContext {
  /** All that hold there, those of a type definition included. */
  readonly facets: Facets;
  /** The primitive type that it limits. */
  readonly type: string;
  readonly input: RuleInput;
}

/** The second half of a message, from "but" on, and what to do. */
interface WrongFacet {
  readonly message: string;
  readonly advice: string;
  readonly expected: string;
  readonly severity?: Severity;
}

interface FacetDemand {
  readonly key: keyof Facets;
  readonly clause: Clause;
  /** The form of its values; what has another is told by edmx/structure. */
  readonly form: RegExp;
  /** The types that have the facet. */
  readonly types: RegExp;
  readonly typesText: string;
  /** What is wrong with a value of the right form. */
  readonly fault: (value: string, context: FacetContext) => WrongFacet | undefined;
}

const NUMBER = /^\+?\d+$/;
/** Fractional digits of a second (section 7.2.3). */
const MOST_FRACTION_DIGITS = 12;

/** What each facet asks of its type and value (OData CSDL XML 4.01, sections 7.2.2 to 7.2.6). */
export const FACETS: Readonly<Record<FacetName, FacetDemand>> = {
  MaxLength: {
    key: 'maxLength',
    clause: CLAUSES.MaxLength,
    form: /^(?:\+?\d+|max)$/,
    types: /^Edm\.(?:String|Binary|Stream)$/,
    typesText: 'strings, binary values and streams',
    fault: maxLength,
  },
  Precision: {
    key: 'precision',
    clause: CLAUSES.Precision,
    form: NUMBER,
    types: /^Edm\.(?:Decimal|DateTimeOffset|Duration|TimeOfDay)$/,
    typesText: 'decimals, timestamps, durations and times of day',
    fault: precision,
  },
  Scale: {
    key: 'scale',
    clause: CLAUSES.Scale,
    form: /^(?:\+?\d+|variable|floating)$/i,
    types: /^Edm\.Decimal$/,
    typesText: 'decimals',
    fault: scale,
  },
  Unicode: {
    key: 'unicode',
    clause: CLAUSES.Unicode,
    form: /^(?:true|false)$/,
    types: /^Edm\.String$/,
    typesText: 'strings',
    fault: () => undefined,
  },
  SRID: {
    key: 'srid',
    clause: CLAUSES.Srid,
    form: /^(?:\+?\d+|variable)$/,
    types: /^Edm\.(?:Geography|Geometry)/,
    typesText: 'geographic and geometric values',
    fault: () => undefined,
  },
};

function maxLength(value: string): WrongFacet | undefined {
  if (!NUMBER.test(value) || Number(value) > 0) return undefined;
  return {
    message: 'but a length is a positive number',
    advice: 'Write one, or "max" for no limit.',
    expected: 'a positive number or max',
  };
}

function precision(value: string, { type, input }: FacetContext): WrongFacet | undefined {
  if (!NUMBER.test(value)) return undefined;
  if (type === 'Edm.Decimal') {
    if (Number(value) > 0) return undefined;
    return {
      message: 'but the precision of a decimal is a positive number',
      advice: 'Write one, or leave the attribute out.',
      expected: 'a positive number',
    };
  }
  if (Number(value) <= MOST_FRACTION_DIGITS) return undefined;
  return {
    message: `but seconds have ${MOST_FRACTION_DIGITS} fractional digits at most`,
    advice: `Write a number from 0 to ${MOST_FRACTION_DIGITS}.`,
    expected: `0 to ${MOST_FRACTION_DIGITS}`,
    // RESO's own samples say 27.
    ...(input.context.policy.profile === 'certification' ? { severity: 'warning' as const } : {}),
  };
}

function scale(value: string, { facets, input }: FacetContext): WrongFacet | undefined {
  if (value.toLowerCase() === 'floating') {
    return input.model.version === '4.01'
      ? undefined
      : {
          message: 'but that came with OData 4.01, and this is a document of 4.0',
          advice: 'Write "variable".',
          expected: 'a number or variable',
        };
  }
  const { precision: stated } = facets;
  if (!NUMBER.test(value) || stated === undefined || !NUMBER.test(stated)) return undefined;
  if (Number(value) <= Number(stated)) return undefined;
  return {
    message: `but its Precision is ${stated}, and a number has no more digits behind the point than in all`,
    advice: 'Raise the Precision, or lower the Scale.',
    expected: `at most ${stated}`,
  };
}
