/**
 * What a context URL says of `$select` (OData Protocol 4.01, section 10.7): `Property(ListPrice,Media(MediaKey))` selects in
 * Property and in its Media, `Property(Media())` nowhere.
 */
export class SelectList {
  /** Nothing was selected, there or in expansions: records are whole. */
  static readonly none = new SelectList(false, new Map());

  private constructor(
    /** Some fields were picked, so that others may be absent. */
    readonly isPicked: boolean,
    private readonly nested: ReadonlyMap<string, SelectList>,
  ) {}

  /** Reads the list of a context: all between its first parenthesis and the one that closes it. */
  static parse(list: string): SelectList {
    return new ListReader(list).read();
  }

  /** Reads the list of a context URL, which may stand behind a type cast; nothing is selected where it has none. */
  static inContext(url: string): SelectList {
    const [, list] = /#[^(]+\((.*)$/.exec(url) ?? [];
    return list === undefined ? SelectList.none : SelectList.parse(list);
  }

  /** Makes a list. */
  static of(isPicked: boolean, nested: ReadonlyMap<string, SelectList>): SelectList {
    return isPicked || nested.size > 0 ? new SelectList(isPicked, nested) : SelectList.none;
  }

  /** The list for what a field holds. */
  of(field: string): SelectList {
    return this.nested.get(field) ?? SelectList.none;
  }
}

const MOST_NESTING = 50;

class ListReader {
  #at = 0;
  #depth = 0;

  constructor(private readonly list: string) {}

  read(): SelectList {
    const nested = new Map<string, SelectList>();
    let isPicked = false;
    this.#depth += 1;
    while (this.#at < this.list.length) {
      const name = this.#name();
      const stop = this.list.charAt(this.#at);
      this.#at += 1;
      if (stop === '(' && this.#depth < MOST_NESTING) nested.set(name, this.read());
      else if (name !== '') isPicked = true;
      if (stop === ')') break;
    }
    this.#depth -= 1;
    return SelectList.of(isPicked, nested);
  }

  /** A name or path; the `+` of recursive expansions belongs to no name. */
  #name(): string {
    const start = this.#at;
    while (this.#at < this.list.length && !'(),'.includes(this.list.charAt(this.#at))) this.#at += 1;
    return this.list.slice(start, this.#at).trim().replace(/\+$/, '');
  }
}
