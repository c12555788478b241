import { describe, expect, it } from 'vitest';
import { satisfies } from './evaluation.js';

type Row = readonly [filter: string, record: Record<string, unknown>, expected: boolean];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('%s on %j is %s', (filter, record, expected) => {
      expect(satisfies(filter, record)).toBe(expected);
    });
  });
}

table('strings compare by code unit', [
  ["City eq 'Reno'", { City: 'Reno' }, true],
  ["City eq 'reno'", { City: 'Reno' }, false],
  ["City ne 'Reno'", { City: 'Elko' }, true],
  ["City gt 'Reno'", { City: 'Renovo' }, true],
  ["City ge 'Reno'", { City: 'Reno' }, true],
  ["City lt 'a'", { City: 'Z' }, true],
  ["City le 'Elko'", { City: 'Reno' }, false],
  ["City eq 'O''Fallon'", { City: "O'Fallon" }, true],
  ["City eq ''", { City: '' }, true],
]);

table('numbers compare by value whatever their types', [
  ['Beds eq 3', { Beds: 3 }, true],
  ['Beds eq 3.0', { Beds: 3 }, true],
  ['Beds gt 2.5', { Beds: 3 }, true],
  ['Beds lt 3', { Beds: 3 }, false],
  ['Beds eq 9223372036854775807', { Beds: '9223372036854775807' }, true],
  ['Beds lt 9223372036854775807', { Beds: '9223372036854775806' }, true],
  ['Price eq 0.1', { Price: 0.1 }, true],
  ['Price eq 0.10', { Price: '0.1' }, true],
  ['Price gt 0.1', { Price: '0.10000000000000000001' }, true],
  ['Price ge -5', { Price: -5 }, true],
  ['Price lt -4.99', { Price: -5 }, true],
  ['Area eq 1.5e3', { Area: 1500 }, true],
  ['Area eq +15e-1', { Area: 1.5 }, true],
  ['Area lt INF', { Area: 1e300 }, true],
  ['Area eq INF', { Area: 'INF' }, true],
  ['Area gt -INF', { Area: -1 }, true],
  ['Area eq NaN', { Area: 'NaN' }, false],
  ['Area ne NaN', { Area: 'NaN' }, true],
  ['Area ge NaN', { Area: 1 }, false],
]);

table('truth values', [
  ['IsNew', { IsNew: true }, true],
  ['IsNew', { IsNew: false }, false],
  ['IsNew eq false', { IsNew: false }, true],
  ['IsNew ne TRUE', { IsNew: false }, true],
  ['IsNew gt false', { IsNew: true }, true],
]);

table('dates', [
  ['ListedOn eq 2024-02-29', { ListedOn: '2024-02-29' }, true],
  ['ListedOn lt 2024-03-01', { ListedOn: '2024-02-29' }, true],
  ['ListedOn gt -0001-12-31', { ListedOn: '0000-01-01' }, true],
  ['ListedOn lt 10000-01-01', { ListedOn: '9999-12-31' }, true],
]);

table('points in time compare as instants, to the picosecond', [
  ['Changed eq 2024-01-01T00:00:00Z', { Changed: '2024-01-01T02:00:00+02:00' }, true],
  ['Changed eq 2023-12-31T22:00-02:00', { Changed: '2024-01-01T00:00:00.000Z' }, true],
  ['Changed gt 2024-01-01T00:00:00.123456789012Z', { Changed: '2024-01-01T00:00:00.123456789013Z' }, true],
  ['Changed ge 2024-01-01T00:00:00.5Z', { Changed: '2024-01-01T00:00:00.499999999999Z' }, false],
  ['Changed lt now()', { Changed: '2024-05-06T07:08:09.009Z' }, true],
  ['Changed eq now()', { Changed: '2024-05-06T07:08:09.01Z' }, true],
  ['Changed gt mindatetime() and Changed lt maxdatetime()', { Changed: '2024-01-01T00:00:00Z' }, true],
  ['Changed eq 2017-01-01T00:00:00Z', { Changed: '2016-12-31T23:59:60Z' }, true],
]);

table('times of day, durations and GUIDs', [
  ['OpensAt eq 09:30', { OpensAt: '09:30:00.000' }, true],
  ['OpensAt gt 09:30:00', { OpensAt: '09:30:00.000000000001' }, true],
  ["Held eq duration'PT36H'", { Held: 'P1DT12H' }, true],
  ["Held lt 'PT1M'", { Held: '-PT0.5S' }, true],
  ['Id eq 01234567-89AB-cdef-0123-456789abcdef', { Id: '01234567-89ab-CDEF-0123-456789abcdef' }, true],
  ['Id gt a1234567-89ab-cdef-0123-456789abcdef', { Id: 'b1234567-89ab-cdef-0123-456789abcdef' }, true],
]);

table('enumerations', [
  ["Status eq Sample.Enums.Status'Active'", { Status: 'Active' }, true],
  ["Status eq Status'Active'", { Status: 'Active' }, true],
  ["'Closed' ne Status", { Status: 'Active' }, true],
  ["Status gt 'Active'", { Status: 'Pending' }, true],
  ["Status has 'Active'", { Status: 'Active' }, true],
  ["Status in ('Active','Pending')", { Status: 'Pending' }, true],
  ["Status in ('Active',null)", { Status: 'Closed' }, false],
  ["View has 'Lake'", { View: 'Lake,City' }, true],
  ["View has Sample.Enums.View'City,Lake'", { View: 'Lake,City' }, true],
  ["View has 'Mountain'", { View: 'Lake,City' }, false],
  ["View has '4'", { View: 'Lake,City' }, true],
  ["View eq 'City,Lake'", { View: 'Lake, City' }, true],
  ["Views/any(v:v eq 'Lake')", { Views: ['City', 'Lake'] }, true],
  ["Views/all(v:v eq 'Lake' or v eq 'City')", { Views: ['City', 'Lake'] }, true],
  ["Views/any(v:v in ('Mountain'))", { Views: ['City', 'Lake'] }, false],
  ["Status eq 'Active'", { Status: 'Unheard' }, false],
  ["Status ne 'Active'", { Status: 'Unheard' }, true],
  ['Status eq null', { Status: 'Unheard' }, false],
]);

table('null', [
  ['City eq null', { City: null }, true],
  ['City eq null', {}, true],
  ['City ne null', { City: 'Reno' }, true],
  ["City ne 'Reno'", { City: null }, true],
  ["City eq 'Reno'", { City: null }, false],
  ['Beds gt null', { Beds: 3 }, false],
  ['Beds ge null', { Beds: null }, false],
  ['Beds lt 5', { Beds: null }, false],
  ['not (Beds lt 5)', { Beds: null }, true],
  ['null eq null', {}, true],
  ['IsNew', { IsNew: null }, false],
  ['not IsNew', { IsNew: null }, false],
  ['IsNew or true', { IsNew: null }, true],
  ['IsNew or false', { IsNew: null }, false],
  ['not (IsNew and false)', { IsNew: null }, true],
  ['not (IsNew and true)', { IsNew: null }, false],
  ["contains(City,'e')", { City: null }, false],
  ["not contains(City,'e')", { City: null }, false],
  ['length(City) eq null', { City: null }, true],
  ['Beds add 1 eq null', { Beds: null }, true],
  ['Agent eq null', { Agent: null }, true],
  ['Agent/LastName eq null', { Agent: null }, true],
  ["View has 'Lake'", { View: null }, false],
  ["City in ('Reno')", { City: null }, false],
]);

table('what is not of its declared type counts as null', [
  ['Price eq null', { Price: 'cheap' }, true],
  ['City eq null', { City: 7 }, true],
  ['ListedOn eq null', { ListedOn: '2023-02-29' }, true],
  ['IsNew eq null', { IsNew: 'true' }, true],
  ['Tags/any()', { Tags: 'one' }, false],
]);

table('and, or and not', [
  ['true or true and false', {}, true],
  ['(true or true) and false', {}, false],
  ['not false and false', {}, false],
  ['not (false and false)', {}, true],
  ['not IsNew eq true', { IsNew: false }, true],
  ['not IsNew eq true', { IsNew: null }, false],
  ['not (IsNew eq true)', { IsNew: null }, true],
  ['1 eq 1 ne false', {}, true],
  ['2 gt 1 eq true', {}, true],
  ["not City in ('Reno')", { City: 'Elko' }, true],
  ["not View has 'Lake'", { View: 'City' }, true],
  ["not(contains(City,'R'))and(Beds eq 3)", { City: 'Elko', Beds: 3 }, true],
  ['Beds EQ 3 AND NOT IsNew', { Beds: 3, IsNew: false }, true],
]);

table('in', [
  ["City in ('Reno', 'Elko')", { City: 'Elko' }, true],
  ['City in ()', { City: 'Elko' }, false],
  ['City in (null)', { City: null }, true],
  ['Beds in (1,2.0,3)', { Beds: 2 }, true],
  ['Beds add 1 in (4)', { Beds: 3 }, true],
  ['City in Tags', { City: 'Elko', Tags: ['Reno', 'Elko'] }, true],
  ["'x' in (Tags)", { Tags: ['y'] }, false],
]);

table('arithmetic', [
  ['Beds add 2 mul 3 eq 9', { Beds: 3 }, true],
  ['(Beds add 2) mul 3 eq 15', { Beds: 3 }, true],
  ['Beds sub 1 sub 1 eq 1', { Beds: 3 }, true],
  ['7 div 2 eq 3', {}, true],
  ['-7 div 2 eq -3', {}, true],
  ['7 divby 2 eq 3.5', {}, true],
  ['Price div 2 eq 3.5', { Price: 7 }, true],
  ['-7 mod 3 eq -1', {}, true],
  ['Price add 0.2 eq 0.3', { Price: 0.1 }, true],
  ['-Price eq 5', { Price: -5 }, true],
  ['- (Beds add 1) lt -3', { Beds: 3 }, true],
  ['Beds div 0 eq null', { Beds: 3 }, true],
  ['Area div INF eq 0', { Area: 3 }, true],
  ['INF sub INF eq NaN', {}, false],
  ["Changed gt now() sub duration'P1D'", { Changed: '2024-05-05T07:08:09.011Z' }, true],
  ["Changed sub 2024-01-01T00:00:00Z eq 'PT1H'", { Changed: '2024-01-01T01:00:00Z' }, true],
  ["ListedOn add duration'P1D' eq 2024-03-01", { ListedOn: '2024-02-29' }, true],
  ["ListedOn sub 2024-02-01 eq duration'P28D'", { ListedOn: '2024-02-29' }, true],
  ["Held mul 2 eq duration'PT1M'", { Held: 'PT30S' }, true],
  ["2 mul Held eq duration'PT1M'", { Held: 'PT30S' }, true],
  ["Held div 4 eq duration'PT7.5S'", { Held: 'PT30S' }, true],
  ["-Held lt duration'PT0S'", { Held: 'PT30S' }, true],
]);

table('collections and paths', [
  ['Tags/any()', { Tags: ['x'] }, true],
  ['Tags/any()', { Tags: [] }, false],
  ["Tags/any(t:t eq 'x')", { Tags: ['y', 'x'] }, true],
  ["Tags/all(t:t eq 'x')", { Tags: ['y', 'x'] }, false],
  ["Tags/all(t:t eq 'x')", { Tags: [] }, true],
  ["Tags/all(t:t eq 'x')", {}, true],
  ['Tags/any(t:t eq City)', { Tags: ['y', 'x'], City: 'x' }, true],
  ['Tags/any(t:t eq $it/City)', { Tags: ['y', 'x'], City: 'z' }, false],
  ['Rooms/any(r:r gt 20)', { Rooms: [10, 30] }, true],
  ['Rooms/$count eq 2', { Rooms: [10, 30] }, true],
  ['Media/$count gt 0', { Media: [] }, false],
  ['Media/any(m:m/Order eq 1 and m/Size gt 10)', { Media: [{ Order: 1, Size: 11 }] }, true],
  ['Media/any(m:m/Order eq 1 and m/Size gt 10)', { Media: [{ Order: 1 }, { Size: 11 }] }, false],
  ['Media/all(m:m/Order ge 1)', { Media: [{ Order: 1 }, { Order: 0 }] }, false],
  ["Agent/LastName eq 'Lee'", { Agent: { LastName: 'Lee' } }, true],
  [
    'Agent/Listings/any(l:l/Media/any(m:m/Order eq l/Beds))',
    { Agent: { Listings: [{ Beds: 2, Media: [{ Order: 2 }] }] } },
    true,
  ],
]);
