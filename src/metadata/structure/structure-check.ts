import { EDM_NAMESPACE, EDMX_NAMESPACE } from '../csdl-namespaces.js';
import type { XmlElement } from '../xml-element.js';
import { type AttributeTally, checkAttributes } from './attribute-check.js';
import { tellOfUnexpected } from './child-faults.js';
import type { CsdlVersion } from './clauses.js';
import { FaultSite } from './fault-site.js';
import { formerName } from './former-names.js';
import { type Child, type Definition, EDMX, LANGUAGE } from './language.js';
import { Meanings } from './meanings.js';
import {
  tellOfMissingChild,
  tellOfNewElement,
  tellOfOrder,
  tellOfSurplusChild,
  tellOfSurplusValue,
  tellOfTooFewValues,
} from './quantity-faults.js';
import { FaultList } from './structure-fault.js';
import { checkText } from './value-check.js';
import { strays } from './version-business.js';

/**
 * Holds a document against the structure of CSDL: which elements and attributes may stand where, how often, and in
 * which form (OData CSDL XML 4.01, sections 4 to 15). What is inside an element that may not be there is not judged.
 *
 * @param root an `Edmx` element in the namespace `edmx`
 * @param version what came with 4.01 is a fault in 4.0
 * @param faults where the faults go
 * @returns what the document means where it is at fault
 */
export function checkStructure(
  root: XmlElement,
  version: CsdlVersion,
  faults: FaultList = new FaultList(),
): Meanings {
  const meanings = new Meanings();
  new StructureCheck(new FaultSite(version, faults, meanings)).check(root, EDMX);
  return meanings;
}

/** What an element has been found to hold. */
interface Tally {
  /** For each quantity of its rule, how many children count towards it. */
  readonly counts: number[];
  /** How many values it has: attributes and children that are expressions. */
  values: number;
  /** How many things it has that may not be there, and were perhaps meant for a value. */
  guesses: number;
  /** The quantities that something which may not be there was meant for: they do not lack what it stands for. */
  readonly excused: Set<number>;
  /** The place in the order of the rule of the child that comes last in it. */
  latest: number;
}

class StructureCheck {
  readonly #site: FaultSite;

  constructor(site: FaultSite) {
    this.#site = site;
  }

  check(element: XmlElement, definition: Definition): void {
    const site = this.#site;
    site.enter(element);
    const attributes = checkAttributes(element, definition, site);
    const hasText = checkText(element, definition, site);
    this.#checkContent(element, definition, attributes, hasText);
    site.leave();
  }

  #checkContent(
    element: XmlElement,
    definition: Definition,
    { values, strange }: AttributeTally,
    hasText: boolean,
  ): void {
    const { quantities, values: demanded, leftToVersion } = definition.rule;
    const isSated = quantities === undefined && (demanded === undefined || values >= demanded.least);
    if (element.children.length === 0 && isSated) return;
    const counts = quantities?.map(() => 0) ?? [];
    const guesses = strange.length + (hasText ? 1 : 0);
    // A child that is written as an attribute is not missing as well.
    const excused = new Set(strange.map(({ name }) => definition.children.get(name)?.quantity ?? -1));
    const tally: Tally = { counts, values, guesses, excused, latest: 0 };
    const passedOver = leftToVersion === undefined ? undefined : new Set(strays(element, definition));
    for (const child of element.children) {
      if (passedOver?.has(child)) {
        this.#leaveToVersion(child, definition);
        continue;
      }
      const known = definition.children.get(child.name);
      if (known === undefined || known.definition.namespace !== child.namespace) {
        this.#checkUnexpected(child, definition, tally);
      } else if (this.#isInPlace(child, known, definition, tally)) {
        this.check(child, known.definition);
      }
    }
    this.#checkTally(definition, tally);
  }

  /** Counts a child, and tells of one too many. False when there is nothing to judge inside it. */
  #isInPlace(child: XmlElement, known: Child, definition: Definition, tally: Tally): boolean {
    const site = this.#site;
    count(known, tally);
    const quantity = definition.rule.quantities?.[known.quantity];
    if (quantity !== undefined && (tally.counts[known.quantity] ?? 0) > quantity.most) {
      tellOfSurplusChild(child, quantity, definition, site);
      site.meanings.ofElement(child, undefined);
    } else if (known.isExpression && tally.values > (definition.rule.values?.most ?? 0)) {
      tellOfSurplusValue(child, definition, site);
      site.meanings.ofElement(child, undefined);
    } else if (known.definition.rule.since === '4.01' && site.version === '4.0') {
      tellOfNewElement(child, known.definition, site);
    } else if (definition.rule.inOrder === true && known.order < tally.latest) {
      tellOfOrder(child, definition, site);
    } else {
      tally.latest = known.order;
      return true;
    }
    return false;
  }

  /** What `edmx/version` speaks of: where only the namespace is wrong, it is plain what is meant. */
  #leaveToVersion(child: XmlElement, { children }: Definition): void {
    const named = children.get(child.name);
    if (named !== undefined) this.#site.meanings.ofElement(child, named.definition);
  }

  /** Tells of a child that may not be there. What it was meant to be is not missing as well. */
  #checkUnexpected(child: XmlElement, definition: Definition, tally: Tally): void {
    const meant = tellOfUnexpected(child, definition, this.#site);
    if (meant === undefined) this.#site.misplaced(child);
    else this.#site.meanings.ofElement(child, meant.definition);
    if (meant !== undefined) tally.excused.add(meant.quantity);
    else if (isOfNoLanguage(child)) for (const quantity of tally.counts.keys()) tally.excused.add(quantity);
    tally.guesses += 1;
  }

  #checkTally(definition: Definition, { counts, values, guesses, excused }: Tally): void {
    const { quantities, values: demanded } = definition.rule;
    quantities?.forEach((quantity, index) => {
      const isMissing = (counts[index] ?? 0) < quantity.least && !excused.has(index);
      if (isMissing) tellOfMissingChild(quantity, definition, this.#site);
    });
    if (demanded === undefined || guesses > 0) return;
    const isItem = this.#site.parent?.name === 'Collection';
    const least = isItem ? (demanded.leastInCollection ?? demanded.least) : demanded.least;
    if (values < least) tellOfTooFewValues(values, least, definition, this.#site);
  }
}

/** True for an element that nobody defines: it may stand for any child that is missing. */
function isOfNoLanguage({ name, namespace }: XmlElement): boolean {
  const isForeign = namespace !== '' && namespace !== EDM_NAMESPACE && namespace !== EDMX_NAMESPACE;
  return !isForeign && !LANGUAGE.has(name) && formerName(name) === undefined;
}

function count({ quantity, isExpression }: Child, tally: Tally): void {
  if (isExpression) tally.values += 1;
  const before = tally.counts[quantity];
  if (before !== undefined) tally.counts[quantity] = before + 1;
}
