import type { Location } from './finding.js';

/** Where something stands in a file; nothing when its line is not known, as in a metadata report. */
export function locate(
  file: string,
  { line, column }: { readonly line?: number; readonly column?: number },
): Location | undefined {
  return line === undefined || column === undefined ? undefined : { file, line, column };
}
