import { replaceEnvReferences } from './env-references.js';
import { type Environment, variableOf } from './environment.js';

/**
 * A value that is filled in somewhere, not read yet: its references to the environment count only once the value is
 * needed, so that a flag can stand in for a variable that is not set.
 */
export interface Given {
  /** What the place calls it: `BearerToken`, `--token`. */
  readonly name: string;
  /** Where it stands, for errors: a file and line, a flag, a variable. */
  readonly where: string;
  /** The value, without blanks around it. @throws ConfigurationError for a reference to a variable that is not set */
  readonly read: () => string;
}

/** A value of a file; nothing for a blank one, which counts as not filled in. */
export function fromFile(
  name: string,
  text: string,
  where: string,
  environment: Environment,
): Given | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return { name, where, read: () => replaceEnvReferences(trimmed, environment, where).text.trim() };
}

/** A value of the environment. */
export function fromEnvironment(name: string, environment: Environment): Given | undefined {
  const value = variableOf(environment, name)?.trim();
  return value === undefined ? undefined : { name, where: name, read: () => value };
}
