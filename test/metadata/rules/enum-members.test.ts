import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults.js';

/** An EnumType, one member a line from line 4 on. */
const enumType = (attributes: string, ...members: readonly string[]): string =>
  [`<EnumType Name="E"${attributes}>`, ...members.map((member) => `<Member ${member}/>`), '</EnumType>'].join(
    '\n',
  );

describe('edmx/enum-members', () => {
  it.each([
    ['a value beyond Int32', enumType('', 'Name="A" Value="2147483648"'), 4, '/Member[A]'],
    [
      'a value beyond Byte',
      enumType(' UnderlyingType="Edm.Byte"', 'Name="A" Value="255"', 'Name="B" Value="256"'),
      5,
      '/Member[B]',
    ],
    ['a negative Byte', enumType(' UnderlyingType="Edm.Byte"', 'Name="A" Value="-1"'), 4, '/Member[A]'],
    [
      'a value beyond Int64',
      enumType(' UnderlyingType="Edm.Int64"', 'Name="A" Value="9223372036854775808"'),
      4,
      '/Member[A]',
    ],
    ['some members with values', enumType('', 'Name="A" Value="0"', 'Name="B"', 'Name="C"'), 5, ''],
    ['flags without values', enumType(' IsFlags="true"', 'Name="A"', 'Name="B"'), 4, ''],
    [
      'flags with a negative value',
      enumType(' IsFlags="true"', 'Name="A" Value="1"', 'Name="B" Value="-2"'),
      5,
      '/Member[B]',
    ],
  ])('%s', (_, content, line, part) => {
    const { told, subjects } = faultsOf(content);
    expect(told).toEqual([`${line} error edmx/enum-members`]);
    expect(subjects).toEqual([{ element: `Schema[ns]/EnumType[E]${part}` }]);
  });

  it.each([
    ['values at the bounds', enumType('', 'Name="A" Value="2147483647"', 'Name="B" Value="-2147483648"')],
    ['no values', enumType('', 'Name="A"', 'Name="B"')],
    [
      'flags that combine others',
      enumType(' IsFlags="true"', 'Name="A" Value="1"', 'Name="B" Value="2"', 'Name="C" Value="3"'),
    ],
    [
      'Int64 at its bounds',
      enumType(
        ' UnderlyingType="Edm.Int64"',
        'Name="A" Value="9223372036854775807"',
        'Name="B" Value="-9223372036854775808"',
      ),
    ],
  ])('lets %s be', (_, content) => {
    expect(faultsOf(content).told).toEqual([]);
  });

  it('says who lacks a value', () => {
    expect(faultsOf(enumType('', 'Name="A" Value="0"', 'Name="B"', 'Name="C"')).messages).toEqual([
      'The EnumType E gives some members a Value, but not B and 1 other (OData CSDL 4.0, section 10.2). Give every member a Value, or none.',
    ]);
  });
});

describe('what is legal but unwise', () => {
  it('edmx/member-case: names that differ only in case', () => {
    const { told, subjects } = faultsOf(enumType('', 'Name="Active"', 'Name="ACTIVE"', 'Name="Closed"'));
    expect(told).toEqual(['5 info edmx/member-case']);
    expect(subjects).toEqual([{ element: 'Schema[ns]/EnumType[E]/Member[ACTIVE]' }]);
  });

  it.each([
    [63, []],
    [64, ['3 info edmx/flags-size']],
  ])('edmx/flags-size: %i flags', (size, told) => {
    const members = Array.from({ length: size }, (_, at) => `Name="M${at}" Value="${2n ** BigInt(at % 63)}"`);
    expect(faultsOf(enumType(' IsFlags="true" UnderlyingType="Edm.Int64"', ...members)).told).toEqual(told);
  });
});
