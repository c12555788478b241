import type { EventListener } from '../../core/events.js';
import type { Time } from '../../odata/time.js';
import type { SamplingState } from './sampling-state.js';
import type { SequenceState } from './sequence-state.js';

/** Tells how far a sequence has come. */
export class SequenceProgress {
  readonly #startedAt: number;
  readonly #recordsBefore: number;
  #errors = 0;

  constructor(
    private readonly sequence: SequenceState,
    private readonly state: SamplingState,
    private readonly time: Time,
    private readonly onEvent: EventListener,
  ) {
    this.#startedAt = time.clock();
    this.#recordsBefore = sequence.distinct;
  }

  /** Says that a request failed, asked again or not. */
  failed(): void {
    this.#errors += 1;
  }

  tell(): void {
    const { sequence, state } = this;
    const { expansion, resource, strategy } = sequence.planned;
    const expected = state.expected(sequence);
    this.onEvent({
      type: 'sampled',
      sequence: {
        resource,
        ...(expansion === undefined ? {} : { expansion }),
        strategy,
        records: sequence.distinct,
        recordsBefore: this.#recordsBefore,
        ...(expected === undefined ? {} : { expected }),
        pages: sequence.pages,
        bytes: sequence.totalBytes,
        responseMs: sequence.totalMs,
        elapsedMs: this.time.clock() - this.#startedAt,
        errors: this.#errors,
        hasEnded: sequence.isOver,
      },
      of: {
        sequences: state.sequences.length,
        ended: state.sequences.filter(({ isOver }) => isOver).length,
      },
    });
  }
}
