import type { Location } from '../../core/finding.js';
import { NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import { InferredType } from './inferred-type.js';
import { redactSample } from './redact-sample.js';

const MOST_SAMPLES = 2;
/** Of so many values samples are looked for: those of a flag all look the same. */
const MOST_LOOKED_AT = 100;

/** A field that the dictionary does not have, in all payloads of its resource. */
export class LocalField {
  readonly type = new InferredType();
  /** Redacted, no two alike. */
  readonly samples: string[] = [];
  /** How often it came with a value. */
  count = 0;

  constructor(
    readonly resource: string,
    readonly name: string,
    /** Where it was met first. */
    readonly location: Location,
  ) {}

  add(tape: Tape, node: number): void {
    if (tape.kind(node) === NodeKind.null) return;
    this.count += 1;
    this.type.add(tape, node);
    if (this.samples.length < MOST_SAMPLES && this.count <= MOST_LOOKED_AT) this.#sample(tape, node);
  }

  #sample(tape: Tape, node: number): void {
    const sample = redactSample(textOf(tape, node));
    if (!this.samples.includes(sample)) this.samples.push(sample);
  }
}
