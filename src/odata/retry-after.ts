const SECONDS = /^\d{1,12}(?:\.\d{1,9})?$/;
// IMF-fixdate and the two obsolete forms of RFC 9110, 5.6.7.
const HTTP_DATE = /^[A-Za-z]{3,9},? [\w -]{6,14} \d{2}:\d{2}:\d{2} (?:GMT|\d{4})$/;

/**
 * How long the header `Retry-After` asks to wait (RFC 9110, 10.2.3), in milliseconds from `now`, or nothing when it is
 * absent or says nothing that can be understood. A date that has passed is 0.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date.getTime() - now.getTime());
}

/** A date as HTTP headers give it, or nothing. */
export function parseHttpDate(text: string): Date | undefined {
  if (!HTTP_DATE.test(text)) return undefined;
  const date = new Date(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
