import type { FieldDefinition, FieldType, LookupType } from '../definitions.js';
import { writeDeclaration } from './declaration-comment.js';
import type { SchemaIdentifiers } from './identifiers.js';
import type { SchemaObject } from './json-schema.js';
import { primitiveSchema, referenceOrNull } from './value-schema.js';

/** The schema of a field. `isExempt`: foreign enumeration values only warn, so that no schema may refuse them. */
export function fieldSchema(
  field: FieldDefinition,
  isExempt: boolean,
  identifiers: SchemaIdentifiers,
): SchemaObject {
  const description = describe(field, isExempt);
  const valueSchema = (isNullable: boolean): SchemaObject =>
    isExempt
      ? openSchema(field.type, isNullable, identifiers)
      : closedSchema(field.type, isNullable, identifiers);
  return {
    title: field.name,
    description: description === '' ? undefined : description,
    $comment: declarationOf(field, isExempt),
    ...(field.isCollection
      ? { type: 'array', items: valueSchema(field.isNullable && field.type.kind !== 'expansion') }
      : valueSchema(field.isNullable)),
  };
}

function closedSchema(type: FieldType, isNullable: boolean, identifiers: SchemaIdentifiers): SchemaObject {
  switch (type.kind) {
    case 'primitive':
      return primitiveSchema(type, isNullable, identifiers);
    case 'lookup':
      return {
        ...limited(type, isNullable),
        ...referenceOrNull(identifiers.lookup(type.lookup), isNullable),
      };
    case 'complex':
      return referenceOrNull(identifiers.complexType(type.typeName), isNullable);
    case 'expansion':
      return referenceOrNull(identifiers.resource(type.resource), isNullable);
    default:
      return isNullable ? {} : { not: { type: 'null' } };
  }
}

/** The advertised values are listed, any other text is taken. */
function openSchema(type: FieldType, isNullable: boolean, identifiers: SchemaIdentifiers): SchemaObject {
  if (type.kind !== 'lookup') return closedSchema(type, isNullable, identifiers);
  const anyText = { type: isNullable ? ['string', 'null'] : 'string' };
  return { ...limited(type, isNullable), anyOf: [{ $ref: identifiers.lookup(type.lookup) }, anyText] };
}

/** The length of a string whose values are listed. */
function limited({ maxLength }: LookupType, isNullable: boolean): SchemaObject {
  if (maxLength === undefined) return {};
  return { type: isNullable ? ['string', 'null'] : 'string', maxLength };
}

/** What JSON Schema has no keyword for. */
function describe({ type }: FieldDefinition, isExempt: boolean): string {
  if (type.kind === 'lookup' && isExempt) return 'Values that are not listed are a warning, not an error.';
  if (type.kind === 'unknown') return `Values of the type ${type.typeName} are not judged.`;
  if (type.kind !== 'primitive') return '';
  if (type.lookupName !== undefined)
    return `Its values are those of the lookup ${type.lookupName}, whose rows were not at hand.`;
  if (type.name !== 'Edm.Decimal') return '';
  const digits = [
    type.precision === undefined ? '' : `at most ${type.precision} significant digits`,
    type.scale === undefined ? '' : `at most ${type.scale} digits after the point`,
  ].filter((limit) => limit !== '');
  return digits.length === 0 ? '' : `Has ${digits.join(' and ')}; trailing zeros do not count.`;
}

function declarationOf({ type, isCollection, isNullable }: FieldDefinition, isExempt: boolean): string {
  return writeDeclaration({
    ...typeFacts(type),
    exempt: isExempt && type.kind === 'lookup' ? 'true' : undefined,
    collection: isCollection ? 'true' : undefined,
    nullable: isNullable ? undefined : 'false',
  });
}

function typeFacts(type: FieldType): Readonly<Record<string, string | number | undefined>> {
  switch (type.kind) {
    case 'primitive': {
      const { name, maxLength, precision, scale, lookupName } = type;
      return { type: name, maxLength, precision, scale, lookupName };
    }
    case 'lookup':
      return { lookup: type.lookup, maxLength: type.maxLength };
    case 'complex':
      return { complexType: type.typeName };
    case 'expansion':
      return { expansion: type.resource };
    default:
      return { unknownType: type.typeName };
  }
}
