import { type DecodedView, viewsOf } from './decoded-views.js';
import { NeedleIndex, type TextRange } from './needle-index.js';
import { isLongEnough, needlesOf, whereItStandsAlone } from './secret-needles.js';
import { isSensitiveKey, redactPlaces } from './sensitive-places.js';

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

// Long texts are looked at in pieces, so that the decoded views of them stay small.
const PIECE = 256 * 1024;
// One character of a secret can be as long as `%25F0%259F%2598%2580` or `&amp;#x1F600;`.
const LONGEST_SPELLING = 24;
const REMEMBERED_LENGTH = 200;
const REMEMBERED = 10_000;
const HALF_ESCAPE = /(?:%(?:25)?[0-9a-f]?|\\{1,3}(?:u[0-9a-f]{0,3})?|&[#a-z0-9;]{0,12})$/i;

/**
 * Takes the secrets out of texts before they reach any file, terminal or log. A secret is found as it is,
 * percent-encoded, form-encoded, Base64 and Base64url (also inside a longer Base64 text), JSON-escaped and
 * XML-escaped, and in two of these on top of each other. What stands in places for credentials (`Authorization` and
 * cookie headers, the user in a URL, parameters such as `access_token`) goes too, known or not.
 *
 * Secrets of up to three characters are only taken out where they stand as a whole value: between quotes, after `=`,
 * after `Bearer`, or alone. Replaced anywhere they would make every text unreadable.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  readonly #needles = new NeedleIndex();
  readonly #short: string[] = [];
  #hasBlank = false;
  #overlap = 0;

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) this.add(secret);
  }

  /** Learns a secret; blank ones are passed over. White space around it does not count. */
  add(secret: string): void {
    const trimmed = secret.trim();
    if (trimmed === '' || this.#secrets.has(trimmed)) return;
    this.#secrets.add(trimmed);
    this.#hasBlank ||= trimmed.includes(' ');
    this.#overlap = Math.max(this.#overlap, trimmed.length * LONGEST_SPELLING);
    if (!isLongEnough(trimmed)) this.#short.push(trimmed);
    else for (const needle of needlesOf(trimmed)) this.#needles.add(needle);
  }

  /** True while no secret is known. */
  get isEmpty(): boolean {
    return this.#secrets.size === 0;
  }

  /** True for a text that holds a known secret, in whatever spelling. */
  holdsSecret(text: string): boolean {
    return this.#withoutSecrets(text) !== text;
  }

  /** The text without secrets, in time linear in its length. For JSON that must stay JSON see `redactJson`. */
  redact(text: string): string {
    return redactPlaces(this.#withoutSecrets(text), REDACTED);
  }

  /** The same value with every string in it redacted, names of members too. For plain JSON values. */
  redactJson<T>(value: T): T {
    return this.#redactValue(value, new Map()) as T;
  }

  /**
   * The first characters of a text, redacted, so that no half of a secret stays at its end. `isCut` says that the
   * text itself is only the beginning of something.
   */
  excerpt(text: string, limit: number, isCut = false): string {
    const beginning = text.slice(0, 2 * limit + this.#overlap);
    const isWhole = !isCut && beginning.length === text.length;
    return this.redact(isWhole ? beginning : this.#withoutHalf(beginning)).slice(0, limit);
  }

  #redactValue(value: unknown, known: Map<string, string>): unknown {
    if (typeof value === 'string') return this.#redactOnce(value, known);
    if (Array.isArray(value)) return value.map((item) => this.#redactValue(item, known));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        this.#redactOnce(key, known),
        isSensitiveKey(key) && holdsText(member) ? REDACTED : this.#redactValue(member, known),
      ]),
    );
  }

  /** Names, and many values, come again and again in one document. */
  #redactOnce(text: string, known: Map<string, string>): string {
    if (text.length > REMEMBERED_LENGTH) return this.redact(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const redacted = this.redact(text);
    if (known.size < REMEMBERED) known.set(text, redacted);
    return redacted;
  }

  #withoutSecrets(text: string): string {
    if (this.#secrets.size === 0) return text;
    const ranges: TextRange[] = [];
    for (let start = 0; start < text.length; start += PIECE) {
      const piece = text.slice(start, start + PIECE + this.#overlap);
      for (const range of this.#find(piece)) {
        ranges.push({ start: range.start + start, end: range.end + start });
      }
    }
    return replaceRanges(text, ranges);
  }

  /** A text that was cut off somewhere, without the beginning of a secret at its end. */
  #withoutHalf(cut: string): string {
    const text = cut.replace(HALF_ESCAPE, '');
    const starts = [...viewsOf(text, this.#hasBlank)].map((view) => {
      const start = this.#needles.findBeginning(view.text);
      return start === undefined ? text.length : (view.origins?.[start] ?? start);
    });
    const start = Math.min(...starts);
    return start === text.length ? text : text.slice(0, start) + REDACTED;
  }

  #find(text: string): TextRange[] {
    return [...viewsOf(text, this.#hasBlank)].flatMap((view) => this.#findIn(view));
  }

  #findIn({ text, origins }: DecodedView): TextRange[] {
    const found = [
      ...this.#needles.find(text),
      ...this.#short.flatMap((secret) => whereItStandsAlone(text, secret)),
    ];
    if (origins === undefined) return found;
    return found.map(({ start, end }) => ({ start: origins[start] ?? 0, end: origins[end] ?? 0 }));
  }
}

function holdsText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

function replaceRanges(text: string, ranges: TextRange[]): string {
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let done = 0;
  let isOpen = false;
  for (const { start, end } of ranges) {
    if (!isOpen || start > done) parts.push(text.slice(done, start), REDACTED);
    isOpen = true;
    done = Math.max(done, end);
  }
  return [...parts, text.slice(done)].join('');
}
