/** A field whose enumeration values need not be advertised: a foreign value is a warning. */
export interface Exemption {
  readonly resource: string;
  readonly field: string;
}

/** The fields that RESO exempts from Data Dictionary 2.0 on, wherever a payload has them. */
export const STANDARD_EXEMPTIONS: readonly Exemption[] = [
  { resource: 'Property', field: 'MLSAreaMajor' },
  { resource: 'Property', field: 'MLSAreaMinor' },
  { resource: 'Property', field: 'ElementarySchool' },
  { resource: 'Property', field: 'ElementarySchoolDistrict' },
  { resource: 'Property', field: 'MiddleOrJuniorSchool' },
  { resource: 'Property', field: 'MiddleOrJuniorSchoolDistrict' },
  { resource: 'Property', field: 'HighSchool' },
  { resource: 'Property', field: 'HighSchoolDistrict' },
  { resource: 'Media', field: 'ImageSizeDescription' },
];

/** The exempt fields of a run. The one place that schemas, validation and reports ask. */
export class Exemptions {
  readonly #fields: ReadonlySet<string>;

  constructor(readonly list: readonly Exemption[]) {
    this.#fields = new Set(list.map(keyOf));
  }

  /** Those of a Data Dictionary version. Before 2.0 there are none. */
  static ofVersion(version: string): Exemptions {
    return new Exemptions(version.startsWith('1.') ? [] : STANDARD_EXEMPTIONS);
  }

  /** True when foreign enumeration values of the field only warn, also where its resource is expanded. */
  has(resource: string, field: string): boolean {
    return this.#fields.has(keyOf({ resource, field }));
  }
}

function keyOf({ resource, field }: Exemption): string {
  return JSON.stringify([resource, field]);
}
