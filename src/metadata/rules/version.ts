import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import { schemaElementsOf } from '../build-model.js';
import { EDM_NAMESPACE, EDMX_NAMESPACE, edmxChildren } from '../csdl-namespaces.js';
import { quote } from '../quote.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { RuleContext } from './rule-context.js';

interface Fault {
  readonly at: XmlElement;
  /** The path of names into the XML. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
  readonly found?: string;
}

/**
 * `edmx/version`: the root has the namespace of OData 4 and Version 4.0 or 4.01, with exactly one `DataServices` that
 * holds at least one `Schema`, both in their namespaces. Where the namespace of the root is wrong, nothing else is
 * said: what is inside follows from it.
 */
export function versionFaults(root: XmlElement, context: RuleContext): readonly Finding[] {
  const faults =
    root.namespace === EDMX_NAMESPACE ? [...version(root), ...dataServices(root)] : [wrongRoot(root)];
  return faults.flatMap((fault) => finding(fault, context) ?? []);
}

function wrongRoot(root: XmlElement): Fault {
  return {
    at: root,
    path: 'Edmx',
    message: `The root element is in ${namespaceText(root)}, which is not that of OData 4. Answer with the metadata of OData 4.0 or 4.01.`,
    expected: EDMX_NAMESPACE,
    found: root.namespace,
  };
}

function version(root: XmlElement): readonly Fault[] {
  const found = attributeOf(root, 'Version');
  if (found === '4.0' || found === '4.01') return [];
  const what =
    found === undefined
      ? 'The root element has no Version'
      : `The root element has the Version ${quote(found)}`;
  return [
    {
      at: root,
      path: 'Edmx/@Version',
      message: `${what}, but 4.0 or 4.01 is expected. State the version of OData that the metadata follows.`,
      expected: '4.0 or 4.01',
      ...(found === undefined ? {} : { found }),
    },
  ];
}

function dataServices(root: XmlElement): readonly Fault[] {
  const [first, second] = edmxChildren(root, 'DataServices');
  if (first === undefined) return [withoutDataServices(root)];
  const repeated =
    second === undefined
      ? []
      : [
          {
            at: second,
            path: 'Edmx/DataServices[2]',
            message:
              'There is a second edmx:DataServices, but exactly one is expected. Put all Schema elements into the first.',
            expected: 'one edmx:DataServices',
          },
        ];
  return [...repeated, ...schemas(root, first)];
}

function withoutDataServices(root: XmlElement): Fault {
  const misplaced = root.children.find(({ name }) => name === 'DataServices');
  const what =
    misplaced === undefined
      ? 'There is no edmx:DataServices'
      : `The element DataServices is in ${namespaceText(misplaced)}, which is not that of edmx`;
  return {
    at: misplaced ?? root,
    path: 'Edmx/DataServices',
    message: `${what}, but exactly one is expected. Put the Schema elements into one edmx:DataServices.`,
    expected: EDMX_NAMESPACE,
    ...(misplaced === undefined ? {} : { found: misplaced.namespace }),
  };
}

function schemas(root: XmlElement, services: XmlElement): readonly Fault[] {
  const right = schemaElementsOf(root);
  const faults = [
    ...right.filter((schema) => attributeOf(schema, 'Namespace') === undefined).map(withoutNamespace),
    ...edmxChildren(root, 'DataServices')
      .flatMap(({ children }) => children.filter(isWrongSchema))
      .map(wrongSchema),
  ];
  if (right.length > 0 || faults.length > 0) return faults;
  return [
    {
      at: services,
      path: 'Edmx/DataServices/Schema',
      message: 'There is no Schema in edmx:DataServices, so the metadata declares nothing. Add at least one.',
      expected: 'at least one Schema',
    },
  ];
}

function isWrongSchema({ name, namespace }: XmlElement): boolean {
  return name === 'Schema' && namespace !== EDM_NAMESPACE;
}

function wrongSchema(schema: XmlElement): Fault {
  return {
    at: schema,
    path: `Schema[${attributeOf(schema, 'Namespace') ?? ''}]`,
    message: `The Schema is in ${namespaceText(schema)}, which is not that of OData 4, so nothing in it counts. Use xmlns=${quote(EDM_NAMESPACE)}.`,
    expected: EDM_NAMESPACE,
    found: schema.namespace,
  };
}

function withoutNamespace(schema: XmlElement): Fault {
  return {
    at: schema,
    path: 'Schema[]',
    message: 'The Schema has no Namespace, so nothing in it can be named. Add the attribute.',
    expected: 'Namespace',
  };
}

function namespaceText({ namespace }: XmlElement): string {
  return namespace === '' ? 'no namespace' : `the namespace ${quote(namespace)}`;
}

function finding(
  { at, path, message, expected, found }: Fault,
  { file, policy }: RuleContext,
): Finding | undefined {
  return createFinding(policy, 'edmx/version', {
    subject: { element: path },
    message,
    expected,
    ...(found === undefined ? {} : { found }),
    location: { file, line: at.line, column: at.column },
  });
}
