import type { PayloadSource } from '../common-format/input/payload-source.js';
import { Tokenizer } from '../json/tokenizer.js';
import { PayloadFileFaults } from './payload-file-faults.js';
import { type PayloadFileJob, PayloadFileReader } from './payload-file-reader.js';

/** Validates files of any size, one after the other. What is wrong with one does not keep others from being read. */
export class PayloadFileValidator {
  readonly faults = new PayloadFileFaults();
  readonly #job: PayloadFileJob & { readonly failFast: boolean };
  readonly #tokenizer = new Tokenizer();

  /** @param job with `failFast`, it stops at the first batch with an error */
  constructor(job: PayloadFileJob & { readonly failFast: boolean }) {
    this.#job = job;
  }

  /** True when `failFast` has stopped it. */
  get hasStopped(): boolean {
    return this.#job.failFast && (this.faults.brokenCount > 0 || this.#job.assessment.hasErrors);
  }

  /** @throws InterruptedError */
  async validate(file: PayloadSource): Promise<void> {
    const desk = { ...this.#job, faults: this.faults, tokenizer: this.#tokenizer };
    await new PayloadFileReader(file, desk).read(() => this.hasStopped);
  }
}
