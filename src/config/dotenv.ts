import { parseEnv } from 'node:util';
import type { Environment } from './environment.js';

/** A line that is no assignment is taken by Node's parser for the beginning of the next name. */
const LAST_LINE = /(?:^|\n)([A-Za-z_][A-Za-z0-9_.-]*)$/;

/** The variables that the text of a `.env` file sets. Takes any text; what is no assignment is passed over. */
export function readDotenv(text: string): Environment {
  const variables: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(parseEnv(text.replace(/^\uFEFF/, '')))) {
    const [, own] = LAST_LINE.exec(name) ?? [];
    if (own !== undefined && value !== undefined) variables[own] = value;
  }
  return Object.freeze(variables);
}

/** The environment of a run: what the process was started with beats `.env`. */
export function withDotenv(environment: Environment, dotenv: string | undefined): Environment {
  const variables: Record<string, string | undefined> = Object.create(null);
  return Object.freeze(Object.assign(variables, dotenv === undefined ? {} : readDotenv(dotenv), environment));
}
