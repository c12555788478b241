import type { Position } from './model.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';

const NONE: readonly never[] = Object.freeze([]);

/** More names than any language has are no names that come again. */
const MOST_NAMES = 10_000;

/** An element that is read but not yet closed. */
export interface OpenElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly line: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Building extends OpenElement {
  readonly element: Mutable<XmlElement>;
  /** Where its children begin among those that wait for their parent to be closed. */
  readonly firstChild: number;
}

/** The name of a start tag, as written and without its prefix. */
interface TagName {
  readonly text: string;
  readonly local: string;
}

/** Puts elements together in the order in which a parser tells of them. */
export class XmlTreeBuilder {
  readonly #open: Building[] = [];
  /** The children of open elements, those of the outermost first: so many of what the list holds. */
  readonly #waiting: XmlElement[] = [];
  #waitingCount = 0;
  readonly #names = new Map<string, string>();
  #root: XmlElement | undefined;

  /** The root element; complete once nothing is open. */
  get root(): XmlElement | undefined {
    return this.#root;
  }

  /** The elements that are open now, outermost first. */
  get open(): readonly OpenElement[] {
    return this.#open;
  }

  /** The one string that stands for all that are equal to it: it is kept once, and quickly compared. */
  same(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (this.#names.size < MOST_NAMES) this.#names.set(name, name);
    return name;
  }

  openElement(
    { text, local }: TagName,
    namespace: string,
    attributes: readonly XmlAttribute[],
    line: number,
    column: number,
  ): void {
    const element = {
      name: local,
      namespace,
      attributes: attributes.length === 0 ? NONE : attributes,
      children: NONE,
      text: '',
      textPosition: undefined,
      line,
      column,
    };
    this.#adopt(element);
    this.#root ??= element;
    this.#open.push({ name: text, line, element, firstChild: this.#waitingCount });
  }

  closeElement(): OpenElement | undefined {
    const closed = this.#open.pop();
    if (closed === undefined || closed.firstChild === this.#waitingCount) return closed;
    closed.element.children = this.#waiting.slice(closed.firstChild, this.#waitingCount);
    this.#waitingCount = closed.firstChild;
    return closed;
  }

  /** True when the open element has text so far that is more than blanks. */
  get hasText(): boolean {
    return this.#open.at(-1)?.element.textPosition !== undefined;
  }

  /** Adds blanks to the open element; between child elements they count for nothing. */
  addBlanks(text: string): void {
    const parent = this.#open.at(-1);
    if (parent === undefined || parent.firstChild < this.#waitingCount) return;
    parent.element.text += text;
  }

  /** Adds text to the open element. True when it came to what was there before. */
  addText(text: string, position: Position): boolean {
    const element = this.#open.at(-1)?.element;
    if (element === undefined) return false;
    const isContinued = element.text !== '';
    element.text += text;
    element.textPosition ??= position;
    return isContinued;
  }

  #adopt(child: XmlElement): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    if (parent.element.textPosition === undefined) parent.element.text = '';
    this.#waiting[this.#waitingCount] = child;
    this.#waitingCount += 1;
  }
}
