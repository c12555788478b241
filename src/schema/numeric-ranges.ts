import type { PrimitiveName, PrimitiveType } from './definitions.js';

export interface IntegerRange {
  readonly minimum: bigint;
  readonly maximum: bigint;
}

/** The range of each integer type, ends included (OData CSDL 4.01, section 3.3). */
export const INTEGER_RANGES: Readonly<Partial<Record<PrimitiveName, IntegerRange>>> = {
  'Edm.SByte': signed(8n),
  'Edm.Byte': { minimum: 0n, maximum: 255n },
  'Edm.Int16': signed(16n),
  'Edm.Int32': signed(32n),
  'Edm.Int64': signed(64n),
};

/** The least number that is too large for binary32 (IEEE 754): from here on it rounds to infinity. */
export const SINGLE_LIMIT = (2 - 2 ** -24) * 2 ** 127;

/**
 * How many digits a decimal may have before the point: Precision less Scale where both are declared (CSDL 4.01,
 * sections 7.2.3 and 7.2.4); all of Precision where Scale is absent, variable, or makes no sense.
 */
export function maxWholeDigits({ precision, scale = 0 }: PrimitiveType): number | undefined {
  if (precision === undefined || scale > precision) return precision;
  return precision - scale;
}

function signed(bits: bigint): IntegerRange {
  const half = 2n ** (bits - 1n);
  return { minimum: -half, maximum: half - 1n };
}
