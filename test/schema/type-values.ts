import type { FaultName } from '../../src/schema/validate/fault-kind.js';

/** What a value of a field comes to: a fault, or nothing. */
type Verdict = FaultName | 'fits';

/** Values at, just inside and just outside each bound of a declaration, each as JSON. */
export interface TypeCase {
  /** The attributes of the Property. */
  readonly declaration: string;
  readonly values: readonly (readonly [json: string, verdict: Verdict])[];
  /** JSON Schema cannot say these, and why. */
  readonly beyondSchema?: Readonly<Record<string, string>>;
}

const LONG_SEVENTEEN = '12345678901234567';

const NOT_IN_SCHEMA = {
  decimals: 'validators compute multipleOf with doubles, so the schema does not limit decimals',
  bigNumber: 'JSON.parse rounds what is beyond 2^53',
  ring: 'that a ring ends where it begins is beyond JSON Schema',
};

function all(verdict: Verdict, ...values: readonly string[]): readonly (readonly [string, Verdict])[] {
  return values.map((json) => [json, verdict] as const);
}

/** Every kind of JSON value but those named, which is of another type. */
function otherTypes(...fitting: readonly string[]): readonly (readonly [string, Verdict])[] {
  const samples = { boolean: 'true', number: '7.5', string: '"x"', array: '[]', object: '{}' };
  return Object.entries(samples).flatMap(([type, json]) =>
    fitting.includes(type) ? [] : [[json, 'type'] as const],
  );
}

export const TYPE_CASES: readonly TypeCase[] = [
  {
    declaration: 'Type="Edm.String" MaxLength="3"',
    values: [
      ...all('fits', '"abc"', '""', 'null', '"äöü"', '"😀😀😀"', '"a\\u0041\\ud83d\\ude00"', '"\\u0000"'),
      ...all('maxLength', '"abcd"', '"😀😀😀😀"', '"\\u0061bcd"'),
      ...otherTypes('string'),
    ],
  },
  { declaration: 'Type="Edm.String"', values: all('fits', '"abcd"', `"${'x'.repeat(10_000)}"`) },
  { declaration: 'Type="Edm.String" MaxLength="max"', values: all('fits', `"${'x'.repeat(10_000)}"`) },
  {
    declaration: 'Type="Edm.Boolean"',
    values: [
      ...all('fits', 'true', 'false', 'null'),
      ...all('type', '0', '1', '"true"'),
      ...otherTypes('boolean'),
    ],
  },
  {
    declaration: 'Type="Edm.SByte"',
    values: [
      ...all('fits', '-128', '127', '0', '-0', '1.0', '1e2', '12.7e1', '1270e-1', 'null'),
      ...all('range', '-129', '128', '1e3', '1e400', '-1e400'),
      ...all('type', '1.5', '1e-1', '"1"'),
      ...otherTypes('number'),
    ],
  },
  {
    declaration: 'Type="Edm.Byte"',
    values: [
      ...all('fits', '0', '-0', '255', '2.55e2'),
      ...all('range', '-1', '-5', '256'),
      ...all('type', '0.5', '"0"'),
    ],
  },
  {
    declaration: 'Type="Edm.Int16"',
    values: [
      ...all('fits', '-32768', '32767'),
      ...all('range', '-32769', '32768'),
      ...all('type', '32766.5'),
    ],
  },
  {
    declaration: 'Type="Edm.Int32"',
    values: [
      ...all('fits', '-2147483648', '2147483647', '2147483647.0'),
      ...all('range', '-2147483649', '2147483648'),
      ...all('type', '0.1', '[1]'),
    ],
  },
  {
    declaration: 'Type="Edm.Int64"',
    values: [
      ...all(
        'fits',
        '-9223372036854775808',
        '9223372036854775807',
        '9007199254740993',
        '9223372036854775807.0',
      ),
      ...all('fits', '0.9223372036854775807e19', '1000000000000000000'),
      ...all('range', '-9223372036854775809', '9223372036854775808', '1e19', '1e400'),
      ...all('type', '0.5', '"9223372036854775807"', '9223372036854775806.5'),
    ],
    beyondSchema: {
      '-9223372036854775809': NOT_IN_SCHEMA.bigNumber,
      '9223372036854775808': NOT_IN_SCHEMA.bigNumber,
      '9223372036854775806.5': NOT_IN_SCHEMA.bigNumber,
    },
  },
  {
    declaration: 'Type="Edm.Decimal" Precision="5" Scale="2"',
    values: [
      ...all(
        'fits',
        '999.99',
        '-999.99',
        '0.01',
        '0',
        '-0.0',
        '100',
        '1.10',
        '1.1000',
        '123.450',
        '1e2',
        '99999e-2',
      ),
      ...all('precision', '1000', '-1000', '1e3', '0.001', '1.234', '999.991', '123.4501'),
      ...all('type', '"1"', 'true', '[]', '{}'),
      ...all('range', '1e400', '-1e309'),
    ],
    beyondSchema: Object.fromEntries(
      ['0.001', '1.234', '999.991', '123.4501'].map((json) => [json, NOT_IN_SCHEMA.decimals]),
    ),
  },
  {
    declaration: 'Type="Edm.Decimal" Precision="5"',
    values: [
      ...all('fits', '99999', '9.9999', '0.00001', '0.0000012345', '12345.0', '1.2345e-3'),
      ...all('precision', '100000', '9.99999', '12345.6', '0.0000123456'),
    ],
    beyondSchema: Object.fromEntries(
      ['9.99999', '12345.6', '0.0000123456'].map((json) => [json, NOT_IN_SCHEMA.decimals]),
    ),
  },
  {
    declaration: 'Type="Edm.Decimal" Precision="5" Scale="variable"',
    values: [...all('fits', '99999', '0.00001', '1.2345'), ...all('precision', '123456')],
  },
  {
    declaration: 'Type="Edm.Decimal" Scale="2"',
    values: [...all('fits', '123456789012345.25', '1e300', '0.25'), ...all('precision', '0.125')],
    beyondSchema: { '0.125': NOT_IN_SCHEMA.decimals },
  },
  {
    declaration: 'Type="Edm.Decimal" Precision="2" Scale="2"',
    values: [...all('fits', '0.99', '-0.99', '0'), ...all('precision', '1', '1.0', '-1')],
  },
  {
    declaration: 'Type="Edm.Decimal" Precision="17" Scale="0"',
    values: [...all('fits', LONG_SEVENTEEN, `-${LONG_SEVENTEEN}`), ...all('precision', `${LONG_SEVENTEEN}0`)],
  },
  {
    declaration: 'Type="Edm.Decimal"',
    values: [...all('fits', '123456789012345678901234567890.123', '1e-300'), ...all('range', '1e400')],
  },
  {
    declaration: 'Type="Edm.Double"',
    values: [
      ...all(
        'fits',
        '1.5',
        '-1e308',
        '1.7976931348623157e308',
        '5e-324',
        '1e-400',
        '"INF"',
        '"-INF"',
        '"NaN"',
        'null',
      ),
      ...all('range', '1.8e308', '-1e309'),
      ...all('type', '"inf"', '"+INF"', '"Infinity"', '"1.5"', '""'),
      ...otherTypes('number', 'string'),
    ],
  },
  {
    declaration: 'Type="Edm.Single"',
    values: [
      ...all('fits', '1.5', '3.4028235e38', '-3.4028235e38', '1e-50', '"INF"', '"NaN"'),
      ...all('range', '3.4028236e38', '-3.5e38', '1e309'),
      ...all('type', '"1"'),
    ],
  },
  {
    declaration: 'Type="Edm.Date"',
    values: [
      ...all('fits', '"2024-02-29"', '"2000-02-29"', '"0000-02-29"', '"2023-12-31"', '"0001-01-01"', 'null'),
      ...all('fits', '"-0004-02-29"', '"12024-02-29"', '"-10000-04-01"', '"2024-0\\u0031-01"'),
      ...all(
        'format',
        '"2023-02-29"',
        '"1900-02-29"',
        '"2024-02-30"',
        '"2024-04-31"',
        '"2024-06-31"',
        '"2024-01-32"',
      ),
      ...all(
        'format',
        '"2024-00-01"',
        '"2024-13-01"',
        '"2024-01-00"',
        '"24-01-01"',
        '"2024-1-1"',
        '"02024-01-01"',
      ),
      ...all(
        'format',
        '"2024-01-01T00:00:00Z"',
        '"2024-01-01Z"',
        '"01/02/2024"',
        '"20240101"',
        '" 2024-01-01"',
        '""',
      ),
      ...all('format', '"２０２４-01-01"', '"12023-02-29"', '"-0001-02-29"', '"+2024-01-01"'),
      ...otherTypes('string'),
    ],
  },
  {
    declaration: 'Type="Edm.DateTimeOffset" Precision="27"',
    values: [
      ...all(
        'fits',
        '"2024-02-29T23:59:59Z"',
        '"2024-01-01T00:00:00.1234567Z"',
        '"2024-01-01T00:00:00.123456789012Z"',
      ),
      ...all(
        'fits',
        '"2024-01-01T00:00:00+00:00"',
        '"2024-01-01T00:00:00-23:59"',
        '"2024-01-01T13:52Z"',
        'null',
      ),
      ...all(
        'fits',
        '"2016-12-31T23:59:60Z"',
        '"2024-01-01t00:00:00z"',
        '"-10000-04-01T00:00Z"',
        '"0000-01-01T00:00Z"',
      ),
      ...all(
        'format',
        '"2024-02-30T00:00:00Z"',
        '"2024-01-01T24:00:00Z"',
        '"2024-01-01T23:60:00Z"',
        '"2024-01-01T23:59:61Z"',
      ),
      ...all(
        'format',
        '"2024-01-01T00:00:00"',
        '"2024-01-01"',
        '"2024-01-01 00:00:00Z"',
        '"2024-01-01T00:00:00+0100"',
      ),
      ...all(
        'format',
        '"2024-01-01T00:00:00.Z"',
        '"2024-01-01T00:00:00.1234567890123Z"',
        '"2024-01-01T00:00:00+24:00"',
      ),
      ...all(
        'format',
        '"2024-01-01T0:00:00Z"',
        '"2024-01-01T00:00:00,5Z"',
        '"2024-01-01T00:00:00Zx"',
        '"/Date(0)/"',
        '"INF"',
      ),
      ...otherTypes('string').filter(([json]) => json !== '"x"'),
      ...all('type', '1704067200000'),
    ],
  },
  {
    declaration: 'Type="Edm.TimeOfDay"',
    values: [
      ...all('fits', '"00:00:00"', '"23:59:59.999999999999"', '"23:59"', '"23:59:60"', 'null'),
      ...all(
        'format',
        '"24:00:00"',
        '"12:60:00"',
        '"12:00:61"',
        '"1:00:00"',
        '"12:00:00Z"',
        '"12"',
        '"12:00:00."',
        '""',
      ),
      ...otherTypes('string'),
    ],
  },
  {
    declaration: 'Type="Edm.Duration"',
    values: [
      ...all(
        'fits',
        '"P1D"',
        '"PT1H"',
        '"PT1M"',
        '"PT1S"',
        '"-P6DT23H59M59.9999S"',
        '"P0D"',
        '"PT36H"',
        'null',
      ),
      ...all(
        'format',
        '"P"',
        '"PT"',
        '"P1DT"',
        '"P1Y"',
        '"P1M"',
        '"P1W"',
        '"1D"',
        '"+P1D"',
        '"PT1.S"',
        '"PT.5S"',
        '"P1.5D"',
      ),
      ...all('format', '"PT1S1M"', '"p1d"', '"P1H"', '""'),
      ...otherTypes('string'),
    ],
  },
  {
    declaration: 'Type="Edm.Guid"',
    values: [
      ...all(
        'fits',
        '"01234567-89ab-cdef-0123-456789abcdef"',
        '"01234567-89AB-CDEF-0123-456789ABCDEF"',
        'null',
      ),
      ...all('format', '"01234567-89ab-cdef-0123-456789abcde"', '"01234567-89ab-cdef-0123-456789abcdefa"'),
      ...all('format', '"0123456789abcdef0123456789abcdef"', '"{01234567-89ab-cdef-0123-456789abcdef}"'),
      ...all(
        'format',
        '"urn:uuid:01234567-89ab-cdef-0123-456789abcdef"',
        '"01234567-89ab-cdef-0123-456789abcdeg"',
        '""',
      ),
      ...otherTypes('string'),
    ],
  },
  {
    declaration: 'Type="Edm.Binary" MaxLength="3"',
    values: [
      ...all('fits', '""', '"Zg"', '"Zg=="', '"Zm8"', '"Zm8="', '"Zm9v"', '"_-__"', 'null'),
      ...all('maxLength', '"Zm9vYg"', '"Zm9vYg=="', '"Zm9vYmFy"'),
      ...all(
        'format',
        '"Z"',
        '"Zg="',
        '"Zg==="',
        '"Zh"',
        '"Zm9="',
        '"Zm9"',
        '"Zm9v="',
        '"+/+/"',
        '"Zm 9v"',
        '"="',
        '"Z==="',
        '"Zm9vZ"',
      ),
      ...otherTypes('string'),
    ],
  },
  {
    declaration: 'Type="Edm.Binary" MaxLength="1"',
    values: [...all('fits', '"Zg=="'), ...all('maxLength', '"Zm8="', '"Zm8"')],
  },
  {
    declaration: 'Type="Edm.Binary" MaxLength="2"',
    values: [...all('fits', '"Zm8="', '"Zm8"'), ...all('maxLength', '"Zm9v"')],
  },
  {
    declaration: 'Type="Edm.GeographyPoint"',
    values: [
      ...all(
        'fits',
        '{"type":"Point","coordinates":[1,2]}',
        '{"coordinates":[-1.5,2,3],"type":"Point","crs":{"x":1}}',
        'null',
      ),
      ...all(
        'format',
        '{}',
        '{"type":"Point"}',
        '{"type":"Point","coordinates":[1]}',
        '{"type":"Point","coordinates":[1,"2"]}',
      ),
      ...all(
        'format',
        '{"type":"point","coordinates":[1,2]}',
        '{"type":"Polygon","coordinates":[]}',
        '{"coordinates":[1,2]}',
      ),
      ...all('format', '{"type":"Point","coordinates":null}', '{"type":7,"coordinates":[1,2]}'),
      ...all('type', '"POINT(1 2)"', '[1,2]', '7'),
    ],
  },
  {
    declaration: 'Type="Edm.GeometryLineString"',
    values: [
      ...all('fits', '{"type":"LineString","coordinates":[[1,2],[3,4]]}'),
      ...all(
        'format',
        '{"type":"LineString","coordinates":[[1,2]]}',
        '{"type":"LineString","coordinates":[1,2]}',
      ),
    ],
  },
  {
    declaration: 'Type="Edm.GeographyPolygon"',
    values: [
      ...all('fits', '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0.0,0]]]}'),
      ...all('format', '{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}'),
      ...all('format', '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[2,2]]]}'),
    ],
    beyondSchema: { '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[2,2]]]}': NOT_IN_SCHEMA.ring },
  },
  {
    declaration: 'Type="Edm.GeographyMultiPoint"',
    values: [
      ...all('fits', '{"type":"MultiPoint","coordinates":[]}', '{"type":"MultiPoint","coordinates":[[1,2]]}'),
      ...all('format', '{"type":"MultiPoint","coordinates":[1]}'),
    ],
  },
  {
    declaration: 'Type="Edm.GeographyMultiLineString"',
    values: [
      ...all('fits', '{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}'),
      ...all('format', '{"type":"MultiLineString","coordinates":[[[1,2]]]}'),
    ],
  },
  {
    declaration: 'Type="Edm.GeometryMultiPolygon"',
    values: [
      ...all('fits', '{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}'),
      ...all('format', '{"type":"MultiPolygon","coordinates":[[[0,0]]]}'),
    ],
  },
  {
    declaration: 'Type="Edm.GeographyCollection"',
    values: [
      ...all('fits', '{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}'),
      ...all('fits', '{"type":"GeometryCollection","geometries":[]}'),
      ...all(
        'format',
        '{"type":"GeometryCollection","geometries":[{"type":"Point"}]}',
        '{"type":"GeometryCollection"}',
      ),
    ],
  },
  {
    declaration: 'Type="Edm.Geography"',
    values: [
      ...all(
        'fits',
        '{"type":"Point","coordinates":[1,2]}',
        '{"type":"LineString","coordinates":[[1,2],[3,4]]}',
      ),
      ...all('format', '{"type":"Circle","coordinates":[1,2]}'),
    ],
  },
  {
    declaration: 'Type="self.Status"',
    values: [
      ...all('fits', '"Active"', '"Sold"', '"\\u0041ctive"', 'null'),
      ...all('enum', '"active"', '"Active "', '""', '"0"', '"Active,Sold"', '"ns.Active"'),
      ...all('type', '0', '1', '["Active"]', 'true'),
    ],
  },
  {
    declaration: 'Type="self.Heating"',
    values: [
      ...all('fits', '"Gas"', '"Gas,Oil"', '"Gas, Oil"', '"Oil,Gas,Gas"', '"Gas,\\u004fil"', 'null'),
      ...all(
        'enum',
        '""',
        '"Gas,"',
        '",Gas"',
        '"Gas,,Oil"',
        '"Gas;Oil"',
        '"Gas ,Oil"',
        '"Gas,  Oil"',
        '"Gas,Wood"',
        '"3"',
      ),
      ...all('type', '3', '["Gas"]'),
    ],
  },
  {
    declaration: 'Type="Collection(self.Status)"',
    values: [
      ...all('fits', '[]', '["Active"]', '["Active","Sold"]', '[null]'),
      ...all('enum', '["Active,Sold"]', '["active"]', '[""]'),
      ...all('type', '"Active"', '{}', '[1]', '[["Active"]]'),
      ...all('null', 'null'),
    ],
  },
  {
    declaration: 'Type="Collection(self.Status)" Nullable="false"',
    values: [...all('fits', '[]', '["Active"]'), ...all('null', 'null', '[null]', '["Active",null]')],
  },
  {
    declaration: 'Type="Collection(Edm.String)" MaxLength="3"',
    values: [
      ...all('fits', '[]', '["a,b"]', '["abc",null]'),
      ...all('maxLength', '["abc","abcd"]'),
      ...all('type', '"abc"', '["a",1]'),
      ...all('null', 'null'),
    ],
  },
  {
    declaration: 'Type="Collection(Edm.Int32)"',
    values: [...all('fits', '[1,2.0]'), ...all('type', '[1.5]', '["1"]'), ...all('range', '[2147483648]')],
  },
  {
    declaration: 'Type="Edm.String" Nullable="false"',
    values: [...all('fits', '""'), ...all('null', 'null')],
  },
  {
    declaration: 'Type="self.Address"',
    values: [
      ...all(
        'fits',
        '{}',
        '{"Zip":"12345"}',
        '{"Zip":null,"@odata.type":"#x"}',
        'null',
        '{"Home":{"Zip":"1"}}',
      ),
      ...all('maxLength', '{"Zip":"123456"}', '{"Home":{"Zip":"123456"}}', '{"Homes":[{},{"Zip":"123456"}]}'),
      ...all('unadvertised', '{"zip":"1"}', '{"Home":{"x":1}}'),
      ...all('null', '{"Country":null}'),
      ...all('type', '"x"', '[]', '{"Home":1}'),
    ],
  },
  { declaration: 'Type="Edm.Stream"', values: all('fits', '"x"', '1', '{}', '[]', 'null') },
];

/** The types that the declarations use. */
export const TYPES = `
<EnumType Name="Status"><Member Name="Active"/><Member Name="Sold"/></EnumType>
<EnumType Name="Heating" IsFlags="true"><Member Name="Gas" Value="1"/><Member Name="Oil" Value="2"/></EnumType>
<ComplexType Name="Address">
  <Property Name="Zip" Type="Edm.String" MaxLength="5"/>
  <Property Name="Country" Type="Edm.String" Nullable="false"/>
  <Property Name="Home" Type="self.Address"/>
  <Property Name="Homes" Type="Collection(self.Address)"/>
</ComplexType>`;
