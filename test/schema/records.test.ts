import { describe, expect, it } from 'vitest';
import { Exemptions } from '../../src/schema/exemptions.js';
import { SelectList } from '../../src/schema/validate/select-list.js';
import { definitionsOf, faultsIn, told } from './payloads.js';

/** Property has Media and an agent, agents have Media and listings, so expansions may go in circles. */
const MODEL = `
<EntityType Name="Property">
  <Key><PropertyRef Name="ListingKey"/></Key>
  <Property Name="ListingKey" Type="Edm.String" Nullable="false"/>
  <Property Name="ListPrice" Type="Edm.Decimal"/>
  <Property Name="MLSAreaMajor" Type="self.Area"/>
  <Property Name="Home" Type="self.Address"/>
  <NavigationProperty Name="Media" Type="Collection(self.Media)"/>
  <NavigationProperty Name="ListAgent" Type="self.Member"/>
  <NavigationProperty Name="Seller" Type="self.Member" Nullable="false"/>
</EntityType>
<EntityType Name="Media">
  <Key><PropertyRef Name="ListingKey"/><PropertyRef Name="Order"/></Key>
  <Property Name="ListingKey" Type="Edm.String" Nullable="false"/>
  <Property Name="Order" Type="Edm.Int32" Nullable="false"/>
  <Property Name="ImageSizeDescription" Type="self.Area"/>
</EntityType>
<EntityType Name="Member">
  <Property Name="MemberKey" Type="Edm.String"/>
  <NavigationProperty Name="Media" Type="Collection(self.Media)"/>
  <NavigationProperty Name="Listings" Type="Collection(self.Property)"/>
</EntityType>
<ComplexType Name="Address">
  <Property Name="Zip" Type="Edm.String" MaxLength="5" Nullable="false"/>
  <NavigationProperty Name="Owner" Type="self.Member"/>
</ComplexType>
<EnumType Name="Area"><Member Name="North"/></EnumType>
<EntityContainer Name="C">
  <EntitySet Name="Property" EntityType="self.Property"/>
  <EntitySet Name="Media" EntityType="self.Media"/>
  <EntitySet Name="Member" EntityType="self.Member"/>
</EntityContainer>`;

const definitions = definitionsOf(MODEL);

describe('expansions', () => {
  it.each([
    ['of nothing', '"Media":[],"ListAgent":null', []],
    ['of records', '"Media":[{"ListingKey":"1","Order":0}],"ListAgent":{"MemberKey":"7"}', []],
    [
      'of a wrong value',
      '"ListAgent":{"MemberKey":7}',
      ['type Member.MemberKey in ListAgent: MUST be string but found integer'],
    ],
    [
      'without a required field',
      '"Media":[{"ListingKey":"1"},{"ListingKey":"2","Order":1},{}]',
      [
        'required Media.Order in Media: Fields that are not nullable MUST be present ×2',
        'required Media.ListingKey in Media: Fields that are not nullable MUST be present',
      ],
    ],
    [
      'within an expansion',
      '"ListAgent":{"Media":[{"ListingKey":null,"Order":1.5,"Foo":1}]}',
      [
        'null Media.ListingKey in ListAgent/Media: MUST be string but found null',
        'type Media.Order in ListAgent/Media: MUST be integer but found number',
        'unadvertised Media.Foo in ListAgent/Media: Fields MUST be advertised in the metadata',
      ],
    ],
    [
      'back to where they came from',
      '"ListAgent":{"Listings":[{"ListingKey":"2","ListPrice":"1"}]}',
      ['type ListPrice in ListAgent/Listings: MUST be number but found string'],
    ],
    [
      'inside a complex value',
      '"Home":{"Zip":"1","Owner":{"MemberKey":1}}',
      ['type Member.MemberKey in Home/Owner: MUST be string but found integer'],
    ],
    ['that are null though to many', '"Media":null', ['null Media: MUST be array but found null']],
    ['to one that are an array', '"ListAgent":[]', ['type ListAgent: MUST be object but found array']],
    ['to many that are an object', '"Media":{}', ['type Media: MUST be array but found object']],
    ['with an item that is null', '"Media":[null]', ['null Media: MUST be object but found null']],
    ['with an item that is no object', '"Media":["x"]', ['type Media: MUST be object but found string']],
    ['that must not be null', '"Seller":null', ['null Seller: MUST be object but found null']],
  ])('%s', (_what, members, faults) => {
    expect(told(definitions, `{"ListingKey":"1",${members}}`)).toEqual(faults);
  });

  it('nest as deep as a payload likes, in bounded memory', () => {
    const deep = '{"ListingKey":"1","ListAgent":{"Listings":['.repeat(30);
    const json = `${deep}{"ListingKey":1}${']}}'.repeat(30)}`;
    const [fault] = faultsIn(definitions, json);
    expect(fault?.expansion?.split('/')).toHaveLength(60);
  });
});

describe('complex values', () => {
  it.each([
    ['need no field', '{}', []],
    [
      'may not have a null where the metadata says so',
      '{"Zip":null}',
      ['null Home/Zip: MUST be string but found null'],
    ],
    [
      'have fields with paths',
      '{"Zip":"123456"}',
      ['maxLength Home/Zip: MUST have a maximum advertised length of 5 characters'],
    ],
    ['have no others', '{"zip":"1"}', ['unadvertised Home/zip: Fields MUST be advertised in the metadata']],
  ])('%s', (_what, home, faults) => {
    expect(told(definitions, `{"ListingKey":"1","Home":${home}}`)).toEqual(faults);
  });
});

describe('annotations', () => {
  it('are allowed everywhere, and never counted', () => {
    const record = `{"@odata.id":"x","@odata.etag":1,"ListingKey@odata.type":null,"@my.term":{"Foo":1},"ListingKey":"1",
      "Home":{"@odata.type":"#x","Zip":"1","Zip@core.Description":"y"},
      "Media@odata.count":3,"Media":[{"@odata.id":"z","ListingKey":"1","Order":1}],"ListAgent@odata.navigationLink":"q"}`;
    expect(told(definitions, record)).toEqual([]);
  });

  it('do not stand for the field that they annotate', () => {
    expect(told(definitions, '{"ListingKey@odata.type":"x"}')).toEqual([
      'required ListingKey: Fields that are not nullable MUST be present',
    ]);
  });
});

describe('names', () => {
  it.each([
    [
      'that are not advertised',
      '"ListingKey":"1","listPrice":1,"__proto__":{},"constructor":null',
      ['listPrice', '__proto__', 'constructor'],
    ],
    ['with escapes are what they spell', '"\\u004cistingKey":"1","List\\u0050rice":1', []],
  ])('%s', (_what, members, names) => {
    expect(faultsIn(definitions, `{${members}}`).map(({ field }) => field)).toEqual(names);
  });

  it('that come twice are a fault of JSON, and each value is judged', () => {
    expect(
      told(definitions, '{"ListingKey":"1","ListPrice":"x","ListPrice":"y","@a":1,"@a":2,"Foo":1,"Foo":2}'),
    ).toEqual([
      'duplicateKey ListPrice: Names MUST be unique within an object',
      'duplicateKey @a: Names MUST be unique within an object',
      'duplicateKey Foo: Names MUST be unique within an object',
      'type ListPrice: MUST be number but found string ×2',
      'unadvertised Foo: Fields MUST be advertised in the metadata ×2',
    ]);
  });

  it('that come twice do not stand for one that is missing', () => {
    const media = '{"ListingKey":"1","ListingKey":"1"}';
    expect(told(definitions, media, { resource: 'Media' })).toContain(
      'required Media.Order: Fields that are not nullable MUST be present',
    );
  });

  it('in great number are counted in bounded memory, to the last one', () => {
    const members = Array.from({ length: 5000 }, (_, index) => `"Local${index}":1`);
    const faults = faultsIn(definitions, `{"ListingKey":"1",${members.join()}}`);
    expect(faults).toHaveLength(1001);
    expect(faults.at(-1)).toMatchObject({ fault: 'unadvertised', count: 4000 });
    expect(faults.at(-1)).not.toHaveProperty('field');
  });
});

describe('records', () => {
  it.each(['1', 'null', '[]', '"x"'])('must be objects, not %s', (json) => {
    expect(told(definitions, `[{"ListingKey":"1"},${json}]`)).toEqual([
      expect.stringMatching(/^type : MUST be object but found /),
    ]);
  });

  it('are known by their keys, in the order of the metadata', () => {
    const [fault] = faultsIn(definitions, '[{"Order":7,"ListingKey":"a","X":1},{"X":1}]', {
      resource: 'Media',
    });
    expect(fault).toMatchObject({ keyField: 'ListingKey,Order', keys: ['a,7'], count: 2 });
  });

  it('of an expansion are known by their own keys', () => {
    const record = '{"ListingKey":"1","Media":[{"ListingKey":"1","Order":2,"X":1}]}';
    expect(faultsIn(definitions, record)).toMatchObject([
      { resource: 'Media', source: 'Property', keys: ['1,2'] },
    ]);
  });

  it('tell a hundred keys at most', () => {
    const records = Array.from({ length: 300 }, (_, index) => `{"ListingKey":"${index}","X":1}`);
    const [fault] = faultsIn(definitions, `[${records.join()}]`);
    expect(fault).toMatchObject({ count: 300 });
    expect(fault?.keys).toHaveLength(100);
  });

  it('fetched with a select list need no field that it leaves out', () => {
    const record = '{"ListPrice":1,"Media":[{"Order":1}],"ListAgent":{"Media":[{}]}}';
    const judged = (list: string) => told(definitions, record, { select: SelectList.parse(list) });
    const missing = (field: string, place: string) =>
      `required ${field}${place}: Fields that are not nullable MUST be present`;
    expect(judged('ListPrice,Media(Order),ListAgent(Media(Order))')).toEqual([]);
    expect(judged('Media(Order),ListAgent(Media(Order))')).toEqual([missing('ListingKey', '')]);
    expect(judged('ListPrice,Media(),ListAgent(Media(Order))')).toEqual([
      missing('Media.ListingKey', ' in Media'),
    ]);
    expect(judged('*,ListAgent+(Media+())')).toEqual([
      missing('Media.ListingKey', ' in Media'),
      missing('Media.ListingKey', ' in ListAgent/Media'),
      missing('Media.Order', ' in ListAgent/Media'),
    ]);
  });
});

describe('the select list of a context', () => {
  it.each([
    ['https://x.y/$metadata#Property', false],
    ['https://x.y/$metadata#Property/$entity', false],
    ['https://x.y/$metadata#Property(ListPrice)/$entity', true],
    ['https://x.y/$metadata#Property/org.reso.metadata.Residential(ListPrice)', true],
  ])('of %s picks fields: %s', (context, isPicked) => {
    expect(SelectList.inContext(context).isPicked).toBe(isPicked);
  });
});

describe('exempt fields', () => {
  const record =
    '{"ListingKey":"1","MLSAreaMajor":"South","Media":[{"ListingKey":"1","Order":1,"ImageSizeDescription":"XL"}]}';
  const exempt = (exemptions?: Exemptions) =>
    faultsIn(definitions, record, exemptions === undefined ? {} : { exemptions }).map(
      ({ fault, field, isExempt, values }) => [fault, field, isExempt, values?.map(([value]) => value)],
    );

  it('may have values that are not advertised, also in expansions', () => {
    expect(exempt()).toEqual([
      ['enum', 'MLSAreaMajor', true, ['South']],
      ['enum', 'ImageSizeDescription', true, ['XL']],
    ]);
  });

  it('are data that can be replaced', () => {
    expect(exempt(new Exemptions([{ resource: 'Property', field: 'MLSAreaMajor' }]))).toEqual([
      ['enum', 'MLSAreaMajor', true, ['South']],
      ['enum', 'ImageSizeDescription', undefined, ['XL']],
    ]);
  });

  it('do not exist before Data Dictionary 2.0', () => {
    expect(exempt(Exemptions.ofVersion('1.7')).map(([, , isExempt]) => isExempt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are exempt from nothing else', () => {
    expect(told(definitions, '{"ListingKey":"1","MLSAreaMajor":5}')).toEqual([
      'type MLSAreaMajor: MUST be string but found integer',
    ]);
  });
});
