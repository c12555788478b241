import type { XmlElement } from '../xml-element.js';
import { listed, nameOf } from './describe-element.js';
import type { Quantity } from './element-rule.js';
import type { FaultSite } from './fault-site.js';
import type { Definition } from './language.js';

/** An element lacks a child that it must have. */
export function tellOfMissingChild(
  quantity: Quantity,
  { rule, children }: Definition,
  site: FaultSite,
): void {
  const names = listed(
    quantity.of.map((name) => nameOf(children.get(name)?.definition ?? { name })),
    'or',
  );
  site.tell(() => ({
    part: `/${quantity.of[0]}`,
    what: `${site.describe()} has no ${names}, but must have ${quantity.most === 1 ? 'one' : 'at least one'}`,
    clause: quantity.clause ?? rule.clause,
    advice: 'Add it.',
    expected: names,
  }));
}

/** A child stands there more often than it may. */
export function tellOfSurplusChild(
  child: XmlElement,
  quantity: Quantity,
  { rule }: Definition,
  site: FaultSite,
): void {
  site.tell(() => ({
    child,
    what: `${site.describe()} has more than one ${nameOf(child)}, but may have only one`,
    clause: quantity.clause ?? rule.clause,
    advice: 'Keep one of them.',
    expected: `one ${nameOf(child)}`,
    found: nameOf(child),
  }));
}

/** An expression stands there besides as many as there may be. */
export function tellOfSurplusValue(child: XmlElement, { name, rule }: Definition, site: FaultSite): void {
  const most = rule.values?.most ?? 0;
  const allowed = most === 1 ? 'only one value' : `only ${most} operands`;
  site.tell(() => ({
    child,
    what: `${site.describe()} has the expression ${nameOf(child)} besides others, but may have ${allowed}`,
    clause: rule.clause,
    advice: `Remove it, or put it outside the ${name}.`,
    expected: allowed,
    found: nameOf(child),
  }));
}

/** An element that takes expressions has too few. */
export function tellOfTooFewValues(
  values: number,
  least: number,
  { rule }: Definition,
  site: FaultSite,
): void {
  const needed = least === 1 ? 'one' : `${least} operands`;
  const has = values === 0 ? 'has no value' : `has only ${values} of its operands`;
  const exception =
    rule.values?.leastInCollection === undefined ? '' : '; directly in a Collection the last may be left out';
  site.tell(() => ({
    what: `${site.describe()} ${has}, but must have ${needed}${exception}`,
    clause: rule.clause,
    advice: 'Add what is missing as an expression.',
    expected: least === 1 ? 'one value' : needed,
    found: String(values),
  }));
}

/** An element of 4.01 in a document of 4.0. */
export function tellOfNewElement(child: XmlElement, { rule }: Definition, site: FaultSite): void {
  site.tell(() => ({
    child,
    what: `The element ${nameOf(child)} came with OData 4.01, but the Version of the document is 4.0`,
    clause: rule.clause,
    advice: 'Remove it, or state Version="4.01".',
    expected: 'an element of OData 4.0',
    found: nameOf(child),
  }));
}

/** An element stands behind what it must come before. */
export function tellOfOrder(child: XmlElement, { rule, children }: Definition, site: FaultSite): void {
  const last = [...children.values()].at(-1)?.definition;
  const behind = last === undefined ? 'others' : nameOf(last);
  site.tell(() => ({
    child,
    what: `${nameOf(child)} stands behind ${behind}, but must come before it`,
    clause: rule.clause,
    advice: `Move it before ${behind}.`,
    expected: `${nameOf(child)} before ${behind}`,
    found: nameOf(child),
  }));
}
