import { shorten } from '../../core/shorten.js';
import { schemaElementsOf } from '../build-model.js';
import { EDMX_NAMESPACE, edmChildren } from '../csdl-namespaces.js';
import { CLAUSES } from '../structure/clauses.js';
import { schemaPath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * `edmx/entity-container`: a service has exactly one. A document that only declares types or terms for others needs
 * none (OData CSDL XML 4.01, section 13).
 */
export function* entityContainers({ root, model, context }: RuleInput): Generator<Fault> {
  const [first, ...others] = model.entityContainers;
  const names = new Set([first?.qualifiedName]);
  for (const container of others) {
    // Two of one name are told by edmx/unique-names.
    if (names.has(container.qualifiedName)) continue;
    names.add(container.qualifiedName);
    yield {
      at: container,
      subject: { element: schemaPath('EntityContainer', container.qualifiedName) },
      message: `The entity container ${shorten(container.name)} is a further one beside ${shorten(first?.name ?? '')} of line ${first?.line}, but a service has exactly one`,
      advice: 'Put all entity sets into one container.',
      clause: CLAUSES.EntityContainer,
      expected: 'one EntityContainer',
    };
  }
  // One without a name is told by edmx/structure.
  const isDeclared = schemaElementsOf(root).some(
    (schema) => edmChildren(schema, 'EntityContainer').length > 0,
  );
  if (isDeclared || model.schemas.length === 0) return;
  const services = root.children.find(
    ({ name, namespace }) => name === 'DataServices' && namespace === EDMX_NAMESPACE,
  );
  yield {
    at: services ?? root,
    subject: { element: 'Edmx/DataServices/Schema/EntityContainer' },
    message: 'There is no EntityContainer, and so nothing that a service offers',
    advice:
      context.purpose === 'vocabulary'
        ? 'A document that only declares types or terms for others needs none; the metadata of a service needs one with its entity sets.'
        : 'Add one with the entity sets of the service.',
    clause: CLAUSES.EntityContainer,
    expected: 'one EntityContainer',
    ...(context.purpose === 'vocabulary' ? { severity: 'warning' as const } : {}),
  };
}
