import { describe, expect, it } from 'vitest';
import { Books } from '../../../src/sampling/records/books.js';
import type { ModelTotals } from '../../../src/sampling/records/model-totals.js';
import { Sightings } from '../../../src/sampling/records/sightings.js';
import { Random } from '../../json/random-json.js';
import { MODELS, take } from './entering.js';
import { plainTotals } from './plain-counting.js';
import { property } from './random-records.js';

function randomPages(seed: number, pages = 40): readonly string[] {
  const random = new Random(seed);
  return Array.from({ length: pages }, () => {
    const value = Array.from({ length: random.below(30) }, () => property(random, 3));
    return JSON.stringify({ '@odata.context': 'x', value });
  });
}

/** The totals in the form of `plainTotals`. */
function totalsOf(books: Books): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    books.totals().map((model) => [`${model.resource}<${model.parent ?? ''}`, summaryOf(model)]),
  );
}

function summaryOf({
  records,
  changed,
  fields,
  values,
  undeclaredFields,
  postalCodes = [],
}: ModelTotals): object {
  return {
    records,
    changed,
    frequencies: Object.fromEntries(
      fields.filter(({ frequency }) => frequency > 0).map(({ field, frequency }) => [field, frequency]),
    ),
    values: Object.fromEntries(
      values.map(({ field, value, frequency }) => [`${field}: ${value}`, frequency]),
    ),
    undeclared: Object.fromEntries(undeclaredFields.map(({ field, frequency }) => [field, frequency])),
    postalCodes,
  };
}

describe('random pages', () => {
  it.each([1, 2, 3, 4, 5])('are counted as plain objects would be (seed %i)', (seed) => {
    const pages = randomPages(seed);
    const books = new Books(MODELS);
    const sightings = new Sightings();
    for (const page of pages) take(books, page, { sightings });
    const expected = plainTotals(pages);
    expect(Object.keys(expected)).toHaveLength(5);
    expect(totalsOf(books)).toEqual(expected);
  });

  it.each([6, 7, 8])('replayed from their deltas give the same books, at every page (seed %i)', (seed) => {
    const live = { books: new Books(MODELS), sequences: [new Sightings(), new Sightings()] };
    const replayed = { books: new Books(MODELS), sequences: [new Sightings(), new Sightings()] };
    for (const [index, page] of randomPages(seed, 20).entries()) {
      const sightings = live.sequences[index % 2] as Sightings;
      const { delta } = take(live.books, page, { sightings, most: 15 });
      replayed.books.replay(delta, replayed.sequences[index % 2] as Sightings);
      expect(replayed.books.totals()).toEqual(live.books.totals());
      expect(replayed.books.expansions()).toEqual(live.books.expansions());
      expect(replayed.sequences.map(seenBy)).toEqual(live.sequences.map(seenBy));
    }
  });

  it('go on after a replay as if nothing had been', () => {
    const pages = randomPages(9, 30);
    const live = new Books(MODELS);
    const seen = new Sightings();
    const taken = pages.map((page) => take(live, page, { sightings: seen }));
    const resumed = new Books(MODELS);
    const seenAgain = new Sightings();
    for (const { delta } of taken.slice(0, 15)) resumed.replay(delta, seenAgain);
    for (const [index, page] of pages.slice(15).entries()) {
      const { facts, delta } = take(resumed, page, { sightings: seenAgain });
      expect(facts).toEqual(taken[15 + index]?.facts);
      expect(Buffer.from(delta).equals(taken[15 + index]?.delta ?? Buffer.of())).toBe(true);
    }
    expect(resumed.totals()).toEqual(live.totals());
  });

  it('give the same totals in any order, as long as records do not change', () => {
    const records = [...new Map(randomPages(10, 60).flatMap((page) => recordsIn(page))).values()];
    const [forwards, backwards] = [records, records.toReversed()].map((order) => {
      const books = new Books(MODELS);
      for (const record of order) take(books, `{"value":[${record}]}`);
      return books.totals();
    });
    expect(records.length).toBeGreaterThan(100);
    expect(forwards).toEqual(backwards);
  });
});

/** The ordinals that a sequence has seen. */
function seenBy(sightings: Sightings): readonly number[] {
  const seen = Array.from({ length: 1000 }, (_, ordinal) => ordinal).filter((ordinal) =>
    sightings.has(ordinal),
  );
  expect(seen).toHaveLength(sightings.count);
  return seen;
}

/** Records by their keys, without those that they hold: these may come with several contents. */
function recordsIn(page: string): readonly (readonly [string, string])[] {
  const { value } = JSON.parse(page) as { value: Record<string, unknown>[] };
  return value.map((record) => {
    const {
      Media: _media,
      ListAgent: _agent,
      CoListAgent: _other,
      Rooms: _rooms,
      Home: _home,
      Visits: _visits,
      ...own
    } = record;
    return [String(own['ListingKey']), JSON.stringify(own)];
  });
}
