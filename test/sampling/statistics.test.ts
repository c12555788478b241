import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../src/sampling/availability/statistics.js';

describe('statistics', () => {
  it.each<[readonly number[], number, number, number]>([
    [[], 0, 0, 0],
    [[7], 7, 7, 0],
    [[1, 2, 3, 4], 2.5, 2.5, 1.1],
    [[10, 1, 100], 37, 10, 44.7],
    [[2, 4, 4, 4, 5, 5, 7, 9], 5, 4.5, 2],
  ])('of %j: mean %d, median %d, deviation %d', (numbers, average, median, stdDev) => {
    expect(statisticsOf(numbers, 1)).toEqual({ average, median, stdDev });
  });
});
