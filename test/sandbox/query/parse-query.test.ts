import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/sandbox/query/query.js';
import { refusal, satisfies } from './evaluation.js';
import { PROPERTY } from './sample-schema.js';

function parse(search: string): ReturnType<typeof parseQuery> {
  return parseQuery(search, PROPERTY);
}

describe('a query', () => {
  it.each(['', '?', '&', 'custom=1&!special', '?filter=nothing'])(
    'without system options: "%s"',
    (search) => {
      expect(parse(search)).toEqual({ orderby: [], select: [], expand: [], count: false });
    },
  );

  it('has all options', () => {
    const query = parse('?$top=5&$skip=0&$count=true&$select=City,*&$format=json&$skiptoken=a%26b=c');
    expect(query).toMatchObject({
      top: 5,
      skip: 0,
      count: true,
      select: ['City', '*'],
      format: 'json',
      skiptoken: 'a&b=c',
    });
  });

  it('names its options in any case', () => {
    expect(parse('$Top=5&$COUNT=True')).toMatchObject({ top: 5, count: true });
  });

  it('sorts by several keys', () => {
    const { orderby } = parse('$orderby=City desc, Agent/LastName,length(City) asc');
    expect(orderby.map(({ key, descending }) => [key.kind, descending])).toEqual([
      ['member', true],
      ['member', false],
      ['call', false],
    ]);
  });

  it('selects a name once', () => {
    expect(parse('$select=City, Beds,City').select).toEqual(['City', 'Beds']);
  });

  it('expands with options inside options', () => {
    const nested = "$select=MediaKey;$top=1;$orderby=Order desc;$filter=MediaKey ne 'a;b)';$count=true";
    const { expand } = parse(`$expand=Agent($expand=Listings($skip=1)),Media(${nested})`);
    expect(expand.map(({ name, isCollection, schema }) => [name, isCollection, schema.name])).toEqual([
      ['Agent', false, 'Member'],
      ['Media', true, 'Media'],
    ]);
    expect(expand[0]?.query.expand[0]).toMatchObject({ name: 'Listings', query: { skip: 1 } });
    expect(expand[1]?.query).toMatchObject({ select: ['MediaKey'], top: 1, count: true });
  });

  it('is percent-decoded once, with plus signs as blanks', () => {
    expect(parse("%24filter=City%20eq+'100%2525%2B'").filter).toMatchObject({ right: { value: '100%25+' } });
  });

  it('takes a plus sign before a time zone for what it was', () => {
    const { filter } = parse('$filter=Changed gt 2024-01-01T01:00+01:00');
    expect(filter).toMatchObject({ right: { value: { picoseconds: 1_704_067_200n * 10n ** 12n } } });
  });

  it('is frozen all the way down', () => {
    const query = parse(
      "$filter=Tags/any(t:t in ('x',City)) or -Beds lt 1&$orderby=City&$expand=Media($top=1)".replace(
        ',City',
        ",'y'",
      ),
    );
    const loose: unknown[] = [];
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null || 'typeOf' in part) return;
      if (!Object.isFrozen(part)) loose.push(part);
      for (const [name, inner] of Object.entries(part)) if (name !== 'type') visit(inner);
    };
    visit(query);
    expect(loose).toEqual([]);
  });
});

describe('options that do not apply', () => {
  it.each(['$filter=IsNew', '$orderby=City', '$top=1', '$skip=1', '$count=true', '$skiptoken=x'])(
    '%s to a single record',
    (search) => {
      expect(refusal(search, 'entity').code).toBe('OptionNotAllowed');
    },
  );

  it('others do', () => {
    expect(
      parseQuery('$select=City&$expand=Media&$format=json', PROPERTY, { target: 'entity' }).select,
    ).toEqual(['City']);
    expect(parseQuery('$filter=IsNew', PROPERTY, { target: 'count' }).filter).toBeDefined();
  });

  it.each(['$top=1', '$select=City', '$orderby=City'])('%s to /$count', (search) => {
    expect(refusal(search, 'count').code).toBe('OptionNotAllowed');
  });

  it('$top to an expansion to one', () => {
    expect(refusal('$expand=Agent($top=1)').code).toBe('OptionNotAllowed');
  });
});

describe('a refused query', () => {
  it.each([
    ['$filter=', 'SyntaxError', '$filter:0', 'Expected an expression, found the end of the option.'],
    ['$filter= IsNew', 'SyntaxError', '$filter:1', 'No blank may stand at the beginning.'],
    ['$filter=IsNew ', 'SyntaxError', '$filter:6', 'No blank may stand at the end.'],
    ['$filter=City eq', 'SyntaxError', '$filter:5', '"eq" needs a blank on either side.'],
    ['$filter=City eq ', 'SyntaxError', '$filter:8', 'Expected an expression, found the end of the option.'],
    ["$filter=City eq 'Reno", 'SyntaxError', '$filter:8', 'The string has no closing quote.'],
    ["$filter=City eq'Reno'", 'SyntaxError', '$filter:5', "Expected an operator, found eq'Reno'."],
    ["$filter='a'eq City", 'SyntaxError', '$filter:3', '"eq" needs a blank on either side.'],
    ['$filter=(IsNew', 'SyntaxError', '$filter:6', 'Expected ")", found the end of the option.'],
    ['$filter=IsNew)', 'SyntaxError', '$filter:5', 'Expected the end of the option, found ")".'],
    ['$filter=City = 1', 'SyntaxError', '$filter:5', 'Expected an operator, found "=".'],
    ['$filter=IsNew;', 'SyntaxError', '$filter:5', 'Expected the end of the option, found ";".'],
    ['$filter=Beds eq 5eq', 'SyntaxError', '$filter:8', '"5eq" is not a literal of any type.'],
    ['$filter=Beds eq 1.', 'SyntaxError', '$filter:8', '"1." is not a literal of any type.'],
    ['$filter=Beds eq 1e999', 'InvalidValue', '$filter:8', '"1e999" is out of range.'],
    ['$filter=ListedOn eq 2023-02-29', 'InvalidValue', '$filter:12', '"2023-02-29" is out of range.'],
    ['$filter=OpensAt eq 24:00', 'InvalidValue', '$filter:11', '"24:00" is out of range.'],
    ['$filter=Tags/all()', 'SyntaxError', '$filter:9', 'Expected a lambda variable, found ")".'],
    [
      '$filter=Tags/any(t:Tags/any(t:true))',
      'SyntaxError',
      '$filter:20',
      'The variable "t" is taken already.',
    ],
    ['$filter=any()', 'SyntaxError', '$filter:0', 'There is no function "any".'],
    ['$filter=Tags /any()', 'SyntaxError', '$filter:5', 'Expected "/" without a blank before it, found "/".'],
    [
      "$filter=contain(City,'x')",
      'SyntaxError',
      '$filter:0',
      'There is no function "contain". Did you mean "contains" or "concat"?',
    ],
    ['$filter=length()', 'SyntaxError', '$filter:0', '"length" takes 1 argument, not 0.'],
    [
      "$filter=substring('a') eq 'a'",
      'SyntaxError',
      '$filter:0',
      '"substring" takes 2 to 3 arguments, not 1.',
    ],
    ['$filter=City in (City,Beds)', 'SyntaxError', '$filter:13', 'Expected ")", found ",".'],
    ['$filter=City has', 'SyntaxError', '$filter:5', '"has" needs a blank on either side.'],
    ['$filter=#', 'SyntaxError', '$filter:0', 'Unexpected character "#".'],
    ['$filter=Town', 'UnknownProperty', '$filter:0', 'Property has no property "Town".'],
    ['$filter=__proto__', 'UnknownProperty', '$filter:0', 'Property has no property "__proto__".'],
    ['$filter=Agent/Town', 'UnknownProperty', '$filter:6', 'Member has no property "Town".'],
    [
      '$filter=City',
      'TypeMismatch',
      '$filter:0',
      'The condition of $filter must be Edm.Boolean, not Edm.String.',
    ],
    [
      '$filter=not City',
      'TypeMismatch',
      '$filter:4',
      'What follows "not" must be Edm.Boolean, not Edm.String.',
    ],
    [
      "$filter=not City eq 'x'",
      'TypeMismatch',
      '$filter:4',
      'What follows "not" must be Edm.Boolean, not Edm.String.',
    ],
    [
      '$filter=IsNew and City',
      'TypeMismatch',
      '$filter:10',
      'Both sides of "and" must be Edm.Boolean, not Edm.String.',
    ],
    [
      "$filter=Beds eq '3'",
      'TypeMismatch',
      '$filter:5',
      'Edm.Int64 and Edm.String cannot be compared by "eq".',
    ],
    [
      "$filter=ListedOn eq '2024-01-01'",
      'TypeMismatch',
      '$filter:9',
      'Edm.Date and Edm.String cannot be compared by "eq".',
    ],
    [
      '$filter=Changed gt 2024-01-01',
      'TypeMismatch',
      '$filter:8',
      'Edm.DateTimeOffset and Edm.Date cannot be compared by "gt".',
    ],
    [
      "$filter=Tags eq 'x'",
      'TypeMismatch',
      '$filter:0',
      'Collection(Edm.String) cannot be compared: ask with any(x:…) or all(x:…).',
    ],
    [
      "$filter=City has 'x'",
      'TypeMismatch',
      '$filter:5',
      'Edm.String and Edm.String cannot be combined by "has".',
    ],
    [
      "$filter=Views has 'Lake'",
      'TypeMismatch',
      '$filter:0',
      'Collection(Sample.Enums.View) cannot be compared: ask with any(x:…) or all(x:…).',
    ],
    [
      "$filter=Status eq 'Sold'",
      'InvalidValue',
      '$filter:10',
      '"Sold" is not a member of Sample.Enums.Status.',
    ],
    [
      "$filter=Status eq 'Active,Closed'",
      'InvalidValue',
      '$filter:10',
      '"Active,Closed" is not a member of Sample.Enums.Status.',
    ],
    [
      "$filter=Status eq Other.Type'Active'",
      'TypeMismatch',
      '$filter:7',
      'Sample.Enums.Status and Other.Type cannot be compared by "eq".',
    ],
    [
      "$filter=City in ('x',1)",
      'TypeMismatch',
      '$filter:5',
      'Edm.String and Edm.Int64 cannot be compared by "in".',
    ],
    [
      '$filter=City in City',
      'TypeMismatch',
      '$filter:5',
      'Expected a list or a collection of values after "in".',
    ],
    [
      '$filter=length(Beds) eq 1',
      'TypeMismatch',
      '$filter:7',
      'Argument 1 of "length" must be Edm.String, not Edm.Int64.',
    ],
    [
      '$filter=City add 1 eq 2',
      'TypeMismatch',
      '$filter:5',
      'Edm.String and Edm.Int64 cannot be combined by "add".',
    ],
    ['$filter=-City eq 2', 'TypeMismatch', '$filter:1', 'Edm.String has no negative.'],
    ['$filter=City/Name', 'TypeMismatch', '$filter:5', 'Edm.String has no properties.'],
    [
      "$filter=Media/MediaKey eq 'x'",
      'TypeMismatch',
      '$filter:6',
      'Collection(Media) has no "MediaKey": ask with any(x:…) or all(x:…).',
    ],
    ['$filter=City/any()', 'TypeMismatch', '$filter:5', '"any" needs a collection, not Edm.String.'],
    ['$filter=City/$count eq 1', 'TypeMismatch', '$filter:5', '"$count" needs a collection, not Edm.String.'],
    ['$filter=Agent gt null', 'TypeMismatch', '$filter:6', 'Member and null cannot be compared by "gt".'],
    ["$filter=Held eq duration'P1Y'", 'InvalidValue', '$filter:8', '"P1Y" is not a duration.'],
    ['$filter=cast(City,Edm.String) eq City', 'NotSupported', '$filter:0', '"cast(…)" is not supported.'],
    ['$filter=Sample.Nearby()', 'NotSupported', '$filter:0', '"Sample.Nearby(…)" is not supported.'],
    [
      '$filter=City eq @city',
      'NotSupported',
      '$filter:8',
      'Parameter aliases and annotations are not supported.',
    ],
    ['$filter=City in ["Reno"]', 'NotSupported', '$filter:8', 'JSON arrays and objects are not supported.'],
    [
      '$filter=Media/$count($filter=true) gt 1',
      'NotSupported',
      '$filter:6',
      '"/$count" is not supported here.',
    ],
    ['$filter=$root/X eq 1', 'NotSupported', '$filter:0', '"$root" is not supported here.'],
    [
      "$filter=geometry'x' eq null",
      'NotSupported',
      '$filter:0',
      'Literals of type geometry are not supported.',
    ],
    ['$orderby=City up', 'SyntaxError', '$orderby:5', 'Expected the end of the option, found "up".'],
    ['$orderby=', 'SyntaxError', '$orderby:0', 'Expected an expression, found the end of the option.'],
    ['$orderby=City,', 'SyntaxError', '$orderby:5', 'Expected an expression, found the end of the option.'],
    ['$orderby=Tags', 'TypeMismatch', '$orderby:0', 'Cannot sort by Collection(Edm.String).'],
    ['$orderby=Agent', 'TypeMismatch', '$orderby:0', 'Cannot sort by Member.'],
    ['$select=Town', 'UnknownProperty', '$select:0', 'Property has no property "Town".'],
    ['$select=', 'SyntaxError', '$select:0', 'Expected a property or *, found the end of the option.'],
    [
      '$select=Agent/LastName',
      'NotSupported',
      '$select:5',
      'Paths and options inside $select are not supported.',
    ],
    ['$expand=Town', 'UnknownProperty', '$expand:0', 'Property has no property "Town".'],
    ['$expand=City', 'TypeMismatch', '$expand:0', '"City" is not a navigation property.'],
    ['$expand=Media,Media', 'InvalidValue', '$expand:6', '"Media" is expanded twice.'],
    ['$expand=Media/$ref', 'NotSupported', '$expand:5', 'What follows "Media/" is not supported in $expand.'],
    ['$expand=*', 'NotSupported', '$expand:0', '"*" is not supported in $expand.'],
    [
      '$expand=Media()',
      'SyntaxError',
      '$expand:6',
      'Expected a query option that begins with "$", found ")".',
    ],
    ['$expand=Media($top=1', 'SyntaxError', '$expand:12', 'Expected ")", found the end of the option.'],
    ['$expand=Media($top=1;$top=2)', 'RepeatedOption', '$expand:13', '"$top" is given twice.'],
    ['$expand=Media($filter=Town)', 'UnknownProperty', '$expand:14', 'Media has no property "Town".'],
    ['$expand=Media($filter=$it/City eq City)', 'NotSupported', '$expand:14', '"$it" is not supported here.'],
    ['$expand=Media($levels=2)', 'NotSupported', '$expand:6', '"$levels" is not supported.'],
    [
      '$expand=Media($top =1)',
      'SyntaxError',
      '$expand:11',
      'Expected "=" without a blank before it, found "=".',
    ],
    ['$expand=Media($top= 1)', 'SyntaxError', '$expand:12', 'No blank may follow "=".'],
    ['$top=-1', 'InvalidValue', '$top:0', 'Expected a whole number that is not negative.'],
    ['$top=1.5', 'InvalidValue', '$top:0', 'Expected a whole number that is not negative.'],
    ['$top=99999999999999999999', 'InvalidValue', '$top:0', 'Expected a whole number that is not negative.'],
    ['$skip=x', 'InvalidValue', '$skip:0', 'Expected a whole number that is not negative.'],
    ['$count=1', 'InvalidValue', '$count:0', 'Expected true or false.'],
    ['$count', 'InvalidValue', '$count:0', 'Expected true or false.'],
    ['$skiptoken=', 'InvalidValue', '$skiptoken:0', '"$skiptoken" has no value.'],
    ['$top=1&$TOP=2', 'RepeatedOption', '$top:0', '"$top" is given twice.'],
    ['$search=lake', 'NotSupported', '$search:0', '"$search" is not supported.'],
    ['@city=1', 'NotSupported', '@city:0', 'Parameter aliases are not supported.'],
    ['$filter=%ZZ', 'MalformedUrl', '$filter:0', '"%ZZ" is not percent-encoded UTF-8.'],
    [
      "$filter=City eq '%C3%28'",
      'MalformedUrl',
      '$filter:9',
      '"City eq \'%C3%28\'" is not percent-encoded UTF-8.',
    ],
  ])('%s', (search, code, target, message) => {
    const error = refusal(search.replaceAll('#', '%23'));
    expect([error.code, error.target, error.message]).toEqual([code, target, message]);
    expect(error.status).toBe(code === 'NotSupported' ? 501 : 400);
  });

  it('names the options that there are', () => {
    expect(refusal('$fliter=IsNew')).toMatchObject({
      code: 'UnknownOption',
      status: 400,
      option: '$fliter',
      message: expect.stringContaining(
        'There is no query option "$fliter" here. There are $filter, $orderby',
      ),
    });
  });
});

describe('a query that is too much', () => {
  it.each([
    ['parentheses', `$filter=${'('.repeat(101)}true${')'.repeat(101)}`],
    ['not', `$filter=${'not '.repeat(101)}true`],
    ['minus signs', `$filter=${'- '.repeat(101)}Beds eq 1`],
    ['calls', `$filter=${'trim('.repeat(101)}City${')'.repeat(101)} eq 'x'`],
    ['operators', `$filter=1${'+add+1'.repeat(1001)} eq 1`],
    ['expansions', `$expand=${'Media($expand=Property($expand='.repeat(4)}Agent${'))'.repeat(4)}`],
    ['characters', `$filter=City eq '${'x'.repeat(16_384)}'`],
  ])('has too many %s', (_what, search) => {
    expect(refusal(search).code).toBe('TooComplex');
  });

  it.each([
    ['and', `true${' and true'.repeat(1800)}`],
    ['or', `Beds eq 1${' or null eq null'.repeat(900)}`],
    ['add', `1${' add 1'.repeat(999)} gt 1`],
    ['mul', `1e400${' mul 1e400'.repeat(999)} gt 1`],
    ['tiny mul', `1e-400${' mul 1e-400'.repeat(999)} lt 1`],
    ['div', `1${' div 1e-400'.repeat(999)} gt 1`],
    ['eq', `true${' eq true'.repeat(1000)}`],
    ['digits', `${'9'.repeat(16_000)} gt 1`],
  ])('but long chains are none: %s', (_what, filter) => {
    expect(satisfies(filter, {})).toBe(true);
  });
});
