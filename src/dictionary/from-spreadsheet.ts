import { deepFreeze } from './deep-freeze.js';
import type { Dictionary } from './dictionary.js';
import { resourcesOf } from './fields-sheet.js';
import { lookupsOf } from './lookups-sheet.js';
import { oddities } from './oddities.js';
import { requiredSheet, type Spreadsheet } from './spreadsheet.js';
import { requireVersion } from './version.js';
import { versionWarning } from './version-info.js';

/**
 * The dictionary of one version from its spreadsheet: the sheets `Fields` and `Lookups`. `warnings` tells what a
 * person should look at and what did not keep the dictionary from being made.
 *
 * @throws ConfigurationError for a sheet, a column or a cell that is missing or cannot be read
 */
export function dictionaryFromSpreadsheet(
  spreadsheet: Spreadsheet,
  version: string,
): { readonly dictionary: Dictionary; readonly warnings: readonly string[] } {
  requireVersion(version);
  const fields = requiredSheet(spreadsheet, 'Fields');
  const { lookups, warnings } = lookupsOf(requiredSheet(spreadsheet, 'Lookups'));
  const dictionary = deepFreeze({ version, resources: resourcesOf(fields), lookups });
  const mismatch = versionWarning(spreadsheet, version);
  return {
    dictionary,
    warnings: [...(mismatch === undefined ? [] : [mismatch]), ...warnings, ...oddities(dictionary)],
  };
}
