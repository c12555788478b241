import type { Location } from '../../core/finding.js';
import { notApplicable } from '../../core/outcome.js';
import type { DictionaryElement } from '../../dictionary/dictionary.js';
import type {
  Declared,
  DeclaredName,
  DeclaredResource,
  DeclaredValue,
  DeclaredValues,
} from '../../variations/declared.js';
import type { FoundValue, FoundValues } from '../elements/found-values.js';
import type { VersionAssessment } from '../version-assessment.js';

/** What payloads have, as if somebody had declared it, and where each local name of it was met first. */
export interface DeclaredInPayloads {
  readonly declared: Declared;
  locationOf(name: DeclaredName): Location | undefined;
}

/**
 * What the payloads of a version have counts as declared there: their fields, expansions and values of open lookups. A local
 * field that holds objects is an expansion.
 */
export function declaredInPayloads(assessment: VersionAssessment): DeclaredInPayloads {
  const locations = new Map<DeclaredName, Location>();
  const resources = new Map(
    assessment.resources.map((name) => [name, declaredResource(name, assessment, locations)]),
  );
  const values = new FoundByField(assessment.elements.values, locations);
  return {
    declared: {
      resources,
      offered: [...resources.values()].map(({ name }) => ({ name, hasEntitySet: true })),
      valuesOf: (resource, field) =>
        values.of(resource, field) ?? notApplicable(`no payload has a value in ${resource}.${field}`),
    },
    locationOf: (name) => locations.get(name),
  };
}

function declaredResource(
  name: string,
  assessment: VersionAssessment,
  locations: Map<DeclaredName, Location>,
): DeclaredResource {
  const { dictionary, elements } = assessment;
  const properties = new Map<string, DeclaredName>();
  const navigationProperties = new Map<string, DeclaredName>();
  const ofKind = (kind: DictionaryElement['kind']) => (kind === 'field' ? properties : navigationProperties);
  for (const field of assessment.standardFields(name)) {
    ofKind(dictionary.element(name, field)?.kind ?? 'field').set(field, { name: field });
  }
  for (const local of elements.localFields) {
    if (local.resource !== name) continue;
    const declared = nameAt(local.name, local.location, locations);
    ofKind(local.type.holdsObjects ? 'expansion' : 'field').set(local.name, declared);
  }
  return { name, hasEntitySet: true, properties, navigationProperties };
}

/** The values that were found, by field. */
class FoundByField {
  readonly #values = new Map<string, DeclaredValues>();

  constructor({ all: found, others }: FoundValues, locations: Map<DeclaredName, Location>) {
    const untold = new Map(others.map((other) => [fieldKey(other.in), other.count]));
    const standard = new Map<string, FoundValue[]>();
    for (const value of found) {
      if (value.in.standard.has(value.value)) grouped(standard, lookupKey(value)).push(value);
    }
    const byField = new Map<string, FoundValue[]>();
    for (const value of found) grouped(byField, fieldKey(value.in)).push(value);
    for (const [key, own] of byField) {
      const [first] = own;
      if (first === undefined) continue;
      // What another field of the resource has of the same lookup is not absent.
      const elsewhere = (standard.get(lookupKey(first)) ?? []).filter((value) => fieldKey(value.in) !== key);
      const count = untold.get(key);
      this.#values.set(key, {
        kind: 'values',
        source: 'payloads',
        lookup: first.in.lookup,
        values: [...own, ...elsewhere].map(({ value, location }) => toValue(value, location, locations)),
        ...(count === undefined
          ? {}
          : { incomplete: `it has more local values than are told by name (${count} times)` }),
      });
    }
  }

  of(resource: string, field: string): DeclaredValues | undefined {
    return this.#values.get(fieldKey({ resource, field }));
  }
}

function toValue(value: string, location: Location, locations: Map<DeclaredName, Location>): DeclaredValue {
  const declared = {
    ...place(location),
    name: value,
    standsFor: value,
    isLegacyName: false,
    lookupValue: value,
  };
  locations.set(declared, location);
  return declared;
}

function nameAt(name: string, location: Location, locations: Map<DeclaredName, Location>): DeclaredName {
  const declared = { name, ...place(location) };
  locations.set(declared, location);
  return declared;
}

function place({ line, column }: Location): Pick<DeclaredName, 'line' | 'column'> {
  return { line, column };
}

function fieldKey({ resource, field }: { readonly resource: string; readonly field: string }): string {
  return JSON.stringify([resource, field]);
}

function lookupKey({ in: { resource, lookup } }: FoundValue): string {
  return JSON.stringify([resource, lookup]);
}

function grouped<T>(groups: Map<string, T[]>, key: string): T[] {
  const known = groups.get(key) ?? [];
  groups.set(key, known);
  return known;
}
