import type { Position } from './model.js';

/** Why a document is not well-formed, and where: the first fault, since what follows it cannot be trusted. */
export interface XmlFault extends Position {
  /** What is wrong, what was expected and what to do, in one or two sentences. */
  readonly message: string;
}
