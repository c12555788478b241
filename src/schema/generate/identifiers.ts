/**
 * The names that definitions have in a `schema.json`: the key under `$defs`, and the absolute `$id` that references
 * use. The host is one that nobody can have (RFC 2606): an `$id` is a name, not an address.
 */
export class SchemaIdentifiers {
  readonly #base: string;

  constructor(version: string) {
    this.#base = `https://reso-certify.invalid/data-dictionary/${encode(version)}/`;
  }

  get root(): string {
    return `${this.#base}schema.json`;
  }

  resource(name: string): string {
    return `${this.#base}resource/${encode(name)}`;
  }

  complexType(typeName: string): string {
    return `${this.#base}complex-type/${encode(typeName)}`;
  }

  lookup(lookupName: string): string {
    return `${this.#base}lookup/${encode(lookupName)}`;
  }

  /** A kind of GeoJSON object, or any of them. */
  geoJson(kind: string): string {
    return `${this.#base}geojson/${encode(kind)}`;
  }
}

/** The key of a resource under `$defs`: its name. A colon sets the other keys apart. */
export function resourceKey(name: string): string {
  return encode(name);
}

export function complexTypeKey(typeName: string): string {
  return `complexType:${encode(typeName)}`;
}

export function lookupKey(lookupName: string): string {
  return `lookup:${encode(lookupName)}`;
}

export function geoJsonKey(kind: string): string {
  return `geoJson:${kind}`;
}

/**
 * A name as a segment of a URI, or a key, that no validator normalises: what is no letter, digit, point, hyphen or underscore
 * of ASCII becomes `~` and its number. Percent-encoding would do, were it not decoded twice here and there.
 */
function encode(name: string): string {
  const isOnlyPoints = /^\.*$/.test(name);
  return name.replace(
    isOnlyPoints ? /./g : /[^A-Za-z0-9._-]/g,
    (unit) => `~${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
