import type { Position } from '../model.js';
import type { Clause } from './clauses.js';

/** Something that the structure of CSDL does not allow. */
export interface StructureFault {
  /** The path of names to it; no two faults of a document have the same. */
  readonly path: string;
  readonly position: Position;
  /** What is wrong, where the standard says so, and what to do. */
  readonly message: string;
  readonly clause: Clause;
  readonly expected?: string;
  readonly found?: string;
}

/** A document with more faults than this is told of no more: it is not what was meant, or it is hostile. */
const MOST = 100_000;
/** All paths and messages together, in UTF-16 units: hostile names make long ones. */
const MOST_TEXT = 100_000_000;

/** Keeps the faults of one document. */
export class FaultList {
  readonly #faults: StructureFault[] = [];
  readonly #paths = new Set<string>();
  readonly #most: number;
  #untold = 0;
  #text = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** Counts one more fault. False when there are too many to keep it. */
  hasRoom(): boolean {
    if (this.#faults.length < this.#most && this.#text < MOST_TEXT) return true;
    this.#untold += 1;
    return false;
  }

  add(fault: StructureFault): void {
    this.#text += fault.path.length + fault.message.length;
    this.#faults.push({ ...fault, path: this.#unique(fault.path) });
  }

  /** In the order of the document. */
  get inOrder(): readonly StructureFault[] {
    return this.#faults.toSorted(
      ({ position: a }, { position: b }) => a.line - b.line || a.column - b.column,
    );
  }

  /** How many faults more there are than are kept. */
  get untold(): number {
    return this.#untold;
  }

  /** Names from a document may hold what joins a path, and so make two of them alike. */
  #unique(path: string): string {
    let unique = path;
    for (let count = 2; this.#paths.has(unique); count++) unique = `${path}[${count}]`;
    this.#paths.add(unique);
    return unique;
  }
}
