import { edmChildren } from './csdl-namespaces.js';
import type { Operation, Parameter } from './model.js';
import { facetsOf } from './read-facets.js';
import type { DocumentContext } from './read-members.js';
import { attributeOf, isTrue, positionOf, type XmlElement } from './xml-element.js';

/** The action or function overload that a child of a schema declares; nothing when it declares none or has no name. */
export function readOperation(
  element: XmlElement,
  namespace: string,
  context: DocumentContext,
): Operation | undefined {
  const kind = element.name;
  const name = attributeOf(element, 'Name');
  if ((kind !== 'Action' && kind !== 'Function') || name === undefined) return undefined;
  const qualifiedName = `${namespace}.${name}`;
  const entitySetPath = attributeOf(element, 'EntitySetPath');
  const [returned] = edmChildren(element, 'ReturnType');
  return Object.freeze({
    kind,
    name,
    namespace,
    qualifiedName,
    isBound: isTrue(element, 'IsBound'),
    ...(entitySetPath === undefined ? {} : { entitySetPath }),
    parameters: Object.freeze(
      edmChildren(element, 'Parameter').map((child) =>
        parameter(child, attributeOf(child, 'Name') ?? '', qualifiedName, context),
      ),
    ),
    ...(returned === undefined
      ? {}
      : { returnType: parameter(returned, '$ReturnType', qualifiedName, context) }),
    annotations: context.annotations.of(element, qualifiedName),
    ...positionOf(element),
  });
}

function parameter(
  element: XmlElement,
  name: string,
  operation: string,
  { names, annotations }: DocumentContext,
): Parameter {
  return Object.freeze({
    name,
    type: names.reference(attributeOf(element, 'Type')),
    facets: facetsOf(element),
    annotations: annotations.of(element, operation, name),
    ...positionOf(element),
  });
}
