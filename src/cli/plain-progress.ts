import type { RunEvent } from '../core/events.js';
import { plainText } from './progress-text.js';
import { extentLine, sampledLine } from './sampled-line.js';

const TELL_EVERY_MS = 10_000;

/** A run's progress where nothing can be written twice in one place: plain lines, one every ten seconds. */
export class PlainProgress {
  #latest: (RunEvent & { type: 'sampled' }) | undefined;
  #ticking: NodeJS.Timeout | undefined;

  /** @param tell writes a text as it is */
  constructor(private readonly tell: (text: string) => void) {}

  hear(event: RunEvent): void {
    if (event.type === 'sampled') {
      this.#latest = event;
      this.#ticking ??= setInterval(() => this.#tellLatest(), TELL_EVERY_MS).unref();
      return;
    }
    if (event.type === 'step finished') this.#stop();
    const text = plainText(event);
    if (text !== '') this.tell(text);
  }

  #tellLatest(): void {
    if (this.#latest === undefined) return;
    const { sequence, of } = this.#latest;
    this.tell(`${extentLine(of)}; ${sampledLine(sequence)}\n`);
  }

  #stop(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#latest = undefined;
  }
}
