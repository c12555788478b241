import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { compareInstants, type Instant, parseInstant, type Timestamp } from './instant.js';

/** The earliest and the latest of timestamps, as they were received. */
export class DateRange {
  #low: Timestamp | undefined;
  #high: Timestamp | undefined;
  #hasMoved = false;

  get low(): Timestamp | undefined {
    return this.#low;
  }

  get high(): Timestamp | undefined {
    return this.#high;
  }

  /**
   * Takes a timestamp in.
   *
   * @param node where it stands
   * @param instant what it means
   */
  add(tape: Tape, node: number, instant: Instant): void {
    if (isBeyond(tape, node, instant, this.#low, -1)) {
      this.#low = timestampAt(tape, node, instant);
      this.#hasMoved = true;
    }
    if (isBeyond(tape, node, instant, this.#high, 1)) {
      this.#high = timestampAt(tape, node, instant);
      this.#hasMoved = true;
    }
  }

  /** Writes the range if it has moved since it was written last. */
  write(writer: ByteWriter): void {
    writer.count(this.#hasMoved ? 1 : 0);
    if (!this.#hasMoved) return;
    writer.text(this.#low?.text ?? '');
    writer.text(this.#high?.text ?? '');
    this.#hasMoved = false;
  }

  read(reader: ByteReader): void {
    if (reader.count() === 0) return;
    this.#low = readTimestamp(reader);
    this.#high = readTimestamp(reader);
  }
}

/** The timestamp in a node, to be kept. */
export function timestampAt(tape: Tape, node: number, { seconds, picoseconds }: Instant): Timestamp {
  return { text: textOf(tape, node), instant: { seconds, picoseconds } };
}

/** Of two writings of one instant the smaller text counts: what came first must not matter. */
function isBeyond(
  tape: Tape,
  node: number,
  instant: Instant,
  end: Timestamp | undefined,
  direction: 1 | -1,
): boolean {
  if (end === undefined) return true;
  const order = compareInstants(instant, end.instant) * direction;
  return order > 0 || (order === 0 && textOf(tape, node) < end.text);
}

function readTimestamp(reader: ByteReader): Timestamp | undefined {
  const text = reader.text();
  const instant = parseInstant(text);
  return instant === undefined ? undefined : { text, instant };
}
