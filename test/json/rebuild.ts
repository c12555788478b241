import { NodeKind } from '../../src/json/node-kind.js';
import type { Tape } from '../../src/json/tape.js';
import { keyOf, textOf } from '../../src/json/text-of.js';

/** The value that a tape stands for, as JSON.parse gives it. */
export function rebuild(tape: Tape, node = 0): unknown {
  switch (tape.kind(node)) {
    case NodeKind.null:
      return null;
    case NodeKind.false:
      return false;
    case NodeKind.true:
      return true;
    case NodeKind.number:
      return Number(textOf(tape, node));
    case NodeKind.string:
      return textOf(tape, node);
    case NodeKind.array:
      return childrenOf(tape, node).map((child) => rebuild(tape, child));
    case NodeKind.object:
      return rebuildObject(tape, node);
  }
}

/** The nodes of the items or members of a node. */
export function childrenOf(tape: Tape, node: number): readonly number[] {
  const children: number[] = [];
  for (let child = node + 1; child < tape.next(node); child = tape.next(child)) children.push(child);
  return children;
}

function rebuildObject(tape: Tape, node: number): object {
  const object = {};
  for (const child of childrenOf(tape, node)) {
    Object.defineProperty(object, keyOf(tape, child), {
      value: rebuild(tape, child),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}
