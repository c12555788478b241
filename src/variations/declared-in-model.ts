import { notEvaluated, type Unjudged } from '../core/outcome.js';
import { blockedByType, effectiveType } from '../metadata/effective-type.js';
import { lookupNameOf } from '../metadata/lookup-name.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import type { EnumType, MetadataModel, Property } from '../metadata/model.js';
import { entitySetsOf, type Resource } from '../metadata/resources.js';
import type { Declared, DeclaredValues, OfferedResource } from './declared.js';
import { valuesOfEnumType, valuesOfRows } from './declared-values.js';
import { NO_VALUES } from './no-values.js';

/** EDMX, and the rows that go with it. */
export interface ModelInput {
  readonly model: MetadataModel;
  /** See `resourcesOf`. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly lookups?: LookupRows;
  /** Why the rows are not all there, where they should be. */
  readonly rowsBlocked?: string;
}

/** What EDMX declares, the rows of the Lookup Resource included. */
export function declaredInModel(input: ModelInput): Declared {
  const { model, resources } = input;
  const enumTypes = new Map<EnumType, DeclaredValues>();
  const rows = new Map<string, DeclaredValues | Unjudged>();
  const ofEnumType = (type: EnumType) => remembered(enumTypes, type, valuesOfEnumType);
  const ofRows = (lookup: string) => remembered(rows, lookup, (name) => rowsNamed(name, input));
  return {
    resources,
    offered: offeredIn(model),
    valuesOf: (resource, field) => {
      const declared = resources.get(resource);
      if (declared === undefined) return NO_VALUES.noResource(resource);
      const place = `${resource}.${field}`;
      const property = declared.properties.get(field);
      if (property !== undefined) return valuesOfProperty(property, { place, model, ofEnumType, ofRows });
      return declared.navigationProperties.has(field)
        ? NO_VALUES.wrongType(place)
        : NO_VALUES.noField(resource, field);
    },
  };
}

/** Sets whose type does not resolve are offered too: their names can be near to standard ones. */
function offeredIn(model: MetadataModel): readonly OfferedResource[] {
  const sets = entitySetsOf(model).map(({ name, entityType, line, column }) => ({
    name,
    typeName: entityType,
    hasEntitySet: true,
    line,
    column,
  }));
  if (sets.length > 0) return sets;
  return [...model.types.values()]
    .filter(({ kind }) => kind === 'EntityType')
    .map(({ name, qualifiedName, line, column }) => ({
      name,
      typeName: qualifiedName,
      hasEntitySet: false,
      line,
      column,
    }));
}

interface ValueSources {
  readonly place: string;
  readonly model: MetadataModel;
  readonly ofEnumType: (type: EnumType) => DeclaredValues;
  readonly ofRows: (lookup: string) => DeclaredValues | Unjudged;
}

function valuesOfProperty(
  property: Property,
  { place, model, ofEnumType, ofRows }: ValueSources,
): DeclaredValues | Unjudged {
  const type = effectiveType(model, property);
  if (type.kind === 'unresolved' || type.kind === 'external') return blockedByType(place, type.kind);
  if (type.kind === 'enumeration') return ofEnumType(type.type);
  if (type.kind !== 'primitive' || type.name !== 'Edm.String') return NO_VALUES.wrongType(place);
  const lookup = lookupNameOf(property);
  return lookup === undefined ? NO_VALUES.noAnnotation(place) : ofRows(lookup);
}

function rowsNamed(lookup: string, { lookups, rowsBlocked }: ModelInput): DeclaredValues | Unjudged {
  if (lookups === undefined) {
    return rowsBlocked === undefined ? NO_VALUES.rowsNotGiven() : notEvaluated(rowsBlocked);
  }
  const rows = lookups.byLookupName.get(lookup) ?? [];
  if (rows.length > 0) return valuesOfRows(lookup, rows, rowsBlocked);
  return rowsBlocked === undefined ? NO_VALUES.noRows(lookup) : notEvaluated(rowsBlocked);
}

function remembered<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make(key);
  known.set(key, made);
  return made;
}
