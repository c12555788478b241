import { describe, expect, it } from 'vitest';
import { filterOf, parseQuery } from '../../../src/sandbox/query/query.js';
import { satisfies } from './evaluation.js';
import { PROPERTY } from './sample-schema.js';

const RECORD = {
  City: ' Sparks ',
  Beds: 3,
  Price: -2.5,
  Area: 2.5,
  ListedOn: '2024-02-29',
  Changed: '2024-02-29T23:59:58.250+02:00',
  OpensAt: '09:30:15.5',
  Held: 'PT1M0.5S',
};

describe('functions', () => {
  it.each([
    "contains(City,'park')",
    "not contains(City,'PARK')",
    "startswith(City,' S')",
    "endswith(City,'s ')",
    "concat(City,'!') eq ' Sparks !'",
    "indexof(City,'p') eq 2",
    "indexof(City,'z') eq -1",
    'length(City) eq 8',
    "substring(City,1) eq 'Sparks '",
    "substring(City,1,3) eq 'Spa'",
    "substring(City,-5,3) eq ' Sp'",
    "substring(City,99) eq ''",
    "tolower(City) eq ' sparks '",
    "toupper(trim(City)) eq 'SPARKS'",
    'ToUpper(Trim(City)) eq toupper(trim(City))',
    'year(ListedOn) eq 2024',
    'month(ListedOn) eq 2',
    'day(Changed) eq 29',
    'hour(Changed) eq 23',
    'minute(OpensAt) eq 30',
    'second(Changed) eq 58',
    'fractionalseconds(Changed) eq 0.25',
    'fractionalseconds(OpensAt) eq 0.5',
    'date(Changed) eq ListedOn',
    'time(Changed) eq 23:59:58.25',
    'totaloffsetminutes(Changed) eq 120',
    'totalseconds(Held) eq 60.5',
    'year(now()) eq 2024',
    'year(mindatetime()) eq 1',
    'year(maxdatetime()) eq 9999',
    'round(Area) eq 3',
    'round(Price) eq -3',
    'floor(Price) eq -3',
    'floor(Area) eq 2',
    'ceiling(Price) eq -2',
    'ceiling(Area) eq 3',
    'round(Beds) eq 3',
    'floor(INF) eq INF',
    "contains( City , concat( 'pa', 'rk' ) )",
  ])('%s', (filter) => {
    expect(satisfies(filter, RECORD)).toBe(true);
  });

  it.each([
    ['-0001-03-01', -1, 3, 1],
    ['0000-02-29', 0, 2, 29],
    ['1970-01-01', 1970, 1, 1],
    ['1969-12-31', 1969, 12, 31],
    ['2000-02-29', 2000, 2, 29],
    ['999999999-12-31', 999_999_999, 12, 31],
  ])('the parts of %s', (date, year, month, day) => {
    const filter = `year(${date}) eq ${year} and month(${date}) eq ${month} and day(${date}) eq ${day}`;
    expect(satisfies(filter, {})).toBe(true);
  });

  it('read the clock once, so that all records see the same time', () => {
    let reading = 0;
    const now = (): Date => {
      reading += 1;
      return new Date(reading);
    };
    const isSame = filterOf(parseQuery('$filter=now() eq now()', PROPERTY), { now });
    expect([isSame({}), isSame({}), reading]).toEqual([true, true, 1]);
  });
});
