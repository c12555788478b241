import { ConfigurationError } from '../core/errors.js';

const VERSION = /^\d{1,4}\.\d{1,4}$/;

/** Whether a text has the form of a Data Dictionary version, such as `2.0`. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * Refuses what is no Data Dictionary version. The version is also the name of a folder, so nothing else may pass.
 *
 * @throws ConfigurationError
 */
export function requireVersion(text: string): void {
  if (isVersion(text)) return;
  throw new ConfigurationError(`"${text}" is not a Data Dictionary version.`, {
    advice: 'A version is two numbers with a dot between them, such as 2.0.',
  });
}

/** Orders versions by their numbers: `2.9` before `2.10`. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
