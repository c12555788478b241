import { distance } from 'fastest-levenshtein';

const FAR = 0.5;

/**
 * The known names that are nearest to a mistyped one, best first, at most `limit`. Case does not count. A name that
 * differs in more than half of its letters, or in more than the share that is given, is not offered.
 */
export function nearestNames(
  typed: string,
  known: Iterable<string>,
  limit = 3,
  far = FAR,
): readonly string[] {
  const wanted = typed.toLowerCase();
  return (
    [...known]
      // So many edits it takes at least: what was typed may be megabytes long.
      .filter((name) => Math.abs(name.length - wanted.length) <= mostEdits(name, wanted, far))
      .map((name) => ({ name, edits: distance(wanted, name.toLowerCase()) }))
      .filter(({ name, edits }) => edits <= mostEdits(name, wanted, far))
      .sort((a, b) => a.edits - b.edits || a.name.localeCompare(b.name, 'en'))
      .slice(0, limit)
      .map(({ name }) => name)
  );
}

/** `Did you mean "A" or "B"?`, or nothing when no known name is near. */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  const names = nearestNames(typed, known);
  return names.length === 0 ? undefined : `Did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
}

function mostEdits(name: string, wanted: string, far: number): number {
  return Math.max(name.length, wanted.length) * far;
}
