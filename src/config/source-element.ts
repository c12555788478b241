/** A text of the file, and the line on which it starts. */
export interface SourceText {
  readonly text: string;
  readonly line: number;
}

/** An attribute; its line is that of its name. */
export interface SourceAttribute extends SourceText {
  readonly name: string;
}

/** An element with what a configuration needs of it. Namespaces are left out: local names say what is meant. */
export interface SourceElement {
  readonly name: string;
  readonly line: number;
  /** Those without a prefix: namespace declarations and `xsi:…` are none of ours. */
  readonly attributes: readonly SourceAttribute[];
  readonly children: readonly SourceElement[];
  /** The character data directly inside, CDATA included. */
  readonly content: SourceText;
}

interface Building extends SourceElement {
  readonly attributes: SourceAttribute[];
  readonly children: SourceElement[];
  content: SourceText;
  isBlank: boolean;
}

/** Puts elements together in the order in which a parser tells of them. */
export class SourceElements {
  readonly #open: Building[] = [];
  #root: SourceElement | undefined;
  #closedLine: number | undefined;

  get root(): SourceElement | undefined {
    return this.#root;
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** The line of the innermost open element. */
  get openLine(): number | undefined {
    return this.#open.at(-1)?.line;
  }

  /** The line of the element that was closed last. */
  get closedLine(): number | undefined {
    return this.#closedLine;
  }

  open(name: string, line: number, attributes: readonly SourceAttribute[]): void {
    const element = {
      name,
      line,
      attributes: [...attributes],
      children: [],
      content: { text: '', line },
      isBlank: true,
    };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
    this.#open.push(element);
  }

  close(): void {
    this.#closedLine = this.#open.pop()?.line;
  }

  /** Adds text to the innermost open element. Its content begins where the first text does that is not blank. */
  addText(added: string, line: number): void {
    const element = this.#open.at(-1);
    if (element === undefined) return;
    const { text, line: before } = element.content;
    const isFirst = element.isBlank && added.trim() !== '';
    element.content = { text: text + added, line: isFirst ? line : before };
    element.isBlank &&= !isFirst;
  }
}
