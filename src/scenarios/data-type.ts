import { DATA_TYPES, type DataType } from '../dictionary/dictionary.js';
import type { ScenarioRule } from './checks.js';

const OF_EVERY_TYPE: readonly ScenarioRule[] = ['dd/field-type'];
const OF_INTEGERS: readonly ScenarioRule[] = ['dd/field-type', 'dd/integer-attributes'];
const OF_ENUMERATIONS: readonly ScenarioRule[] = [
  'dd/field-type',
  'dd/lookup-name-annotation',
  'dd/standard-lookup-name',
];

/** The data type that a sentence names. Throws an Error that lists them for any other text. */
export function toDataType(text: string): DataType {
  const type = DATA_TYPES.find((known) => known === text);
  if (type === undefined)
    throw new Error(`"${text}" is no data type; the data types are ${DATA_TYPES.join(', ')}`);
  return type;
}

/** The rules that the data type step evaluates for a type. */
export function rulesOfDataType(type: DataType): readonly ScenarioRule[] {
  if (type === 'Integer') return OF_INTEGERS;
  return type === 'Single Enumeration' || type === 'Multiple Enumeration' ? OF_ENUMERATIONS : OF_EVERY_TYPE;
}
