import { describe, expect, it } from 'vitest';
import { parseNumeric } from '../../../src/sandbox/query/decimal.js';
import { parseEnum } from '../../../src/sandbox/query/enum-value.js';
import { ExpressionParser } from '../../../src/sandbox/query/expression-parser.js';
import { Lexer } from '../../../src/sandbox/query/lexer.js';
import { parseQuery, QueryError } from '../../../src/sandbox/query/query.js';
import {
  parseDate,
  parseDateTimeOffset,
  parseDuration,
  parseTimeOfDay,
} from '../../../src/sandbox/query/temporal.js';
import { type AbnfCase, abnfCases, hasAbnfCases } from './abnf-cases.js';
import { casesOf, EXCLUDED_RULES, TAKEN, UNFIT, UNSUPPORTED } from './abnf-exclusions.js';
import { EVERYTHING } from './abnf-schema.js';

/** Reads an input, or throws a QueryError. */
type Reader = (input: string) => unknown;

/** How the input of each rule is read. */
const READERS: Readonly<Record<string, Reader>> = {
  ...readers(
    (input) => parseQuery(input, EVERYTHING),
    [
      'queryOptions',
      'systemQueryOption',
      'customQueryOption',
      'filter',
      'orderby',
      'orderBy',
      'select',
      'expand',
      'skiptoken',
    ],
  ),
  ...readers(filtered(''), ['boolCommonExpr', 'boolcommonExpr', 'notExpr', 'isofExpr']),
  ...readers(expression, ['commonExpr', 'firstMemberExpr', 'propertyPathExpr', 'primitiveLiteral']),
  ...readers(filtered('Price eq '), [
    'decimalLiteral',
    'doubleLiteral',
    'singleLiteral',
    'sbyteLiteral',
    'int16Literal',
    'int32Literal',
    'int64Literal',
  ]),
  ...readers(filtered('BirthDate eq '), ['dateTimeOffsetLiteral', 'dateTimeOffsetValueInUrl']),
  anyExpr: filtered('Products/'),
  boolean: filtered('Completed eq '),
  date: filtered('Day eq '),
  durationLiteral: filtered('Length eq '),
  enumLiteral: filtered('style eq '),
  guid: filtered('Identity eq '),
  null: filtered('Name eq '),
  stringLiteral: filtered('Name eq '),
  timeOfDayLiteral: filtered('Clock eq '),
  ...readers(value(parseNumeric), [
    'decimalValue',
    'doubleValue',
    'singleValue',
    'sbyteValue',
    'byteValue',
    'int16Value',
    'int32Value',
    'int64Value',
  ]),
  dateTimeOffsetValue: value(parseDateTimeOffset),
  dateValue: value(parseDate),
  durationValue: value(parseDuration),
  timeOfDayValue: value(parseTimeOfDay),
  enumValue: value((input) => {
    const style = EVERYTHING.typeOf('style');
    return style?.kind === 'enum' ? parseEnum(input, style) : undefined;
  }),
};

function readers(reader: Reader, rules: readonly string[]): Readonly<Record<string, Reader>> {
  return Object.fromEntries(rules.map((rule) => [rule, reader]));
}

/** The rules of expressions and literals allow ampersands, which would be percent-encoded in a query. */
function filtered(before: string): Reader {
  return (input) => parseQuery(`$filter=${before}${input.replaceAll('&', '%26')}`, EVERYTHING);
}

function expression(input: string): void {
  const lexer = new Lexer(decodeURIComponent(input), '$filter');
  new ExpressionParser(lexer, EVERYTHING, false).parse();
  lexer.expectEnd();
}

function value(parse: (input: string) => unknown): Reader {
  return (input) => {
    if (parse(input) === undefined) throw new QueryError('InvalidValue', input, '', 0);
  };
}

function errorOf({ rule, input }: AbnfCase): QueryError | undefined {
  try {
    READERS[rule]?.(input);
    return undefined;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

/** What a message says is not supported, without the names of one case. */
function topic({ message }: QueryError): string {
  return message.replace(/"[^"]*[A-Z][^"]*"/, '"…"').replace(/^"…\(…\)"/, '"…"');
}

const ABSENT = hasAbnfCases ? '' : ' (skipped: its test cases in ../shared are absent)';

describe.skipIf(!hasAbnfCases)(`the OData ABNF${ABSENT}`, () => {
  const cases = abnfCases();
  const read = cases.filter(({ rule }) => Object.hasOwn(READERS, rule));
  const valid = read.filter(({ isValid, input }) => isValid && !casesOf(UNFIT).includes(input));
  const unsupported = valid.flatMap((found) => {
    const error = errorOf(found);
    return error?.status === 501 ? [{ ...found, reason: topic(error) }] : [];
  });
  const unsupportedInputs = unsupported.map(({ input }) => input);

  it('has only rules that are tested here or excluded with a reason', () => {
    const known = new Set([...Object.keys(READERS), ...casesOf(EXCLUDED_RULES)]);
    expect(new Set(cases.map(({ rule }) => rule))).toEqual(known);
  });

  it.each(valid.filter(({ input }) => !unsupportedInputs.includes(input)))('$rule takes $input', (found) => {
    expect(errorOf(found)).toBeUndefined();
  });

  it.each(unsupported)('$rule does not support $input: $reason', ({ reason }) => {
    expect(Object.keys(UNSUPPORTED)).toContain(reason);
  });

  it('has just as many cases that are not supported as are listed', () => {
    const counts = new Map<string, number>();
    for (const { reason } of unsupported) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(UNSUPPORTED);
  });

  it.each(casesOf(UNFIT))('is refused as it must be with the schema of this test: %s', (input) => {
    const [found] = read.filter((candidate) => candidate.isValid && candidate.input === input);
    expect(found && errorOf(found)?.status).toBe(400);
  });

  it.each(read.filter(({ isValid, input }) => !isValid && !casesOf(TAKEN).includes(input)))(
    '$rule refuses $input',
    (found) => {
      expect(errorOf(found)).toBeInstanceOf(QueryError);
    },
  );

  it('has options without their dollar sign, which are custom options here, and ignored', () => {
    const bare = read.filter(({ input }) => /^(?:filter|select|orderby|expand|top|count)=/i.test(input));
    expect(bare.length).toBeGreaterThan(5);
    for (const { input } of bare) expect(parseQuery(input, EVERYTHING)).toEqual(parseQuery('', EVERYTHING));
  });
});
