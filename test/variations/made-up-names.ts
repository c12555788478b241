/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzAEIOU0129 -/éßﬁ'];

export function pick<T>(from: readonly T[], random: () => number): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}

/** A name of 1 to `longest` letters, some of them no ASCII. */
export function randomName(longest: number, random: () => number): string {
  const length = 1 + Math.floor(random() * longest);
  return Array.from({ length }, () => pick(LETTERS, random)).join('');
}

/** A name with so many letters added, removed, replaced or swapped with their neighbours. */
export function withEdits(name: string, edits: number, random: () => number): string {
  let edited = name;
  for (let edit = 0; edit < edits; edit++) {
    const at = Math.floor(random() * edited.length);
    const [before, after] = [edited.slice(0, at), edited.slice(at + 1)];
    const letter = pick(LETTERS, random);
    edited = pick(
      [
        before + letter + edited.slice(at),
        before + after,
        before + letter + after,
        before + after.slice(0, 1) + edited.slice(at, at + 1) + after.slice(1),
      ],
      random,
    );
  }
  return edited;
}
