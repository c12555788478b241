import type { RunEnvironment } from './environment.js';

/**
 * Tells of names beside a list of records that are no annotations: they may be of a record that somebody put there by mistake.
 *
 * @param names those that came first; nothing is told when there are none
 */
export function tellStrangers(
  path: string,
  names: ReadonlySet<string>,
  { onEvent }: Pick<RunEnvironment, 'onEvent'>,
): void {
  if (names.size === 0) return;
  const quoted = [...names].map((name) => `"${name}"`).join(', ');
  const message = `${path}: beside the list "value" stands ${quoted}, which is no annotation and was passed over`;
  onEvent({ type: 'notice', message });
}
