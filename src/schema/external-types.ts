import type { MetadataModel } from '../metadata/model.js';
import { resolveType } from '../metadata/resolve-type.js';
import type { IsExternal } from './definitions-from-report.js';

/** Tells the types of a document that are declared in a referenced one; without a document none is known to be. */
export function externalTypesOf(model: MetadataModel | undefined): IsExternal {
  if (model === undefined) return () => false;
  return (typeName) => resolveType(model, typeName)?.kind === 'external';
}
