/** Environment variables by name, as the command line gathers them from the process and from `.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable; nothing when it is unset or blank, as CI systems leave a secret that they withhold. */
export function variableOf(environment: Environment, name: string): string | undefined {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  return value === undefined || value.trim() === '' ? undefined : value;
}
