import { isSimpleIdentifier } from './simple-identifier.js';

/**
 * The values in a text that stands for a String List, Multi (RCP-25): the text itself where that is a value, else what
 * stands between its commas, blanks aside, if each part can be a LegacyODataValue or is known. Values of people hold
 * commas too: `Near school, quiet street` is one.
 */
export function listedValues(text: string, isKnown: (value: string) => boolean): readonly string[] {
  if (!text.includes(',') || isKnown(text)) return [text];
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => isSimpleIdentifier(part) || isKnown(part))
    ? parts
    : [text];
}
