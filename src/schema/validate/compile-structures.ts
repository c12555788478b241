import type { FieldDefinition, FieldType, LookupDefinition, PayloadDefinitions } from '../definitions.js';
import { isRequired } from '../definitions.js';
import type { Exemptions } from '../exemptions.js';
import { INTEGER_RANGES } from '../numeric-ranges.js';
import { LookupSet } from './lookup-set.js';
import { PARCEL_ID } from './parcel-identifier.js';
import { type FieldRule, Structure } from './structure.js';
import { checkOf, ValueCheck } from './value-check.js';

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** The structures of all resources by name, compiled once for all payloads. Complex types hang on their fields. */
export function compileStructures(
  definitions: PayloadDefinitions,
  exemptions: Exemptions,
): ReadonlyMap<string, Structure> {
  return new StructureCompiler(definitions, exemptions).compile();
}

class StructureCompiler {
  readonly #resources = new Map<string, Structure>();
  readonly #complexTypes = new Map<string, Structure>();
  readonly #lookups = new Map<string, LookupSet>();

  constructor(
    private readonly definitions: PayloadDefinitions,
    private readonly exemptions: Exemptions,
  ) {}

  compile(): ReadonlyMap<string, Structure> {
    const { resources, complexTypes } = this.definitions;
    for (const resource of resources.values()) {
      const { resourceName: name, keyFields, fields, isOpen = false, synonyms } = resource;
      const names = [...fields.keys()];
      this.#resources.set(name, new Structure('resource', name, keyFields, names, isOpen, synonyms));
    }
    for (const { typeName: name, fields } of complexTypes.values()) {
      this.#complexTypes.set(name, new Structure('complexType', name, [], [...fields.keys()]));
    }
    for (const [name, structure] of this.#resources) {
      const isExempt = (field: string) => this.exemptions.has(name, field);
      structure.fill(this.#rules(resources.get(name)?.fields, isExempt, true));
    }
    for (const [name, structure] of this.#complexTypes) {
      structure.fill(this.#rules(complexTypes.get(name)?.fields, () => false, false));
    }
    return this.#resources;
  }

  #rules(
    fields: ReadonlyMap<string, FieldDefinition> | undefined,
    isExempt: (field: string) => boolean,
    areRequired: boolean,
  ): readonly FieldRule[] {
    return [...(fields?.values() ?? [])].map((field, slot) => {
      const { type, isCollection } = field;
      const primitive = type.kind === 'primitive' ? type : undefined;
      const range = primitive === undefined ? undefined : INTEGER_RANGES[primitive.name];
      const isNullable = field.isNullable && !(isCollection && type.kind === 'expansion');
      return {
        slot,
        field,
        check: this.#check(field),
        isCollection,
        isNullable,
        mayBeNull: this.definitions.isNullAbsent === true || (isNullable && !isCollection),
        isRequired: areRequired && isRequired(field),
        isExempt: isExempt(field.name),
        isExpansion: type.kind === 'expansion',
        isTextAllowed: field.isTextAllowed === true,
        maxLength: maxLengthOf(type),
        safeDigits: range === undefined ? NO_LIMIT : String(range.maximum).length,
        primitive,
        lookup: this.#lookup(type),
        target: this.#target(type),
      };
    });
  }

  #check({ name, type }: FieldDefinition): ValueCheck {
    switch (type.kind) {
      case 'primitive':
        return name === PARCEL_ID && type.name === 'Edm.String' ? ValueCheck.parcelId : checkOf(type.name);
      case 'lookup':
        if (type.isOpen === true) return ValueCheck.string;
        return this.#definitionOf(type)?.isFlags === true ? ValueCheck.flags : ValueCheck.lookup;
      case 'unknown':
        return ValueCheck.none;
      default:
        return this.#target(type) === undefined ? ValueCheck.none : ValueCheck.structure;
    }
  }

  #lookup(type: FieldType): LookupSet | undefined {
    if (type.kind !== 'lookup') return undefined;
    const set = this.#lookups.get(type.lookup) ?? new LookupSet(this.#definitionOf(type)?.values ?? []);
    this.#lookups.set(type.lookup, set);
    return set;
  }

  #definitionOf(type: FieldType): LookupDefinition | undefined {
    return type.kind === 'lookup' ? this.definitions.lookups.get(type.lookup) : undefined;
  }

  #target(type: FieldType): Structure | undefined {
    if (type.kind === 'expansion') return this.#resources.get(type.resource);
    return type.kind === 'complex' ? this.#complexTypes.get(type.typeName) : undefined;
  }
}

function maxLengthOf(type: FieldType): number {
  const isText = type.kind === 'primitive' || type.kind === 'lookup';
  return (isText ? type.maxLength : undefined) ?? NO_LIMIT;
}
