import type { RunEvent, SampledSequence, SamplingExtent } from '../core/events.js';
import { LiveBlock } from './live-block.js';
import { plainText, waitingText } from './progress-text.js';
import { extentLine, sampledLine, sequenceTitle } from './sampled-line.js';
import type { Terminal } from './terminal.js';

const SECOND_MS = 1000;
const REDRAW_MS = 100;
/** More sequences side by side than are shown. */
const MOST_LINES = 10;

/** A run's progress on a terminal: lines that move, one for each sequence that is under way. */
export class LiveProgress {
  readonly #block: LiveBlock;
  readonly #running = new Map<string, SampledSequence>();
  #status = '';
  #extent: SamplingExtent | undefined;
  #ticking: NodeJS.Timeout | undefined;
  #waiting: (RunEvent & { type: 'waiting' }) | undefined;
  #drawnAt = 0;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(
    terminal: Terminal,
    private readonly now: () => number,
  ) {
    this.#block = new LiveBlock(terminal);
  }

  hear(event: RunEvent): void {
    // Pages that were under way already come also while the others wait.
    if (event.type !== 'sampled') this.#stopWaiting();
    switch (event.type) {
      case 'step started':
        this.#status = `${event.step} …`;
        break;
      case 'step progressed':
        this.#status = `${event.step} ${event.done} of ${event.total}`;
        if (event.done !== event.total && !this.#isDue()) return;
        break;
      case 'step finished':
        this.#status = '';
        this.#extent = undefined;
        this.#running.clear();
        break;
      case 'sampled':
        this.#hearSampled(event.sequence, event.of);
        return;
      case 'waiting':
        this.#waiting = event;
        this.#ticking = setInterval(() => this.#countDown(), SECOND_MS).unref();
        break;
      default:
        this.#block.leave(plainText(event).trimEnd());
    }
    this.#draw();
  }

  #hearSampled(sequence: SampledSequence, of: SamplingExtent): void {
    const title = sequenceTitle(sequence);
    this.#extent = of;
    if (sequence.hasEnded) {
      this.#running.delete(title);
      this.#block.leave(sampledLine(sequence, this.#block.width));
    } else {
      this.#running.set(title, sequence);
      if (!this.#isDue()) return;
    }
    this.#draw();
  }

  #countDown(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = { ...waiting, waitMs: waiting.waitMs - SECOND_MS };
    if (this.#waiting.waitMs < 0) this.#stopWaiting();
    this.#draw();
  }

  #stopWaiting(): void {
    clearInterval(this.#ticking);
    this.#waiting = undefined;
  }

  #isDue(): boolean {
    return this.now() - this.#drawnAt >= REDRAW_MS;
  }

  #draw(): void {
    this.#drawnAt = this.now();
    const lines = [...this.#running.values()].map((one) => sampledLine(one, this.#block.width));
    const more = lines.length - MOST_LINES;
    this.#block.show([
      ...lines.slice(0, MOST_LINES),
      ...(more > 0 ? [`… and ${more} more`] : []),
      ...(this.#extent === undefined ? [this.#status] : [extentLine(this.#extent)]).filter(
        (line) => line !== '',
      ),
      ...(this.#waiting === undefined ? [] : [waitingText(this.#waiting)]),
    ]);
  }
}
