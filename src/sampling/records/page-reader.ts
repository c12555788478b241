import { BYTE_ORDER_MARK } from '../../json/byte-order-mark.js';
import { NodeKind } from '../../json/node-kind.js';
import { Shape } from '../../json/shape.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import { Tokenizer } from '../../json/tokenizer.js';
import type { Page, PageFault } from './page.js';
import { memberAt } from './record-identity.js';
import type { RecordModel } from './record-model.js';

/** The names of an answer's members (OData JSON Format 4.01, section 4.5); each of the short forms after the long one. */
const CONTEXT = ['@odata.context', '@context'];
const COUNT = ['@odata.count', '@count'];
const NEXT_LINK = ['@odata.nextLink', '@nextLink'];
const VALUE = 'value';
const MEMBERS = [...CONTEXT, ...COUNT, ...NEXT_LINK, VALUE];

/**
 * Reads pages of records onto one tape, which each page overwrites. Nothing is counted: a page may be read to see whether
 * it is one, and be asked for again if not.
 */
export class PageReader {
  readonly #tokenizer = new Tokenizer();
  readonly #answers = new Map<RecordModel, Shape>();

  /** Reads an answer to a request for records of a model (OData JSON Format, section 13). */
  read(bytes: Uint8Array, model: RecordModel): Page | PageFault {
    const answer = this.#answerOf(model);
    const { text, hasMark } = withoutMark(bytes);
    const json = this.#tokenizer.tokenize(text, answer);
    if (json !== undefined) {
      const { message, line, column } = json;
      return { kind: 'fault', message: `it is no JSON: ${message}, at line ${line}, column ${column}`, json };
    }
    const { tape } = this.#tokenizer;
    const value = memberAt(tape, 0, MEMBERS.indexOf(VALUE));
    if (value < 0 || tape.kind(value) !== NodeKind.array)
      return fault('it is no JSON object with a list "value"');
    const records = itemsOf(tape, value);
    const stranger = records.findIndex((record) => tape.kind(record) !== NodeKind.object);
    if (stranger >= 0) return fault(`item ${stranger + 1} of its list "value" is no object`);
    return {
      kind: 'page',
      model,
      tape,
      records,
      ...(hasMark ? { hasByteOrderMark: true } : {}),
      ...annotationsOf(tape),
    };
  }

  #answerOf(model: RecordModel): Shape {
    const known = this.#answers.get(model);
    if (known !== undefined) return known;
    const answer = new Shape('', MEMBERS);
    answer.nest(MEMBERS.indexOf(VALUE), model.shape);
    this.#answers.set(model, answer);
    return answer;
  }
}

/** The text without the byte order mark that some servers put before it, which parsers may pass over (RFC 8259, 8.1). */
function withoutMark(bytes: Uint8Array): { text: Uint8Array; hasMark: boolean } {
  const hasMark = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte);
  return { text: hasMark ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes, hasMark };
}

function fault(message: string): PageFault {
  return { kind: 'fault', message };
}

function itemsOf(tape: Tape, array: number): Int32Array {
  const items = new Int32Array(tape.size(array));
  let item = array + 1;
  for (let index = 0; index < items.length; index++) {
    items[index] = item;
    item = tape.next(item);
  }
  return items;
}

function annotationsOf(tape: Tape): Pick<Page, 'count' | 'nextLink' | 'context'> {
  const count = countOf(tape, annotation(tape, COUNT));
  const nextLink = annotation(tape, NEXT_LINK);
  const context = annotation(tape, CONTEXT);
  return {
    ...(count === undefined ? {} : { count }),
    // Some servers end with an empty link instead of none.
    ...(tape.kinds[nextLink] === NodeKind.string && !tape.isEmpty(nextLink)
      ? { nextLink: textOf(tape, nextLink) }
      : {}),
    ...(tape.kinds[context] === NodeKind.string ? { context: textOf(tape, context) } : {}),
  };
}

/** The node of the first of these names that is there, or -1. */
function annotation(tape: Tape, names: readonly string[]): number {
  return names.map((name) => memberAt(tape, 0, MEMBERS.indexOf(name))).find((node) => node >= 0) ?? -1;
}

function countOf(tape: Tape, node: number): number | undefined {
  if (node < 0) return undefined;
  const kind = tape.kind(node);
  if (kind !== NodeKind.number && kind !== NodeKind.string) return undefined;
  const text = textOf(tape, node);
  const count = kind === NodeKind.number || /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
