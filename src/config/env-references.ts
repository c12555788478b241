import { ConfigurationError } from '../core/errors.js';
import { type Environment, variableOf } from './environment.js';

/** `$${` stands for `${` itself; what follows a `${` up to its `}` is looked at afterwards. */
const MARKS = /\$\$\{|\$\{([^{}]*\}?)/g;
const NAME = /^([A-Za-z_][A-Za-z0-9_]*)\}$/;

/** A value after its references to the environment were replaced. */
export interface Replaced {
  readonly text: string;
  /** What came from the environment. */
  readonly inserted: readonly Inserted[];
}

/** A variable and its value. */
export interface Inserted {
  readonly name: string;
  readonly value: string;
}

/**
 * Replaces each `${NAME}` by the variable's value, and `$${` by `${`. What is inserted is not looked at again. Errors
 * name the variable and never the text around it, which may be a secret.
 *
 * @param where the place of the value, for errors
 * @throws ConfigurationError for a variable that is unset or blank, and for `${` without a name and `}`
 */
export function replaceEnvReferences(text: string, environment: Environment, where: string): Replaced {
  const inserted: Inserted[] = [];
  const replaced = text.replace(MARKS, (mark: string, rest: string | undefined) => {
    if (rest === undefined) return mark.slice(1);
    const found = lookUp(NAME.exec(rest)?.[1], environment, where);
    inserted.push(found);
    return found.value;
  });
  return { text: replaced, inserted };
}

/** Writes a text so that `replaceEnvReferences` gives it back unchanged. */
export function escapeEnvReferences(text: string): string {
  return text.replaceAll('${', '$$${');
}

/** The variable that a text refers to, when it is one reference and nothing else. */
export function soleEnvReference(text: string): string | undefined {
  return text.startsWith('${') ? NAME.exec(text.slice(2))?.[1] : undefined;
}

function lookUp(name: string | undefined, environment: Environment, where: string): Inserted {
  if (name === undefined) {
    throw new ConfigurationError(`"\${" is not followed by the name of an environment variable and "}".`, {
      where,
      advice: `Write \${NAME}, or $\${ where "\${" itself is meant.`,
    });
  }
  const value = variableOf(environment, name);
  if (value !== undefined) return { name, value };
  throw new ConfigurationError(`The environment variable ${name} is not set, or blank.`, {
    where,
    advice: `Set it, or put it into .env. Where "\${" itself is meant, write $\${.`,
  });
}
