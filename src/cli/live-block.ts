import type { Terminal } from './terminal.js';

const CLEAR_BELOW = '\u001b[J';

/** Lines at the end of a terminal that are written again and again in the same place. */
export class LiveBlock {
  #drawn = 0;

  constructor(private readonly terminal: Pick<Terminal, 'err' | 'columns'>) {}

  /** The characters that a line may have. */
  get width(): number {
    return Math.max(1, (this.terminal.columns() ?? 80) - 1);
  }

  /** Shows these lines in place of those that stand there. Each is cut to the width of the terminal. */
  show(lines: readonly string[]): void {
    const text = lines.map((line) => `${line.slice(0, this.width)}\n`).join('');
    this.terminal.err(`${this.#up()}${text}`);
    this.#drawn = lines.length;
  }

  /** Writes a line that stays, above those that are shown next. */
  leave(line: string): void {
    this.terminal.err(`${this.#up()}${line}\n`);
    this.#drawn = 0;
  }

  /** To the beginning of the lines that were shown, clearing them. */
  #up(): string {
    return this.#drawn === 0 ? '' : `\u001b[${this.#drawn}A\r${CLEAR_BELOW}`;
  }
}
