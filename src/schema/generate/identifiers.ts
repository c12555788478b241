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

/** The key of a resource under `$defs`: its name. A colon is what sets the other keys apart. */
export function resourceKey(name: string): string {
  return name.includes(':') ? `resource:${name}` : name;
}

export function complexTypeKey(typeName: string): string {
  return `complexType:${typeName}`;
}

export function lookupKey(lookupName: string): string {
  return `lookup:${lookupName}`;
}

export function geoJsonKey(kind: string): string {
  return `geoJson:${kind}`;
}

/** A lone surrogate has no percent-encoding: its number stands for it. */
function encode(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, (half) => `!${half.charCodeAt(0).toString(16)}`);
  return encodeURIComponent(wellFormed);
}
