import { shorten } from '../core/shorten.js';

/** A text from the document as messages quote it: in quotation marks, and shortened. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}
