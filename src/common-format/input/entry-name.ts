import { type Entry, getFileNameLowLevel, validateFileName } from 'yauzl';

/** The name of an entry: UTF-8 or code page 437, as its flags say, with slashes between folders. */
export function entryName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

/** Why a name is no name of a file inside the archive; nothing for one that is (ZIP File Format, 4.4.17). */
export function nameFault(name: string): string | undefined {
  if (validateFileName(name) !== null) return 'its name leads out of the archive';
  return name === '' || name.includes('\0') ? 'it has no proper name' : undefined;
}
