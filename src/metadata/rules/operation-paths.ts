import type { MetadataModel, Operation } from '../model.js';
import { schemaPath } from '../subjects.js';

/** The overloads of a document with their paths: `Schema[ns]/Function[Likes]`, the second one `…[Likes][2]`. */
export function* operationPaths(model: MetadataModel): Generator<readonly [Operation, string]> {
  const seen = new Map<string, number>();
  for (const operation of model.operations) {
    const path = schemaPath(operation.kind, operation.qualifiedName);
    const number = (seen.get(path) ?? 0) + 1;
    seen.set(path, number);
    yield [operation, number === 1 ? path : `${path}[${number}]`];
  }
}
