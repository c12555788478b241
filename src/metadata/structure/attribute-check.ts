import { shorten } from '../../core/shorten.js';
import { EDM_NAMESPACE, EDMX_NAMESPACE } from '../csdl-namespaces.js';
import type { XmlAttribute, XmlElement } from '../xml-element.js';
import { CLAUSES } from './clauses.js';
import { describeNamespace } from './describe-element.js';
import type { Exclusion } from './element-rule.js';
import type { FaultSite } from './fault-site.js';
import { formerName } from './former-names.js';
import { type Attribute, type Definition, isAttributeName } from './language.js';
import { checkValue } from './value-check.js';

/** What the attributes of an element come to, besides their faults. */
export interface AttributeTally {
  /** How many of them give the element a value. */
  readonly values: number;
  /** Those that may not be there: perhaps they were meant to, or stand for a child. */
  readonly strange: readonly XmlAttribute[];
}

const NO_VALUE: AttributeTally = { values: 0, strange: [] };

/**
 * Checks the attributes of an element: each is one of CSDL, in no namespace and of the right form, and none is missing.
 * Attributes of foreign namespaces, `xml` among them, are passed over. One that is misspelt stands for the one that it
 * was meant to be, so that this one is not missing as well.
 */
export function checkAttributes(
  element: XmlElement,
  definition: Definition,
  site: FaultSite,
): AttributeTally {
  let present = 0;
  let values = 0;
  let strange: readonly XmlAttribute[] | undefined;
  for (const attribute of element.attributes) {
    const rule = attribute.namespace === '' ? definition.attributes.get(attribute.name) : undefined;
    if (rule === undefined) {
      strange = withStrange(strange, attribute);
      continue;
    }
    present |= rule.bit;
    if (rule.isExpression === true) values += 1;
    if (rule.notOn?.holds(element)) tellOfExcluded(attribute, rule, rule.notOn, site);
    else checkKnown(attribute, rule, values, definition, site);
  }
  if (strange !== undefined) present |= tellOfStrange(strange, present, definition, site);
  if ((present & definition.required) !== definition.required) tellOfMissing(present, definition, site);
  if (strange === undefined && values === 0) return NO_VALUE;
  return { values, strange: strange ?? [] };
}

/** Adds an attribute that may not be there, unless it is of a foreign namespace. Most elements have none. */
function withStrange(
  strange: readonly XmlAttribute[] | undefined,
  attribute: XmlAttribute,
): readonly XmlAttribute[] | undefined {
  const { namespace } = attribute;
  const isForeign = namespace !== '' && namespace !== EDM_NAMESPACE && namespace !== EDMX_NAMESPACE;
  return isForeign ? strange : [...(strange ?? []), attribute];
}

function checkKnown(
  attribute: XmlAttribute,
  rule: Attribute,
  values: number,
  definition: Definition,
  site: FaultSite,
): void {
  const most = definition.rule.values?.most ?? 0;
  if (rule.since === '4.01' && site.version === '4.0') tellOfNew(attribute, rule, site);
  else if (rule.isExpression === true && values > most) tellOfSecondValue(attribute, definition, site);
  else checkValue(attribute, rule, site);
}

/**
 * Tells of attributes that may not be there.
 *
 * @param present the bits of those that may and are there
 * @returns the bits of those that they were meant to be
 */
function tellOfStrange(
  strange: readonly XmlAttribute[],
  present: number,
  definition: Definition,
  site: FaultSite,
): number {
  let meant = 0;
  for (const attribute of strange) {
    const rule = meantBy(attribute, strange.length, present | meant, definition, site);
    const isFree = rule !== undefined && ((present | meant) & rule.bit) === 0;
    if (isFree) site.meanings.ofAttribute(attribute, rule.name);
    if (attribute.namespace === '') tellOfUnknown(attribute, rule, definition, site);
    else tellOfPrefixed(attribute, definition, site);
    meant |= rule?.bit ?? 0;
  }
  return meant;
}

/**
 * The attribute that a strange one must have been meant to be: the one of its name, the one that its name is near to,
 * or the only one that is missing where it is all that is strange.
 */
function meantBy(
  { name, namespace, value }: XmlAttribute,
  strange: number,
  present: number,
  { name: element, attributes }: Definition,
  site: FaultSite,
): Attribute | undefined {
  if (namespace !== '') return attributes.get(name);
  if (formerName(name) !== undefined) return undefined;
  const absent = [...attributes.values()].filter(({ bit }) => (present & bit) === 0);
  const near = isAttributeName(name) ? undefined : site.near.nearest(name, `@${element}`, attributes.keys());
  if (near !== undefined) return absent.find((attribute) => attribute.name === near);
  const missing = absent.filter(({ isRequired }) => isRequired);
  const [only] = missing;
  if (strange !== 1 || missing.length !== 1 || only === undefined) return undefined;
  // One of another element, such as Type for EntityType, was meant for it where it has a value that fits.
  return !isAttributeName(name) || only.form.test(value) ? only : undefined;
}

function tellOfUnknown(
  attribute: XmlAttribute,
  meant: Attribute | undefined,
  definition: Definition,
  site: FaultSite,
): void {
  const { name } = attribute;
  const allowed = [...definition.attributes.keys()];
  site.tell(() => ({
    part: `/@${shorten(name)}`,
    position: attribute,
    what: `${site.describe()} has the attribute ${shorten(name)}, which may not stand there`,
    clause: definition.rule.clause,
    advice: formerName(name) ?? adviceFor(name, meant, definition),
    expected: allowed.length === 0 ? 'no attribute' : allowed.join(', '),
    found: shorten(name),
  }));
}

function adviceFor(name: string, meant: Attribute | undefined, { children }: Definition): string {
  if (meant !== undefined) {
    return `Did you mean "${meant.name}"${meant.isRequired ? ', which must be there' : ''}?`;
  }
  return children.has(name) ? `Write it as an element within: <${name} …/>.` : 'Remove it.';
}

function tellOfPrefixed(attribute: XmlAttribute, definition: Definition, site: FaultSite): void {
  const { name, namespace } = attribute;
  const prefixed = `${namespace === EDM_NAMESPACE ? 'edm' : 'edmx'}:${shorten(name)}`;
  site.tell(() => ({
    part: `/@${prefixed}`,
    position: attribute,
    what: `${site.describe()} has the attribute ${shorten(name)} in ${describeNamespace(namespace)}, but attributes of CSDL are in none`,
    clause: CLAUSES.Namespaces,
    advice: definition.attributes.has(name) ? `Write ${name} without a prefix.` : 'Remove it.',
    expected: 'an attribute without prefix',
    found: prefixed,
  }));
}

function tellOfExcluded(
  attribute: XmlAttribute,
  { name, clause }: Attribute,
  { what }: Exclusion,
  site: FaultSite,
): void {
  site.tell(() => ({
    part: `/@${name}`,
    position: attribute,
    what: `${site.describe()} has the attribute ${name}, but ${what}`,
    clause,
    advice: 'Remove it.',
    expected: `no ${name}`,
    found: shorten(attribute.value),
  }));
}

function tellOfNew(attribute: XmlAttribute, { name, clause }: Attribute, site: FaultSite): void {
  site.tell(() => ({
    part: `/@${name}`,
    position: attribute,
    what: `${site.describe()} has the attribute ${name}, which came with OData 4.01, but the Version of the document is 4.0`,
    clause,
    advice: 'Remove it, or state Version="4.01".',
    expected: 'an attribute of OData 4.0',
    found: name,
  }));
}

function tellOfSecondValue(attribute: XmlAttribute, { rule }: Definition, site: FaultSite): void {
  site.tell(() => ({
    part: `/@${attribute.name}`,
    position: attribute,
    what: `${site.describe()} has the value ${attribute.name} besides another one, but may have only one`,
    clause: rule.clause,
    advice: 'Keep one of them.',
    expected: 'one value',
    found: attribute.name,
  }));
}

function tellOfMissing(present: number, definition: Definition, site: FaultSite): void {
  for (const { name, bit, isRequired, clause, form } of definition.attributes.values()) {
    if (isRequired !== true || (present & bit) !== 0) continue;
    site.tell(() => ({
      part: `/@${name}`,
      what: `${site.describe()} has no attribute ${name}, but must have it`,
      clause,
      advice: `Add ${name}="…" with ${form.expected}.`,
      expected: name,
    }));
  }
}
