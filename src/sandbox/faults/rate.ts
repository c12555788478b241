import { Draws, mix } from '../random.js';

/** How often a fault strikes. */
export type Rate =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'first'; readonly count: number }
  | { readonly kind: 'each'; readonly period: number };

const SHARE = /^(?:0\.\d{1,9}|[01]\.0{1,9})$/;
const COUNT = /^\d{1,9}$/;
const PERIOD = /^1\/([1-9]\d{0,8})$/;

/** The forms of a rate, for help texts. */
export const RATE_FORMS =
  '"all"; "0.2" for a share of the occasions, drawn by the seed; "3" for the first three; "1/10" for each tenth';

/** Reads a rate in one of the {@link RATE_FORMS}; nothing for any other text. */
export function parseRate(text: string): Rate | undefined {
  if (text === 'all') return { kind: 'share', share: 1 };
  if (SHARE.test(text)) return { kind: 'share', share: Number(text) };
  if (COUNT.test(text)) return { kind: 'first', count: Number(text) };
  const [, period] = PERIOD.exec(text) ?? [];
  return period === undefined ? undefined : { kind: 'each', period: Number(period) };
}

/**
 * Whether a fault strikes on an occasion.
 *
 * @param occasion its number, from 0
 * @param seed the chance of this fault
 */
export function strikes(rate: Rate, occasion: number, seed: number): boolean {
  if (rate.kind === 'first') return occasion < rate.count;
  if (rate.kind === 'each') return occasion % rate.period === rate.period - 1;
  return new Draws(mix(seed, occasion)).chance(rate.share);
}
