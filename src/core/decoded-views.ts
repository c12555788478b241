/** A text with escapes undone. `origins` gives, for each of its units and its end, the place in the text as it was. */
export interface DecodedView {
  readonly text: string;
  readonly origins?: Uint32Array;
}

/** What an escape stands for, and how many units it takes. */
interface Unescaped {
  readonly stands: string;
  readonly length: number;
}

/** An encoding: the character that each of its escapes begins with, and how to undo the one at a place. */
interface Encoding {
  readonly mark: string;
  readonly undo: (text: string, at: number) => Unescaped | undefined;
}

const JSON_LETTERS = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
  ['\\', '\\'],
]);
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/;
const HEX_QUAD = /^[0-9A-Fa-f]{4}$/;
const ENTITY = /^&(?:([a-z]{2,4})|#(\d{1,8})|#[xX]([0-9A-Fa-f]{1,8}));/;
const LAST_CODE_POINT = 0x10ffff;

const PERCENT: Encoding = { mark: '%', undo: undoPercent };
const JSON_ESCAPES: Encoding = { mark: '\\', undo: undoJson };
const XML_ESCAPES: Encoding = { mark: '&', undo: undoEntity };
const FORM_BLANK: Encoding = { mark: '+', undo: () => ({ stands: ' ', length: 1 }) };

/**
 * The text as it is, and with percent, JSON and XML escapes undone, one or two on top of each other. `withBlanks`
 * also takes `+` as the blank of forms.
 */
export function* viewsOf(text: string, withBlanks: boolean): Generator<DecodedView> {
  const encodings = [PERCENT, JSON_ESCAPES, XML_ESCAPES, ...(withBlanks ? [FORM_BLANK] : [])];
  yield { text };
  for (const outer of encodings) {
    const once = decode(text, outer);
    if (once === undefined) continue;
    yield once;
    for (const inner of encodings) {
      const twice = decode(once.text, inner);
      if (twice !== undefined) yield { text: twice.text, origins: compose(once.origins, twice.origins) };
    }
  }
}

/** The text with all escapes of an encoding undone, or nothing when it has none. */
function decode(text: string, { mark, undo }: Encoding): Required<DecodedView> | undefined {
  let at = text.indexOf(mark);
  if (at === -1) return undefined;
  const view = new ViewBuilder(text);
  while (at !== -1) {
    const found = undo(text, at);
    if (found !== undefined) view.replace(at, found);
    at = text.indexOf(mark, at + (found?.length ?? 1));
  }
  return view.finish();
}

/** No escape stands for more units than it takes, so the origins have room in as many places as the text has. */
class ViewBuilder {
  readonly #parts: string[] = [];
  readonly #origins: Uint32Array;
  #length = 0;
  #copied = 0;

  constructor(private readonly source: string) {
    this.#origins = new Uint32Array(source.length + 1);
  }

  replace(at: number, { stands, length }: Unescaped): void {
    this.#copyTo(at);
    this.#parts.push(stands);
    for (let i = 0; i < stands.length; i += 1) this.#origins[this.#length++] = at;
    this.#copied = at + length;
  }

  finish(): Required<DecodedView> | undefined {
    if (this.#parts.length === 0) return undefined;
    this.#copyTo(this.source.length);
    this.#origins[this.#length] = this.source.length;
    return { text: this.#parts.join(''), origins: this.#origins };
  }

  #copyTo(end: number): void {
    this.#parts.push(this.source.slice(this.#copied, end));
    for (let i = this.#copied; i < end; i += 1) this.#origins[this.#length++] = i;
  }
}

function compose(outer: Uint32Array, inner: Uint32Array): Uint32Array {
  return inner.map((place) => outer[place] ?? 0);
}

function undoPercent(text: string, at: number): Unescaped | undefined {
  const lead = percentByte(text, at);
  if (lead === undefined) return undefined;
  const size = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const bytes = [lead];
  while (bytes.length < size) bytes.push(percentByte(text, at + 3 * bytes.length) ?? 0);
  const decoded = Buffer.from(bytes).toString('utf8');
  // What is no UTF-8 is taken as Latin-1, one byte a character.
  if (size === 1 || decoded.includes('\ufffd')) return { stands: String.fromCharCode(lead), length: 3 };
  return { stands: decoded, length: 3 * size };
}

function percentByte(text: string, at: number): number | undefined {
  const hex = text.slice(at + 1, at + 3);
  return text[at] === '%' && HEX_PAIR.test(hex) ? Number.parseInt(hex, 16) : undefined;
}

function undoJson(text: string, at: number): Unescaped | undefined {
  const letter = text.charAt(at + 1);
  if (letter !== 'u') {
    const stands = JSON_LETTERS.get(letter);
    return stands === undefined ? undefined : { stands, length: 2 };
  }
  const hex = text.slice(at + 2, at + 6);
  return HEX_QUAD.test(hex)
    ? { stands: String.fromCharCode(Number.parseInt(hex, 16)), length: 6 }
    : undefined;
}

function undoEntity(text: string, at: number): Unescaped | undefined {
  const [whole = '', name, decimal, hex] = ENTITY.exec(text.slice(at, at + 12)) ?? [];
  if (whole === '') return undefined;
  if (name !== undefined) {
    const stands = ENTITIES.get(name);
    return stands === undefined ? undefined : { stands, length: whole.length };
  }
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= LAST_CODE_POINT ? { stands: String.fromCodePoint(point), length: whole.length } : undefined;
}
