import { EDM_NAMESPACE } from '../csdl-namespaces.js';
import type { Position } from '../model.js';
import { CLAUSES, type Clause } from '../structure/clauses.js';
import { wordsOf } from '../structure/lexical-form.js';
import { attributeOf, type XmlElement } from '../xml-element.js';

/** A term as annotations write it. */
export interface TermUse {
  /** The first annotation of it. */
  readonly at: Position;
  count: number;
}

/** Something that the value of an annotation names: a type, or a member of an enumeration with its type. */
export interface Named {
  readonly text: string;
  readonly at: Position;
  readonly attribute?: string;
  readonly clause: Clause;
}

/** What the annotations of a document name. */
export interface AnnotationNames {
  /** By the term as written. */
  readonly terms: ReadonlyMap<string, TermUse>;
  /** In the order of the document. */
  readonly types: readonly Named[];
}

/** Gathers what all annotations name, those of annotations included, in one walk. */
export function annotationNamesIn(root: XmlElement): AnnotationNames {
  const names = { terms: new Map<string, TermUse>(), types: [] };
  collect(root, names);
  return names;
}

interface Collected {
  readonly terms: Map<string, TermUse>;
  readonly types: Named[];
}

/** The depth of a document is bounded, and most of its elements are none of these. */
function collect(element: XmlElement, names: Collected): void {
  for (const child of element.children) {
    if (child.namespace === EDM_NAMESPACE) collectOf(child, names);
    if (child.children.length > 0) collect(child, names);
  }
}

function collectOf(element: XmlElement, { terms, types }: Collected): void {
  switch (element.name) {
    case 'Annotation':
      countTerm(element, terms);
      collectMembers(element, types);
      break;
    case 'PropertyValue':
    case 'LabeledElement':
      collectMembers(element, types);
      break;
    case 'EnumMember':
      for (const text of wordsOf(element.text)) {
        types.push({ text, at: element.textPosition ?? element, clause: CLAUSES.EnumMember });
      }
      break;
    case 'Record':
    case 'Cast':
    case 'IsOf': {
      const text = attributeOf(element, 'Type');
      if (text === undefined) break;
      types.push({ text, at: element, attribute: 'Type', clause: CLAUSES[element.name] });
    }
  }
}

function countTerm(annotation: XmlElement, terms: Map<string, TermUse>): void {
  const term = attributeOf(annotation, 'Term');
  const use = term === undefined ? undefined : terms.get(term);
  if (use !== undefined) use.count += 1;
  else if (term !== undefined) terms.set(term, { at: annotation, count: 1 });
}

/** Few have members of an enumeration as their value, and there are very many. */
function collectMembers(element: XmlElement, types: Named[]): void {
  const members = attributeOf(element, 'EnumMember');
  if (members === undefined) return;
  for (const text of wordsOf(members)) {
    types.push({ text, at: element, attribute: 'EnumMember', clause: CLAUSES.EnumMember });
  }
}
