import { fileSource } from './file-source.js';
import type { FoundInput, ListedInput } from './payload-source.js';
import { zipInputs } from './zip-inputs.js';

/** What a listed input holds: itself, or what is in the archive. */
export async function* openInput(listed: ListedInput): AsyncGenerator<FoundInput> {
  if (listed.kind === 'zip') yield* zipInputs(listed.path, listed.size);
  else if (listed.kind === 'file') {
    const { path, format, size } = listed;
    yield { kind: 'source', source: fileSource(path, format, size) };
  } else yield listed;
}
