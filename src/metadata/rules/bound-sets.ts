import type { EntityContainer, EntitySet, NavigationPropertyBinding } from '../model.js';
import { schemaPath } from '../subjects.js';
import type { RuleInput } from './rule-context.js';

/** A navigation property binding with where it stands. */
export interface BoundSet {
  readonly container: EntityContainer;
  readonly set: EntitySet;
  readonly binding: NavigationPropertyBinding;
  /** The path of the binding in the document. */
  readonly path: string;
}

/** All navigation property bindings of a document, each once, in the container that declares its set. */
export function* boundSets({ model }: RuleInput): Generator<BoundSet> {
  for (const container of model.entityContainers) {
    for (const set of container.ownSets) {
      const path = `${schemaPath('EntityContainer', container.qualifiedName)}/${set.kind}[${set.name}]`;
      for (const binding of set.bindings) {
        yield { container, set, binding, path: `${path}/NavigationPropertyBinding[${binding.path}]` };
      }
    }
  }
}
