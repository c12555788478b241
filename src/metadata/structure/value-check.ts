import { shorten } from '../../core/shorten.js';
import { quote } from '../quote.js';
import type { XmlAttribute, XmlElement } from '../xml-element.js';
import type { Clause } from './clauses.js';
import type { FaultSite } from './fault-site.js';
import type { Attribute, Definition } from './language.js';
import type { LexicalForm } from './lexical-form.js';

/** Checks the form of an attribute's value. */
export function checkValue(
  attribute: XmlAttribute,
  { name, form, clause }: Attribute,
  site: FaultSite,
): void {
  if (form.test(attribute.value)) return;
  const meant = form.meant?.(attribute.value);
  if (meant !== undefined) site.meanings.ofAttribute(attribute, name, meant);
  site.tell(() => ({
    part: `/@${name}`,
    position: attribute,
    what: `The attribute ${name} of ${site.describe()} ${isWrong(attribute.value, form)}`,
    clause,
    advice: adviceFor(attribute.value, form) ?? 'Correct it.',
    expected: form.expected,
    found: shorten(attribute.value),
  }));
}

/** Checks that an element has text of the right form, or none where none may stand. True when it has text. */
export function checkText(element: XmlElement, { name, rule }: Definition, site: FaultSite): boolean {
  const { text: form } = rule;
  const hasText = element.textPosition !== undefined;
  if (form === undefined) {
    if (hasText) tellOfStrayText(element, rule.values !== undefined, rule.clause, site);
    return hasText;
  }
  // Where an element stands in the text, that one is the fault.
  if (element.children.length > 0) return hasText;
  const text = form.trimmed === true ? element.text.replace(BLANKS_AROUND, '') : element.text;
  if (form.test(text)) return hasText;
  site.tell(() => ({
    part: '/text()',
    ...(element.textPosition === undefined ? {} : { position: element.textPosition }),
    what: `The text of ${site.describe()} ${isWrong(text, form)}`,
    clause: rule.clause,
    advice: adviceFor(text, form) ?? `Correct it, or remove the ${name}.`,
    expected: form.expected,
    found: shorten(text),
  }));
  return hasText;
}

function adviceFor(value: string, form: LexicalForm): string | undefined {
  const meant = form.meant?.(value);
  return meant === undefined ? form.hint?.(value) : `Write "${meant}".`;
}

const BLANKS_AROUND = /^[ \t\r\n]+|[ \t\r\n]+$/g;

function isWrong(value: string, { expected }: LexicalForm): string {
  return `is ${value === '' ? 'empty' : quote(value)}, but ${expected} is expected`;
}

function tellOfStrayText(element: XmlElement, takesValue: boolean, clause: Clause, site: FaultSite): void {
  const { textPosition: position, text } = element;
  const advice = takesValue ? 'Write <String>…</String> around it, or remove it.' : 'Remove it.';
  site.tell(() => ({
    part: '/text()',
    ...(position === undefined ? {} : { position }),
    what: `${site.describe()} contains the text ${quote(text.trim())}, but no text may stand there`,
    clause,
    advice,
    expected: 'no text',
    found: shorten(text.trim()),
  }));
}
