import type { Position } from '../metadata/model.js';
import type { Assessment } from './assessment.js';

/** A resource that the dictionary does not know. */
export interface LocalResource {
  readonly name: string;
  readonly typeName: string;
  readonly isEntitySet: boolean;
  readonly position: Position;
}

/**
 * The resources that are not standard: the entity sets, or the entity types of a document that has no entity set at
 * all. Sets whose type does not resolve are among them.
 */
export function localResources(
  assessment: Pick<Assessment, 'model' | 'dictionary'>,
): readonly LocalResource[] {
  const { model, dictionary } = assessment;
  const sets = model.entityContainers
    .flatMap(({ entitySets }) => entitySets)
    .filter(({ kind }) => kind === 'EntitySet')
    .map((set) => ({ name: set.name, typeName: set.entityType, isEntitySet: true, position: set }));
  const types = [...model.types.values()]
    .filter(({ kind }) => kind === 'EntityType')
    .map((type) => ({ name: type.name, typeName: type.qualifiedName, isEntitySet: false, position: type }));
  const declared = sets.length > 0 ? sets : types;
  return declared.filter(({ name }) => dictionary.resource(name) === undefined);
}
