import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../core/errors.js';
import type { EventListener } from '../core/events.js';
import { writeWhole } from '../core/write-whole.js';
import type { Dictionary } from '../dictionary/dictionary.js';
import { serialiseDictionary } from '../dictionary/dictionary-file.js';
import { dictionaryFromSpreadsheet } from '../dictionary/from-spreadsheet.js';
import { FEATURE_HEADER, featureFileName, featureOf } from '../dictionary/gherkin.js';
import { readSpreadsheet } from '../dictionary/spreadsheet.js';
import { requireVersion } from '../dictionary/version.js';

export interface GenerateOptions {
  /** The path of the Data Dictionary spreadsheet (xlsx). */
  readonly spreadsheet: string;
  /** The Data Dictionary version, such as `2.0`. */
  readonly version: string;
  /** The folder that gets or has a folder for each version. */
  readonly out: string;
  readonly onEvent?: EventListener;
}

/** What was made: the folder of the version, and how many of each. */
export interface GenerateResult {
  readonly folder: string;
  readonly resources: number;
  readonly fields: number;
  readonly expansions: number;
  readonly lookups: number;
  readonly lookupValues: number;
  /** What a person should look at, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Makes `<out>/<version>/dictionary.json` and one feature file a resource from a spreadsheet. Nothing is written
 * before all of it is made; each file is written whole, and generated features of resources that are gone are removed.
 *
 * @throws ConfigurationError for a bad version, an unreadable spreadsheet or a folder that cannot be written to
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { spreadsheet, version, out, onEvent } = options;
  requireVersion(version);
  const { dictionary, warnings } = dictionaryFromSpreadsheet(await readSpreadsheet(spreadsheet), version);
  const features = featuresOf(dictionary);
  const folder = join(out, version);
  for (const [name, text] of features) await writeWhole(join(folder, name), text);
  await writeWhole(join(folder, 'dictionary.json'), serialiseDictionary(dictionary));
  for (const name of await removeStale(folder, features)) {
    onEvent?.({ type: 'notice', message: `Removed ${join(folder, name)}: its resource is gone.` });
  }
  return { folder, ...countsOf(dictionary), warnings };
}

/** The texts of the features by file name. */
function featuresOf(dictionary: Dictionary): ReadonlyMap<string, string> {
  const features = new Map<string, string>();
  for (const resource of dictionary.resources) {
    const name = featureFileName(resource.name);
    if (features.has(name)) {
      throw new ConfigurationError(
        `Two resources would share the file ${name}: "${resource.name}" is one of them.`,
        {
          advice: 'Names of resources must differ in more than upper and lower case.',
        },
      );
    }
    features.set(name, featureOf(resource, dictionary));
  }
  return features;
}

/** Removes generated features that were not just written. Features that someone wrote by hand stay. */
async function removeStale(folder: string, written: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const others = entries.filter(
    (entry) => entry.isFile() && entry.name.endsWith('.feature') && !written.has(entry.name),
  );
  const stale: string[] = [];
  for (const { name } of others) {
    const text = await readFile(join(folder, name), 'utf8');
    if (!text.startsWith(FEATURE_HEADER)) continue;
    await rm(join(folder, name));
    stale.push(name);
  }
  return stale;
}

function countsOf({ resources, lookups }: Dictionary) {
  const elements = resources.flatMap((resource) => resource.elements);
  const fields = elements.filter((element) => element.kind === 'field').length;
  return {
    resources: resources.length,
    fields,
    expansions: elements.length - fields,
    lookups: lookups.length,
    lookupValues: lookups.reduce((sum, lookup) => sum + lookup.values.length, 0),
  };
}
