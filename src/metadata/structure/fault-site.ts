import type { Position } from '../model.js';
import { positionOf, type XmlElement } from '../xml-element.js';
import { type Clause, type CsdlVersion, cite } from './clauses.js';
import { describeElement } from './describe-element.js';
import { ElementPaths } from './element-paths.js';
import type { Meanings } from './meanings.js';
import { NearNames } from './near-names.js';
import type { FaultList } from './structure-fault.js';

/** A fault as a check tells of it, at the element where the check stands. */
export interface Told {
  /** Behind the path of the element: `/@Name`. */
  readonly part?: string;
  /** A child of the element that is at fault itself. */
  readonly child?: XmlElement;
  /** Where the fault is; at the element, or at the child, when absent. */
  readonly position?: Position;
  /** What is wrong, as a sentence without its end. */
  readonly what: string;
  readonly clause: Clause;
  /** What to do, as a sentence. */
  readonly advice: string;
  readonly expected?: string;
  readonly found?: string;
}

/** Where in a document a check stands, and what it has found on its way there. */
export class FaultSite {
  readonly version: CsdlVersion;
  readonly near = new NearNames();
  /** What the faults that are told stand for. */
  readonly meanings: Meanings;
  readonly #faults: FaultList;
  readonly #paths = new ElementPaths();
  /** The element where the check stands, behind all that it is in. */
  readonly #elements: XmlElement[] = [];

  constructor(version: CsdlVersion, faults: FaultList, meanings: Meanings) {
    this.version = version;
    this.meanings = meanings;
    this.#faults = faults;
  }

  enter(element: XmlElement): void {
    this.#elements.push(element);
  }

  leave(): void {
    this.#elements.pop();
  }

  /** The element that the one where the check stands is in. */
  get parent(): XmlElement | undefined {
    return this.#elements.at(-2);
  }

  /** A child of the element may not be there. */
  misplaced(child: XmlElement): void {
    this.meanings.ofMisplaced(child, this.#elements);
  }

  /** The element in words, or a child of it. */
  describe(child?: XmlElement): string {
    return describeElement(child === undefined ? this.#elements : [...this.#elements, child]);
  }

  /** Keeps a fault of the element, or of a child of it. It is put into words only while there is room for it. */
  tell(describe: () => Told): void {
    if (!this.#faults.hasRoom()) return;
    const { part = '', child, position, what, clause, advice, expected, found } = describe();
    const elements = child === undefined ? this.#elements : [...this.#elements, child];
    const at = position ?? elements.at(-1);
    this.#faults.add({
      path: `${this.#paths.of(elements)}${part}`,
      position: at === undefined ? { line: 1, column: 1 } : positionOf(at),
      message: `${what} (${cite(clause, this.version)}). ${advice}`,
      clause,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
    });
  }
}
