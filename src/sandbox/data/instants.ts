const DAY = 86_400;

/** Seconds since 1970, as an Edm.DateTimeOffset in UTC. Whole seconds: the properties declare no precision. */
export function timestampText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The day that an instant is on, as an Edm.Date. */
export function dateText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** So many days before or, with a negative number, after an instant. */
export function daysBefore(seconds: number, days: number): number {
  return seconds - Math.round(days * DAY);
}
