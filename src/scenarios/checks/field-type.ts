import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { DataType } from '../../dictionary/dictionary.js';
import { blockedByType, type EffectiveType, effectiveType } from '../../metadata/effective-type.js';
import { lookupNameOf } from '../../metadata/lookup-name.js';
import type { EnumType, Property } from '../../metadata/model.js';
import type { CheckContext } from '../assessment.js';
import { type DeclaredMember, ofMember } from '../declared-member.js';
import { findingAt } from '../report-finding.js';

type PlainDataType = Exclude<DataType, 'Single Enumeration' | 'Multiple Enumeration'>;

/** The OData types that a Data Dictionary type accepts (RCP-40, Data Type Mappings). */
const ACCEPTED: Readonly<Record<PlainDataType, readonly string[]>> = {
  Boolean: ['Edm.Boolean'],
  Date: ['Edm.Date'],
  Timestamp: ['Edm.DateTimeOffset'],
  String: ['Edm.String'],
  Integer: ['Edm.Int16', 'Edm.Int32', 'Edm.Int64'],
  Decimal: ['Edm.Decimal', 'Edm.Double'],
};

const UNDERLYING_TYPES = ACCEPTED.Integer;

const ENUMERATION = 'an EnumType over Edm.Int16, Edm.Int32 or Edm.Int64';
const EXPECTED_ENUMERATION = {
  'Single Enumeration': `Edm.String with a LookupName annotation, or ${ENUMERATION} that is no collection and has no IsFlags`,
  'Multiple Enumeration': `Collection(Edm.String) with a LookupName annotation, a collection of ${ENUMERATION}, or such an EnumType with IsFlags="true"`,
} as const;

/** `dd/field-type`: the declared OData type maps to the Data Dictionary type. */
export function fieldType(context: CheckContext): Outcome {
  const { dataType } = context.expectation;
  if (dataType === undefined) return notEvaluated('the step names no data type');
  return ofMember(context, (member) => {
    if (member.kind === 'navigation property') return wrongType(context, dataType, member);
    const type = effectiveType(context.assessment.model, member.property);
    if (type.kind === 'unresolved' || type.kind === 'external') {
      return blockedByType(`${context.resource}.${context.name}`, type.kind);
    }
    if (dataType !== 'Single Enumeration' && dataType !== 'Multiple Enumeration') {
      const accepted =
        type.kind === 'primitive' && !type.isCollection && ACCEPTED[dataType].includes(type.name);
      return accepted ? evaluated() : wrongType(context, dataType, member);
    }
    return enumerationType(context, dataType, member, type);
  });
}

function enumerationType(
  context: CheckContext,
  dataType: 'Single Enumeration' | 'Multiple Enumeration',
  member: DeclaredMember & { kind: 'property' },
  type: Exclude<EffectiveType, { kind: 'unresolved' | 'external' }>,
): Outcome {
  const isMulti = dataType === 'Multiple Enumeration';
  if (type.kind === 'primitive' && type.name === 'Edm.String') {
    if (lookupNameOf(member.property) === undefined) {
      return notEvaluated(`dd/lookup-name-annotation on ${context.resource}.${context.name} blocks it`);
    }
    return type.isCollection === isMulti ? evaluated() : wrongType(context, dataType, member);
  }
  if (type.kind !== 'enumeration') return wrongType(context, dataType, member);
  const accepted = isMulti
    ? type.isCollection || type.type.isFlags
    : !type.isCollection && !type.type.isFlags;
  if (!accepted) return wrongType(context, dataType, member);
  return UNDERLYING_TYPES.includes(type.type.underlyingType)
    ? evaluated()
    : wrongUnderlyingType(context, type.type);
}

function wrongType(context: CheckContext, dataType: DataType, { kind, property }: DeclaredMember): Outcome {
  const expected =
    dataType === 'Single Enumeration' || dataType === 'Multiple Enumeration'
      ? EXPECTED_ENUMERATION[dataType]
      : ACCEPTED[dataType].join(' or ');
  const found =
    kind === 'property'
      ? describeProperty(context, property)
      : `a NavigationProperty of type ${property.type.text}`;
  const subject = { resource: context.resource, field: context.name };
  return evaluated(
    findingAt(context, 'dd/field-type', property, {
      subject,
      message: `${context.resource}.${context.name} is declared as ${found}, but its Data Dictionary type is ${dataType}. Declare it as ${expected}.`,
      expected,
      found,
    }),
  );
}

function describeProperty(context: CheckContext, property: Property): string {
  const type = effectiveType(context.assessment.model, property);
  if (type.kind === 'enumeration' && type.type.isFlags)
    return `${property.type.text} (an EnumType with IsFlags)`;
  if (type.kind === 'enumeration') return `${property.type.text} (an EnumType)`;
  if (type.kind === 'structured') return `${property.type.text} (a structured type)`;
  return property.type.text;
}

/** A fault of the EnumType itself: found once for it, whichever fields use it. */
function wrongUnderlyingType(context: CheckContext, type: EnumType): Outcome {
  return evaluated(
    findingAt(context, 'dd/field-type', type, {
      subject: { lookup: type.qualifiedName },
      message: `The EnumType ${type.qualifiedName} has the underlying type ${type.underlyingType}, but a Data Dictionary enumeration has Edm.Int16, Edm.Int32 or Edm.Int64. Change its UnderlyingType.`,
      expected: UNDERLYING_TYPES.join(' or '),
      found: type.underlyingType,
      related: [{ resource: context.resource, field: context.name }],
    }),
  );
}
