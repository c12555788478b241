import { EDM_NAMESPACE } from '../csdl-namespaces.js';
import type { Position } from '../model.js';
import { collectedType, isQualifiedName, isSimpleIdentifier } from '../names.js';
import { quote } from '../quote.js';
import { CLAUSES, type Clause } from '../structure/clauses.js';
import { wordsOf } from '../structure/lexical-form.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Something that the value of an annotation names: a type, or a member of an enumeration with its type. */
interface Named {
  readonly text: string;
  readonly at: Position;
  readonly attribute?: string;
  readonly clause: Clause;
}

/**
 * Types and members in the values of annotations that their own Schema does not declare: a warning each, at the first
 * use, as all that concerns annotations. What is of another namespace is taken on trust (OData CSDL XML 4.01, sections
 * 14.3.7, 14.4.5, 14.4.8 and 14.4.12).
 */
export function* annotationTypes(input: RuleInput): Generator<Fault> {
  const own = new Set(input.model.schemas.map(({ namespace }) => namespace));
  const seen = new Set<string>();
  const all: Named[] = [];
  collect(input.root, all);
  for (const named of all) {
    const name = input.model.names.qualifyPath(collectedType(named.text) ?? named.text);
    if (seen.has(name)) continue;
    seen.add(name);
    if (isKnown(name, own, input)) continue;
    const isMember = name.includes('/');
    yield {
      at: named.at,
      ...(named.attribute === undefined ? {} : { attribute: named.attribute }),
      subject: { element: `Annotation/${isMember ? 'EnumMember' : 'Type'}[${name}]` },
      message: `The value of an annotation names the ${isMember ? 'enumeration member' : 'type'} ${quote(named.text)}, which the metadata does not declare`,
      advice: 'Correct the name, or clients cannot read the value.',
      clause: named.clause,
      expected: isMember ? 'a member that the metadata declares' : 'a type that the metadata declares',
      found: named.text,
      severity: 'warning',
    };
  }
}

function isKnown(name: string, own: ReadonlySet<string>, { model, unnamed }: RuleInput): boolean {
  const [typeName = '', member, ...rest] = name.split('/');
  // What has not the form of a name is told by edmx/structure.
  if (rest.length > 0 || (member !== undefined && !isSimpleIdentifier(member))) return true;
  if (!isQualifiedName(typeName) || !own.has(typeName.slice(0, typeName.lastIndexOf('.')))) return true;
  const type = model.types.get(typeName);
  if (type === undefined) return unnamed.mayBe(typeName);
  if (member === undefined) return true;
  if (type.kind !== 'EnumType') return false;
  return type.members.some((one) => one.name === member) || unnamed.isIn(type);
}

/** Collects in the order of the document. Its depth is bounded, and most of its elements are none of these. */
function collect(element: XmlElement, found: Named[]): void {
  for (const child of element.children) {
    if (child.namespace === EDM_NAMESPACE) collectOf(child, found);
    if (child.children.length > 0) collect(child, found);
  }
}

function collectOf(element: XmlElement, found: Named[]): void {
  switch (element.name) {
    case 'Annotation':
    case 'PropertyValue':
    case 'LabeledElement': {
      const members = attributeOf(element, 'EnumMember');
      // Few have one, and there are very many.
      if (members === undefined) return;
      for (const text of wordsOf(members)) {
        found.push({ text, at: element, attribute: 'EnumMember', clause: CLAUSES.EnumMember });
      }
      break;
    }
    case 'EnumMember':
      for (const text of wordsOf(element.text)) {
        found.push({ text, at: element.textPosition ?? element, clause: CLAUSES.EnumMember });
      }
      break;
    case 'Record':
    case 'Cast':
    case 'IsOf': {
      const text = attributeOf(element, 'Type');
      if (text !== undefined)
        found.push({ text, at: element, attribute: 'Type', clause: CLAUSES[element.name] });
      break;
    }
  }
}
