import { join } from 'node:path';
import type { Recipient } from '../config/connection.js';

/**
 * The result folder of a recipient: `data-dictionary-<version>/<providerUoi>-<providerUsi>/<recipientUoi>/current` under
 * `out` when the configuration names the organisations. Otherwise `out` itself for a single recipient, and a numbered
 * folder for one of many.
 */
export function recipientFolder(
  out: string,
  version: string,
  { providerUoi, providerUsi, recipientUoi }: Recipient,
  place: { readonly index: number; readonly of: number },
): string {
  if (providerUoi !== undefined && providerUsi !== undefined && recipientUoi !== undefined) {
    return join(out, `data-dictionary-${version}`, `${providerUoi}-${providerUsi}`, recipientUoi, 'current');
  }
  return place.of === 1
    ? out
    : join(out, `data-dictionary-${version}`, `recipient-${place.index + 1}`, 'current');
}
