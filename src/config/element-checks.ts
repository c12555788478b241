import type { ConfigurationError } from '../core/errors.js';
import { didYouMean } from '../core/nearest-name.js';
import type { SourceAttribute, SourceElement } from './source-element.js';
import { errorAt } from './source-error.js';

/**
 * The children of an element that holds nothing else and has no attributes.
 *
 * @throws ConfigurationError with file and line for a child that is not known, an attribute, and text
 */
export function childrenOf(
  element: SourceElement,
  known: readonly string[],
  file: string,
): readonly SourceElement[] {
  attributesOf(element, [], file);
  const unknown = element.children.find(({ name }) => !known.includes(name));
  if (unknown !== undefined) {
    const { name, line } = unknown;
    throw unknownName(file, line, `The element "${name}" is not known in ${element.name}.`, name, known);
  }
  const { text, line } = element.content;
  if (text.trim() === '') return element.children;
  throw errorAt(file, line, `There is text between the elements of ${element.name}.`, 'Remove it.');
}

/** Passes an element of text alone. @throws ConfigurationError with file and line for a child or an attribute */
export function checkTextOnly(element: SourceElement, file: string): void {
  attributesOf(element, [], file);
  const child = element.children[0];
  if (child === undefined) return;
  const what = `There is an element inside of ${element.name}, which holds text alone.`;
  throw errorAt(file, child.line, what, 'In a value, "<" is written "&lt;".');
}

/** Passes an element without content. @throws ConfigurationError with file and line for a child or text */
export function checkEmpty(element: SourceElement, file: string): void {
  const { name, children, content } = element;
  const child = children[0];
  if (child === undefined && content.text.trim() === '') return;
  throw errorAt(
    file,
    child?.line ?? content.line,
    `There is something inside of ${name}, which has attributes alone.`,
    'Remove it.',
  );
}

/** The attributes by name. @throws ConfigurationError with file and line for one that is not known */
export function attributesOf(
  { name: element, attributes }: SourceElement,
  known: readonly string[],
  file: string,
): ReadonlyMap<string, SourceAttribute> {
  const unknown = attributes.find(({ name }) => !known.includes(name));
  if (unknown === undefined) return new Map(attributes.map((attribute) => [attribute.name, attribute]));
  const { name, line } = unknown;
  throw unknownName(file, line, `The attribute "${name}" is not known on ${element}.`, name, known);
}

function unknownName(
  file: string,
  line: number,
  what: string,
  name: string,
  known: readonly string[],
): ConfigurationError {
  const all = known.length === 0 ? 'It has none: remove it.' : `Known are ${known.join(', ')}.`;
  return errorAt(file, line, what, didYouMean(name, known) ?? all);
}
