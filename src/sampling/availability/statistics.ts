/** Mean, median and standard deviation (of the whole, not of a sample) of some numbers. */
export interface Statistics {
  readonly average: number;
  readonly median: number;
  readonly stdDev: number;
}

/** The statistics of numbers, rounded to so many decimals; all zero for none. */
export function statisticsOf(numbers: readonly number[], decimals: number): Statistics {
  if (numbers.length === 0) return { average: 0, median: 0, stdDev: 0 };
  const average = sum(numbers) / numbers.length;
  const deviations = numbers.map((number) => (number - average) ** 2);
  const rounded = (number: number) => Number(number.toFixed(decimals));
  return {
    average: rounded(average),
    median: rounded(medianOf(numbers)),
    stdDev: rounded(Math.sqrt(sum(deviations) / numbers.length)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
