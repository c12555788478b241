import type { ScriptRequest } from './connection.js';
import type { Inserted } from './env-references.js';
import type { Environment } from './environment.js';
import type { RawRequest, RawScript } from './resoscript-elements.js';
import { ScriptReferences } from './script-references.js';
import { checkRequestUri } from './service-root.js';
import { placeOf } from './source-error.js';

/** What the requests of a script come to. */
export interface ScriptRequests {
  readonly requests: readonly ScriptRequest[];
  /** Values of parameters and Urls that someone keeps in the environment as a secret. */
  readonly secrets: readonly string[];
}

/** How variables are named that hold a secret, as CI systems guess it too. A shorter value would occur everywhere. */
const SECRET_NAME = /token|secret|password|passwd|credential|key/i;
const SHORTEST_SECRET = 8;

/**
 * The requests of a script, with all references replaced. Every parameter is resolved, also one that no request uses:
 * a circle among them is a mistake wherever it stands.
 *
 * @param settings the settings that there are, by name
 * @throws ConfigurationError with file and line for references that do not resolve, and for a Url that is none then
 */
export function readScriptRequests(
  { parameters, requests }: RawScript,
  file: string,
  environment: Environment,
  settings: ReadonlyMap<string, () => string>,
): ScriptRequests {
  const references = new ScriptReferences({ file, environment, settings, parameters });
  for (const name of parameters.keys()) references.parameter(name);
  const resolved = requests.map((request) => resolve(request, file, references));
  return { requests: resolved, secrets: references.inserted.filter(isSecret).map(({ value }) => value) };
}

function resolve(request: RawRequest, file: string, references: ScriptReferences): ScriptRequest {
  const { requestId, outputFile, url } = request;
  const text = references.resolve(url).trim();
  checkRequestUri({
    name: `The Url of the Request "${requestId}"`,
    where: placeOf(file, url.line),
    read: () => text,
  });
  return { requestId, ...(outputFile === undefined ? {} : { outputFile }), url: text };
}

function isSecret({ name, value }: Inserted): boolean {
  return value.length >= SHORTEST_SECRET && SECRET_NAME.test(name);
}
