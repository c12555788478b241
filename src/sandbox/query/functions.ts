import { isInteger, isNumber } from './expression-type.js';
import type { PrimitiveType } from './query-schema.js';

/** What a parameter takes. */
export interface ParameterKind {
  readonly description: string;
  readonly accepts: (type: PrimitiveType) => boolean;
}

/** A canonical function's signature (OData 4.01 URL Conventions, 5.1.1.5 to 5.1.1.9). */
export interface FunctionSignature {
  readonly parameters: readonly ParameterKind[];
  /** How many of them, from the end, may be left out. */
  readonly optional: number;
  /** The type of the result, or the first argument's own. */
  readonly result: PrimitiveType | 'same';
}

const text: ParameterKind = { description: 'Edm.String', accepts: (type) => type === 'Edm.String' };
const whole: ParameterKind = { description: 'an integer', accepts: isInteger };
const number: ParameterKind = { description: 'a number', accepts: isNumber };
const duration: ParameterKind = { description: 'Edm.Duration', accepts: (type) => type === 'Edm.Duration' };
const instant: ParameterKind = oneOf('Edm.DateTimeOffset');
const day: ParameterKind = oneOf('Edm.Date', 'Edm.DateTimeOffset');
const clock: ParameterKind = oneOf('Edm.TimeOfDay', 'Edm.DateTimeOffset');

function oneOf(...types: readonly PrimitiveType[]): ParameterKind {
  return { description: types.join(' or '), accepts: (type) => types.includes(type) };
}

function takes(
  parameters: readonly ParameterKind[],
  result: FunctionSignature['result'],
  optional = 0,
): FunctionSignature {
  return { parameters, optional, result };
}

/** The functions that are supported, by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSignature> = new Map([
  ['contains', takes([text, text], 'Edm.Boolean')],
  ['startswith', takes([text, text], 'Edm.Boolean')],
  ['endswith', takes([text, text], 'Edm.Boolean')],
  ['concat', takes([text, text], 'Edm.String')],
  ['indexof', takes([text, text], 'Edm.Int32')],
  ['length', takes([text], 'Edm.Int32')],
  ['substring', takes([text, whole, whole], 'Edm.String', 1)],
  ['tolower', takes([text], 'Edm.String')],
  ['toupper', takes([text], 'Edm.String')],
  ['trim', takes([text], 'Edm.String')],
  ['year', takes([day], 'Edm.Int32')],
  ['month', takes([day], 'Edm.Int32')],
  ['day', takes([day], 'Edm.Int32')],
  ['hour', takes([clock], 'Edm.Int32')],
  ['minute', takes([clock], 'Edm.Int32')],
  ['second', takes([clock], 'Edm.Int32')],
  ['fractionalseconds', takes([clock], 'Edm.Decimal')],
  ['date', takes([instant], 'Edm.Date')],
  ['time', takes([instant], 'Edm.TimeOfDay')],
  ['totaloffsetminutes', takes([instant], 'Edm.Int32')],
  ['totalseconds', takes([duration], 'Edm.Decimal')],
  ['now', takes([], 'Edm.DateTimeOffset')],
  ['mindatetime', takes([], 'Edm.DateTimeOffset')],
  ['maxdatetime', takes([], 'Edm.DateTimeOffset')],
  ['round', takes([number], 'same')],
  ['floor', takes([number], 'same')],
  ['ceiling', takes([number], 'same')],
]);

/** What OData has besides, and this server does not. */
export const OTHER_FUNCTIONS: ReadonlySet<string> = new Set([
  'case',
  'cast',
  'geo.distance',
  'geo.intersects',
  'geo.length',
  'hassubsequence',
  'hassubset',
  'isof',
  'matchespattern',
]);
