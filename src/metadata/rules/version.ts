import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import { shorten } from '../../core/shorten.js';
import { schemaElementsOf } from '../build-model.js';
import { EDM_NAMESPACE, EDMX_NAMESPACE, edmxChildren } from '../csdl-namespaces.js';
import type { Position } from '../model.js';
import { quote } from '../quote.js';
import { ElementPaths } from '../structure/element-paths.js';
import { DATA_SERVICES, EDMX } from '../structure/language.js';
import { strays } from '../structure/version-business.js';
import type { XmlElement } from '../xml-element.js';
import type { RuleContext } from './rule-context.js';

interface Fault {
  readonly at: Position;
  /** The path of names into the XML. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
  readonly found?: string;
}

/**
 * `edmx/version`: the root has the namespace of OData 4 and Version 4.0 or 4.01, with exactly one `DataServices` that
 * holds at least one `Schema`, both in their namespaces. Where the namespace of the root is wrong, nothing else is
 * said: what is inside follows from it. What stands in the place of one that is missing is that one fault.
 */
export function versionFaults(root: XmlElement, context: RuleContext): readonly Finding[] {
  const faults =
    root.namespace === EDMX_NAMESPACE ? [...version(root), ...dataServices(root)] : [wrongRoot(root)];
  const inOrder = faults.toSorted(({ at: a }, { at: b }) => a.line - b.line || a.column - b.column);
  return inOrder.flatMap((fault) => finding(fault, context) ?? []);
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
  const attribute = root.attributes.find(({ name, namespace }) => name === 'Version' && namespace === '');
  const found = attribute?.value;
  if (found === '4.0' || found === '4.01') return [];
  const what =
    found === undefined
      ? 'The root element has no Version'
      : `The root element has the Version ${quote(found)}`;
  return [
    {
      at: attribute ?? root,
      path: 'Edmx/@Version',
      message: `${what}, but 4.0 or 4.01 is expected. State the version of OData that the metadata follows.`,
      expected: '4.0 or 4.01',
      ...(found === undefined ? {} : { found }),
    },
  ];
}

function dataServices(root: XmlElement): readonly Fault[] {
  const [first, ...repeated] = edmxChildren(root, 'DataServices');
  const misplaced = firstOfEachName(strays(root, EDMX)).map((stray) => wrongDataServices(stray, root));
  if (first === undefined) return misplaced.length > 0 ? misplaced : [withoutDataServices(root)];
  return [
    ...misplaced,
    ...repeated.map((again) => repeatedDataServices(again, root)),
    ...schemas(root, first),
  ];
}

/** Several elements of one name stand together in the place of one `DataServices`: that is one fault. */
function firstOfEachName(elements: readonly XmlElement[]): readonly XmlElement[] {
  const names = elements.map(({ name }) => name);
  return elements.filter(({ name }, index) => name === 'DataServices' || names.indexOf(name) === index);
}

function withoutDataServices(root: XmlElement): Fault {
  return {
    at: root,
    path: 'Edmx/DataServices',
    message:
      'There is no edmx:DataServices, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
    expected: EDMX_NAMESPACE,
  };
}

function wrongDataServices(stray: XmlElement, root: XmlElement): Fault {
  const isOther = stray.name !== 'DataServices';
  const what = isOther
    ? `The element ${shorten(stray.name)} stands where edmx:DataServices is missing`
    : `The element DataServices is in ${namespaceText(stray)}, which is not that of edmx`;
  return {
    at: stray,
    path: new ElementPaths().of([root, stray]),
    message: `${what}, but exactly one is expected. Put the Schema elements into one edmx:DataServices.`,
    expected: isOther ? 'edmx:DataServices' : EDMX_NAMESPACE,
    found: isOther ? shorten(stray.name) : stray.namespace,
  };
}

function repeatedDataServices(again: XmlElement, root: XmlElement): Fault {
  return {
    at: again,
    path: new ElementPaths().of([root, again]),
    message:
      'There is another edmx:DataServices, but exactly one is expected. Put all Schema elements into the first.',
    expected: 'one edmx:DataServices',
  };
}

function schemas(root: XmlElement, first: XmlElement): readonly Fault[] {
  const faults = edmxChildren(root, 'DataServices').flatMap((services) =>
    strays(services, DATA_SERVICES).map((stray) => wrongSchema(stray, [root, services, stray])),
  );
  if (faults.length > 0 || schemaElementsOf(root).length > 0) return faults;
  return [
    {
      at: first,
      path: 'Edmx/DataServices/Schema',
      message: 'There is no Schema in edmx:DataServices, so the metadata declares nothing. Add at least one.',
      expected: 'at least one Schema',
    },
  ];
}

function wrongSchema(stray: XmlElement, elements: readonly XmlElement[]): Fault {
  const isOther = stray.name !== 'Schema';
  return {
    at: stray,
    path: new ElementPaths().of(elements),
    message: isOther
      ? `The element ${shorten(stray.name)} stands where a Schema is expected, so nothing in it counts. Put what it declares into a Schema.`
      : `The Schema is in ${namespaceText(stray)}, which is not that of OData 4, so nothing in it counts. Use xmlns=${quote(EDM_NAMESPACE)}.`,
    expected: isOther ? 'Schema' : EDM_NAMESPACE,
    found: isOther ? shorten(stray.name) : stray.namespace,
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
