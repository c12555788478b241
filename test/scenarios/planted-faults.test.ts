import { describe, expect, it } from 'vitest';
import { type AssessOptions, assess, brief } from './assess.js';
import { annotated, type EdmxParts, edmx, entitySet, entityType, enumType, property } from './edmx.js';

/** One planted fault, and the findings that it gives: exactly these, at these lines. */
type Case = readonly [fault: string, parts: EdmxParts, findings: readonly string[], options?: AssessOptions];

/** Findings of the metadata with the given parts. Line 9 is the first line of `parts.property`. */
async function findingsOf(parts: EdmxParts, options?: AssessOptions): Promise<string[]> {
  return (await assess(edmx(parts), options)).findings.map(brief);
}

function check(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [fault, parts, findings, options] of cases) {
      it(fault, async () => {
        expect(await findingsOf(parts, options)).toEqual(findings);
      });
    }
  });
}

const wrong = (field: string) => [`dd/field-type error Property.${field} @9`];
const flags = ' IsFlags="true"';

check('dd/field-type', [
  ['Boolean as text', { property: [property('WaterfrontYN', 'Edm.String')] }, wrong('WaterfrontYN')],
  ['Date as a timestamp', { property: [property('CloseDate', 'Edm.DateTimeOffset')] }, wrong('CloseDate')],
  [
    'Timestamp as a date',
    { property: [property('StatusChangeTimestamp', 'Edm.Date')] },
    wrong('StatusChangeTimestamp'),
  ],
  ['String as a number', { property: [property('PublicRemarks', 'Edm.Int32')] }, wrong('PublicRemarks')],
  [
    'String as a collection',
    { property: [property('PublicRemarks', 'Collection(Edm.String)')] },
    wrong('PublicRemarks'),
  ],
  ['Integer as a decimal', { property: [property('BedroomsTotal', 'Edm.Decimal')] }, wrong('BedroomsTotal')],
  ['Integer as a byte', { property: [property('BedroomsTotal', 'Edm.Byte')] }, wrong('BedroomsTotal')],
  [
    'Integer as text with a length',
    { property: [property('BedroomsTotal', 'Edm.String', ' MaxLength="3"')] },
    wrong('BedroomsTotal'),
  ],
  ['Decimal as an integer', { property: [property('ListPrice', 'Edm.Int64')] }, wrong('ListPrice')],
  ['Decimal as Edm.Single', { property: [property('ListPrice', 'Edm.Single')] }, wrong('ListPrice')],
  [
    'a field as a navigation property',
    { property: ['<NavigationProperty Name="ListPrice" Type="org.test.Property"/>'] },
    wrong('ListPrice'),
  ],
  [
    'a field as a complex type',
    { property: [property('ListPrice', 'org.test.Money')], schema: ['<ComplexType Name="Money"/>'] },
    wrong('ListPrice'),
  ],
  ['Single as a number', { property: [property('StandardStatus', 'Edm.Int32')] }, wrong('StandardStatus')],
  [
    'Single as an annotated collection',
    { property: [annotated('MlsStatus', 'Collection(Edm.String)', 'MlsStatus')] },
    wrong('MlsStatus'),
  ],
  [
    'Single as a collection of an EnumType',
    { property: [property('MlsStatus', 'Collection(org.test.S)')], schema: enumType('S', ['A']) },
    wrong('MlsStatus'),
  ],
  [
    'Single as an EnumType with IsFlags',
    { property: [property('MlsStatus', 'org.test.S')], schema: enumType('S', ['A'], flags) },
    wrong('MlsStatus'),
  ],
  [
    'Multi as an annotated string',
    { property: [annotated('Cooling', 'Edm.String', 'Cooling')] },
    wrong('Cooling'),
  ],
  [
    'Multi as an EnumType without IsFlags',
    { property: [property('Cooling', 'org.test.C')], schema: enumType('C', ['CentralAir']) },
    wrong('Cooling'),
  ],
  [
    'an underlying type that is too small, once for the EnumType',
    {
      property: [
        property('Cooling', 'Collection(org.test.C)'),
        property('Heating', 'Collection(org.test.C)'),
      ],
      schema: enumType('C', ['None'], ' UnderlyingType="Edm.Byte"'),
    },
    ['dd/field-type error org.test.C @12'],
  ],
]);

check('dd/field-type lets pass', [
  ['Decimal as Edm.Double', { property: [property('ListPrice', 'Edm.Double')] }, []],
  ['Integer as Edm.Int16', { property: [property('BedroomsTotal', 'Edm.Int16')] }, []],
  [
    'a type definition of the right type',
    {
      property: [property('ListPrice', 'org.test.Money')],
      schema: ['<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal"/>'],
    },
    [],
  ],
  [
    'Single as an EnumType',
    { property: [property('MlsStatus', 'org.test.S')], schema: enumType('S', ['A']) },
    [],
  ],
  [
    'Multi as an EnumType with IsFlags',
    { property: [property('Cooling', 'org.test.C')], schema: enumType('C', ['CentralAir'], flags) },
    [],
  ],
  [
    'Multi as a collection of an EnumType',
    { property: [property('Cooling', 'Collection(org.test.C)')], schema: enumType('C', ['CentralAir']) },
    [],
  ],
  [
    'Multi as an annotated collection',
    { property: [annotated('Cooling', 'Collection(Edm.String)', 'Cooling')] },
    [],
  ],
  [
    'an inherited field',
    {
      schema: entityType('Member', [], ' BaseType="org.test.Person"').concat(
        entityType('Person', [property('MemberEmail', 'Edm.String')]),
      ),
      container: [entitySet('Member')],
    },
    [],
  ],
]);

check('dd/lookup-name-annotation', [
  [
    'Single without it',
    { property: [property('StandardStatus', 'Edm.String')] },
    ['dd/lookup-name-annotation error Property.StandardStatus @9'],
  ],
  [
    'Multi without it',
    { property: [property('Cooling', 'Collection(Edm.String)')] },
    ['dd/lookup-name-annotation error Property.Cooling @9'],
  ],
  [
    'an empty one',
    { property: [annotated('Cooling', 'Collection(Edm.String)', ' ')] },
    ['dd/lookup-name-annotation error Property.Cooling @9'],
  ],
  [
    'one that stands elsewhere counts',
    {
      property: [property('Cooling', 'Collection(Edm.String)')],
      schema: [
        '<Annotations Target="org.test.Property/Cooling"><Annotation Term="RESO.OData.Metadata.LookupName" String="Cooling"/></Annotations>',
      ],
    },
    [],
  ],
]);

const otherLookup: EdmxParts = { property: [annotated('Cooling', 'Collection(Edm.String)', 'CoolingTypes')] };
check('dd/standard-lookup-name', [
  ['another name', otherLookup, ['dd/standard-lookup-name warning Property.Cooling @9']],
  [
    'another name, by the specification',
    otherLookup,
    ['dd/standard-lookup-name error Property.Cooling @9'],
    { profile: 'specification' },
  ],
]);

const sizedInteger: EdmxParts = {
  property: [property('BedroomsTotal', 'Edm.Int32', ' MaxLength="3" Scale="0"')],
};
check('dd/integer-attributes', [
  ['a length and a scale', sizedInteger, ['dd/integer-attributes warning Property.BedroomsTotal @9']],
  [
    'the same by the specification',
    sizedInteger,
    ['dd/integer-attributes error Property.BedroomsTotal @9'],
    { profile: 'specification' },
  ],
]);

check('suggested sizes', [
  [
    'another length',
    { property: [property('AccessCode', 'Edm.String', ' MaxLength="26"')] },
    ['dd/suggested-length info Property.AccessCode @9'],
  ],
  [
    'no limit to the length',
    { property: [property('AccessCode', 'Edm.String', ' MaxLength="max"')] },
    ['dd/suggested-length info Property.AccessCode @9'],
  ],
  ['no length at all', { property: [property('AccessCode', 'Edm.String')] }, []],
  [
    'another precision and scale',
    { property: [property('ListPrice', 'Edm.Decimal', ' Precision="15" Scale="3"')] },
    ['dd/suggested-precision info Property.ListPrice @9', 'dd/suggested-scale info Property.ListPrice @9'],
  ],
]);

check('dd/synonym', [
  [
    'of an absent field',
    { property: [property('AskingPrice', 'Edm.Decimal')] },
    ['dd/synonym error Property.AskingPrice @9'],
  ],
  [
    'beside the standard field',
    { property: [property('ListPrice', 'Edm.Decimal'), property('AskingPrice', 'Edm.Decimal')] },
    ['dd/synonym error Property.AskingPrice @10'],
  ],
  [
    'as an expansion',
    { property: ['<NavigationProperty Name="AskingPrice" Type="org.test.Property"/>'] },
    ['dd/synonym error Property.AskingPrice @9'],
  ],
  [
    'of several fields, once',
    { property: [property('MLSID', 'Edm.String')] },
    ['dd/synonym error Property.MLSID @9'],
  ],
  [
    'cleaned of a stray full stop',
    { property: [property('CreatedDate', 'Edm.DateTimeOffset')] },
    ['dd/synonym error Property.CreatedDate @9'],
  ],
  ['in another case is a near name at most', { property: [property('Gatecode', 'Edm.String')] }, []],
  [
    'that is itself standard there',
    {
      schema: entityType('Member', [
        property('MemberType', 'Edm.String', '').replace(
          '/>',
          '><Annotation Term="RESO.OData.Metadata.LookupName" String="MemberType"/></Property>',
        ),
      ]),
      container: [entitySet('Member')],
    },
    [],
  ],
]);

const closed = (...members: string[]): EdmxParts => ({
  property: [property('StandardStatus', 'org.test.S')],
  schema: enumType('S', members),
});
check('dd/closed-enumeration', [
  ['a local value', closed('Active', 'Sold'), ['dd/closed-enumeration error org.test.S=Sold @13']],
  ['local values only', closed('Sold'), ['dd/closed-enumeration error org.test.S=Sold @12']],
  ['no value', closed(), ['dd/closed-enumeration error org.test.S @11']],
  [
    'a near value is not found twice',
    closed('Active', 'Pendng'),
    ['dd/closed-enumeration error org.test.S=Pendng @13'],
  ],
  ['a value in other case', closed('active'), ['dd/closed-enumeration error org.test.S=active @12']],
  [
    'a standard name that is not standard',
    closed('Active=Aktiv'),
    ['dd/closed-enumeration error org.test.S=Active @12'],
  ],
  ['standard by its standard name', closed('A=Active', 'U=Active Under Contract'), []],
  ['standard by either name', closed('ActiveUnderContract', 'X=Coming Soon'), []],
  [
    'once for the EnumType, whichever fields use it',
    {
      property: [property('PropertyTimeZoneName', 'org.test.Z')],
      schema: [
        ...entityType('Showing', [property('ShowingTimeZone', 'org.test.Z')]),
        ...enumType('Z', ['Nowhere']),
      ],
      container: [entitySet('Showing')],
    },
    ['dd/closed-enumeration error org.test.Z=Nowhere @16'],
  ],
]);

const status: EdmxParts = { property: [annotated('StandardStatus', 'Edm.String', 'StandardStatus')] };
const row = (LookupValue: string, more: object = {}) => ({
  LookupName: 'StandardStatus',
  LookupValue,
  ...more,
});
check('lookup/closed-enumeration', [
  ['without rows it is out of scope', status, []],
  ['standard values', status, [], { lookups: [row('Active'), row('ComingSoon')] }],
  [
    'a local value',
    status,
    ['lookup/closed-enumeration error StandardStatus=Sold'],
    { lookups: [row('Active'), row('Sold')] },
  ],
  [
    'a local name for a standard value',
    status,
    [],
    { lookups: [row('Verkauft', { StandardLookupValue: 'Closed' })] },
  ],
  [
    'a standard value that is not standard',
    status,
    ['lookup/closed-enumeration error StandardStatus=Closed'],
    { lookups: [row('Closed', { StandardLookupValue: 'Sold' })] },
  ],
  ['no rows at all', status, [], { lookups: [{ LookupName: 'Other', LookupValue: 'x' }] }],
]);

const open = (...members: string[]): EdmxParts => ({
  property: [property('Cooling', 'Collection(org.test.C)')],
  schema: enumType('C', members),
});
check('dd/similar-lookup', [
  ['a letter wrong', open('CentralAi'), ['dd/similar-lookup error org.test.C=CentralAi @12']],
  ['other case and blanks', open('Central=central-air'), ['dd/similar-lookup error org.test.C=Central @12']],
  ['near to one that is declared too', open('CentralAir', 'CentralAi'), []],
  ['a value of its own', open('IgluWalls'), []],
  [
    'a warning when not strict',
    open('CentralAi'),
    ['dd/similar-lookup warning org.test.C=CentralAi @12'],
    { strict: false },
  ],
  [
    'a warning in 1.7',
    open('CentralAi'),
    ['dd/similar-lookup warning org.test.C=CentralAi @12'],
    { version: '1.7' },
  ],
  [
    'a row',
    { property: [annotated('Cooling', 'Collection(Edm.String)', 'Cooling')] },
    ['dd/similar-lookup error Cooling=Central Ai'],
    { lookups: [{ LookupName: 'Cooling', LookupValue: 'Central Ai' }] },
  ],
]);

check('dd/similar-name', [
  [
    'a field with a letter wrong',
    { property: [property('ListPrise', 'Edm.Decimal')] },
    ['dd/similar-name error Property.ListPrise @9'],
  ],
  [
    'a field in other case',
    { property: [property('listprice', 'Edm.Decimal')] },
    ['dd/similar-name error Property.listprice @9'],
  ],
  [
    'a property of a complex type',
    { property: [property('ListPrise', 'org.test.M')], schema: ['<ComplexType Name="M"/>'] },
    ['dd/similar-name error Property.ListPrise @9'],
  ],
  [
    'an expansion',
    { property: ['<NavigationProperty Name="OpenHose" Type="Collection(org.test.Property)"/>'] },
    ['dd/similar-name error Property.OpenHose @9'],
  ],
  [
    'an expansion is no near name of a field',
    { property: ['<NavigationProperty Name="ListPrise" Type="org.test.Property"/>'] },
    [],
  ],
  [
    'near to one that is declared too',
    { property: [property('ListPrice', 'Edm.Decimal'), property('ListPrise', 'Edm.Decimal')] },
    [],
  ],
  ['a local field of its own', { property: [property('X_LavaTubeCount', 'Edm.Int32')] }, []],
  [
    'a warning in 1.7',
    { property: [property('ListPrise', 'Edm.Decimal')] },
    ['dd/similar-name warning Property.ListPrise @9'],
    { version: '1.7' },
  ],
]);

check('dd/resource-synonym', [
  [
    'a plural of a type that bears it too',
    {
      schema: entityType('Properties'),
      container: [entitySet('Properties')],
      propertySet: entitySet('Wombats', 'Property'),
    },
    [],
  ],
  [
    'a plural that serves the standard type',
    { propertySet: entitySet('Properties', 'Property') },
    ['dd/resource-synonym error Properties @11'],
  ],
  [
    'a plural beside',
    { schema: entityType('Members'), container: [entitySet('Members')] },
    ['dd/resource-synonym error Members @15'],
  ],
  [
    'another case',
    { schema: entityType('media'), container: [entitySet('media')] },
    ['dd/resource-synonym error media @15'],
  ],
  [
    'beside the standard one',
    {
      schema: [...entityType('Office'), ...entityType('Offices')],
      container: [entitySet('Office'), entitySet('Offices')],
    },
    [],
  ],
  [
    'a name within the name of another',
    {
      schema: [...entityType('Member'), ...entityType('Members')],
      container: [entitySet('Member'), entitySet('Members')],
    },
    ['dd/resource-synonym error Members @19'],
  ],
  [
    'a warning in 1.7',
    { schema: entityType('Members'), container: [entitySet('Members')] },
    ['dd/resource-synonym warning Members @15'],
    { version: '1.7' },
  ],
]);

const media = { schema: entityType('Media'), container: [entitySet('Media')] };
check('one fault, one finding', [
  [
    'a resource under a near name is no wrong target of expansions besides',
    {
      schema: entityType('Members'),
      container: [entitySet('Members')],
      property: ['<NavigationProperty Name="ListAgent" Type="org.test.Members"/>'],
    },
    ['dd/resource-synonym error Members @16'],
  ],
]);

check('dd/expansion', [
  [
    'right',
    { ...media, property: ['<NavigationProperty Name="Media" Type="Collection(org.test.Media)"/>'] },
    [],
  ],
  [
    'to one instead of many',
    { ...media, property: ['<NavigationProperty Name="Media" Type="org.test.Media"/>'] },
    ['dd/expansion error Property.Media @9'],
  ],
  [
    'to many instead of one',
    {
      schema: entityType('Member'),
      property: ['<NavigationProperty Name="ListAgent" Type="Collection(org.test.Member)"/>'],
    },
    ['dd/expansion error Property.ListAgent @9'],
  ],
  [
    'another target',
    { ...media, property: ['<NavigationProperty Name="Media" Type="Collection(org.test.Property)"/>'] },
    ['dd/expansion error Property.Media @9'],
  ],
  [
    'a complex type',
    { property: [property('Media', 'Collection(org.test.M)')], schema: ['<ComplexType Name="M"/>'] },
    ['dd/expansion error Property.Media @9'],
  ],
  [
    'a plain property',
    { property: [property('Media', 'Edm.String')] },
    ['dd/expansion error Property.Media @9'],
  ],
  [
    'the target by its set, whatever its type is called',
    {
      schema: entityType('Picture'),
      container: [entitySet('Media', 'Picture')],
      property: ['<NavigationProperty Name="Media" Type="Collection(org.test.Picture)"/>'],
    },
    [],
  ],
  [
    'the target by its type where there is no set',
    {
      schema: entityType('Media'),
      property: ['<NavigationProperty Name="Media" Type="Collection(org.test.Media)"/>'],
    },
    [],
  ],
  [
    'a base type of the target',
    {
      schema: [...entityType('File'), ...entityType('Media', [], ' BaseType="org.test.File"')],
      container: [entitySet('Media')],
      property: ['<NavigationProperty Name="Media" Type="Collection(org.test.File)"/>'],
    },
    [],
  ],
]);

check('two faults on one field', [
  [
    'a synonym and a wrong type show both',
    { property: [property('ListPrice', 'Edm.String'), property('AskingPrice', 'Edm.Decimal')] },
    ['dd/synonym error Property.AskingPrice @10', 'dd/field-type error Property.ListPrice @9'],
  ],
  [
    'a wrong type and a local value of a closed EnumType',
    {
      property: [property('StandardStatus', 'Collection(org.test.S)')],
      schema: enumType('S', ['Active', 'Sold']),
    },
    ['dd/field-type error Property.StandardStatus @9', 'dd/closed-enumeration error org.test.S=Sold @13'],
  ],
]);
