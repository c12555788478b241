/** What an archive may ask of whoever reads it. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Of an entry, and of all entries together, uncompressed. */
  readonly bytes: number;
  /** How many times as large as its compressed data an entry may be, and all of them together as the archive. */
  readonly ratio: number;
  /** What is smaller does no harm, however well it is compressed. */
  readonly harmlessBytes: number;
  readonly nameBytes: number;
}

/**
 * Deflate makes a thousand times less of nothing at all, and some hundred times less of records that are very much alike:
 * what lies beyond 850 holds no records.
 */
export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 100_000,
  bytes: 2 ** 36,
  ratio: 850,
  harmlessBytes: 8 * 2 ** 20,
  nameBytes: 1024,
};

/** Why data of this size is not unpacked; nothing when it may be. */
export function excessOf(packed: number, unpacked: number, limits: ArchiveLimits): string | undefined {
  if (unpacked > limits.bytes)
    return `it would unpack to ${unpacked} bytes; at most ${limits.bytes} are read`;
  const isLarge = unpacked > limits.harmlessBytes;
  if (!isLarge || unpacked <= packed * limits.ratio) return undefined;
  return `it would unpack to ${unpacked} bytes, more than ${limits.ratio} times its size, as only an archive does that is made to exhaust its reader`;
}
