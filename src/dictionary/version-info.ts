import { cellText } from './cell.js';
import type { Spreadsheet } from './spreadsheet.js';

const SHEET = 'Version Info';
const ENTRY = 'DD Wiki Version';

/**
 * A warning when the spreadsheet's optional `Version Info` sheet states another version than the one asked for.
 * A version that was typed as a number has lost its last zero: `2` is `2.0`.
 */
export function versionWarning(spreadsheet: Spreadsheet, version: string): string | undefined {
  const rows = spreadsheet.sheets.get(SHEET)?.rows ?? [];
  const stated = rows.find(([entry]) => typeof entry === 'string' && entry.trim() === ENTRY)?.[1];
  if (typeof stated !== 'string' && typeof stated !== 'number') return undefined;
  const text = cellText(stated)?.trim();
  if (text === undefined || withMinor(text) === version) return undefined;
  return `sheet "${SHEET}" says that this is version ${text}, and version ${version} was asked for.`;
}

function withMinor(text: string): string {
  return /^\d+$/.test(text) ? `${text}.0` : text;
}
