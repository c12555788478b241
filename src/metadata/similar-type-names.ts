import { didYouMean } from '../core/nearest-name.js';
import { PRIMITIVE_TYPES } from './edm-types.js';
import type { MetadataModel } from './model.js';

const EDM = 'Edm.';
const LONGEST = 100;

/** Finds what a type name was probably meant to be: right but for its namespace or its case, or misspelt in `Edm`. */
export class SimilarTypeNames {
  readonly #bySimpleName = new Map<string, string>();

  constructor(model: MetadataModel) {
    for (const name of [...model.types.keys(), ...PRIMITIVE_TYPES]) {
      const key = simpleName(name);
      if (!this.#bySimpleName.has(key)) this.#bySimpleName.set(key, name);
    }
  }

  /** `Did you mean "Edm.String"?`, or nothing when no declared name is near. */
  hint(name: string): string | undefined {
    if (name.length > LONGEST) return undefined;
    const similar = this.#bySimpleName.get(simpleName(name));
    if (similar !== undefined) return `Did you mean "${similar}"?`;
    return name.startsWith(EDM) ? didYouMean(name, PRIMITIVE_TYPES) : undefined;
  }
}

function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
