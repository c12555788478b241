import { readBatchEntry } from './batch-entry.js';
import type { ServerConfiguration } from './connection.js';
import { type CredentialFlags, credentialsOfEnvironment, credentialsOfFlags } from './credentials.js';
import type { Environment } from './environment.js';
import { checkFolderName } from './folder-name.js';
import { JsonObject } from './json-object.js';
import { type JsonNode, readJsonSource } from './json-source.js';
import { serverConfiguration } from './server-configuration.js';
import { errorAt } from './source-error.js';

/** Templates of RESO's tool say in the first two what they are; neither changes a run. */
const KEYS = ['description', 'version', 'providerUoi', 'configs'];

/**
 * The recipients of a batch file, in the shape that RESO's own tool reads. Blank credentials of an entry come from the
 * environment.
 *
 * @param file the name of the file, for errors
 * @param flags credentials that beat those of every entry
 * @throws ConfigurationError with file and line
 */
export function readBatch(
  text: string,
  file: string,
  environment: Environment,
  flags: CredentialFlags = {},
): ServerConfiguration {
  const batch = new JsonObject(readJsonSource(text, file), 'the batch', KEYS, file, environment);
  const providerUoi = checkFolderName(batch.required('providerUoi'));
  const context = {
    file,
    environment,
    providerUoi,
    flags: credentialsOfFlags(flags),
    variables: credentialsOfEnvironment(environment),
  };
  const entries = entriesOf(batch, file).map((node) => readBatchEntry(node, context));
  assertApart(entries, file);
  return serverConfiguration({
    recipients: entries.map(({ recipient }) => recipient),
    isBatch: true,
    filledIn: entries.flatMap(({ secrets }) => secrets),
  });
}

function entriesOf(batch: JsonObject, file: string): readonly JsonNode[] {
  const configs = batch.member('configs');
  if (configs === undefined)
    throw errorAt(file, batch.line, '"configs" is missing.', 'Give an array of recipients.');
  if (configs.kind !== 'array') throw errorAt(file, configs.line, '"configs" must be an array.');
  if (configs.items.length === 0)
    throw errorAt(file, configs.line, '"configs" is empty.', 'Give at least one recipient.');
  return configs.items;
}

/** Two entries with one folder would overwrite each other; some file systems do not tell capital letters apart. */
function assertApart(entries: readonly ReturnType<typeof readBatchEntry>[], file: string): void {
  const lines = new Map<string, number>();
  for (const { recipient, line } of entries) {
    const folder = JSON.stringify([recipient.providerUsi, recipient.recipientUoi]).toLowerCase();
    const before = lines.get(folder);
    if (before !== undefined) {
      throw errorAt(
        file,
        line,
        `The providerUsi and recipientUoi of this entry are those of the entry on line ${before}, so both would write into one folder.`,
        'Correct or remove one of them.',
      );
    }
    lines.set(folder, line);
  }
}
