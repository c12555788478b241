type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The offset at which a text stops being JSON (RFC 8259): the first character that cannot stand where it does, or the
 * end of the text when it is cut short. `undefined` for valid JSON. Takes one pass and no recursion.
 */
export function jsonErrorOffset(text: string): number | undefined {
  return new JsonScanner(text).scan();
}

class JsonScanner {
  readonly #text: string;
  readonly #closers: ('}' | ']')[] = [];
  #expected: Expected = 'value';
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): number | undefined {
    this.#skipBlanks();
    while (this.#at < this.#text.length) {
      if (!this.#step(this.#text.charAt(this.#at))) return this.#at;
      this.#skipBlanks();
    }
    return this.#expected === 'nothing' ? undefined : this.#at;
  }

  /** Reads one token. False when it cannot stand here; the scanner then stays at it. */
  #step(first: string): boolean {
    switch (this.#expected) {
      case 'nothing':
        return false;
      case 'colon':
        return first === ':' && this.#take('value');
      case 'comma or end':
        return first === ','
          ? this.#take(this.#closers.at(-1) === '}' ? 'key' : 'value')
          : this.#close(first);
      case 'key':
      case 'key or }':
        if (first === '"') return this.#string('colon');
        return this.#expected === 'key or }' && this.#close(first);
      default:
        return (this.#expected === 'value or ]' && this.#close(first)) || this.#value(first);
    }
  }

  #take(next: Expected): true {
    this.#at += 1;
    this.#expected = next;
    return true;
  }

  #value(first: string): boolean {
    if (first === '{' || first === '[') {
      this.#closers.push(first === '{' ? '}' : ']');
      return this.#take(first === '{' ? 'key or }' : 'value or ]');
    }
    if (first === '"') return this.#string(this.#afterValue());
    LITERAL.lastIndex = this.#at;
    if (!LITERAL.test(this.#text)) return false;
    this.#at = LITERAL.lastIndex;
    this.#expected = this.#afterValue();
    return true;
  }

  #close(first: string): boolean {
    if (first !== this.#closers.at(-1)) return false;
    this.#closers.pop();
    return this.#take(this.#afterValue());
  }

  #afterValue(): Expected {
    return this.#closers.length === 0 ? 'nothing' : 'comma or end';
  }

  #string(next: Expected): boolean {
    for (this.#at += 1; this.#at < this.#text.length; ) {
      const character = this.#text.charAt(this.#at);
      if (character === '"') return this.#take(next);
      if (character < ' ') return false;
      if (character !== '\\') this.#at += 1;
      else if (!this.#escape()) return false;
    }
    return false;
  }

  #escape(): boolean {
    ESCAPE.lastIndex = this.#at;
    if (!ESCAPE.test(this.#text)) return false;
    this.#at = ESCAPE.lastIndex;
    return true;
  }

  #skipBlanks(): void {
    while (' \t\r\n'.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at += 1;
  }
}
