import type { Draws } from '../random.js';

const FULL = 0.01;
const USUAL = 250;

const SENTENCES: readonly string[] = [
  'Light-filled rooms and a quiet street.',
  'Close to schools, parks and transit.',
  'The kitchen was renewed in 2019: quartz counters, gas range & walk-in pantry.',
  'Café-style seating on the patio.',
  'Sold as is; buyer to verify all information.',
  'Views of the valley from the 2nd floor.',
  'New roof (2021), newer HVAC, 200-amp panel.',
  'Call the office "before noon" to arrange a showing.',
  '房屋採光良好。',
  'Priced below <recent> sales in the area!',
  'Bring your ideas 🏡 and make it yours.',
  'Lot lines are approximate, ±2 ft.',
];

/** A few sentences, at most so many Unicode characters. Some texts fill the length that they may have. */
export function prose(draws: Draws, maxLength: number): string {
  const wanted = draws.chance(FULL) ? maxLength : draws.between(1, Math.min(maxLength, USUAL));
  let text = draws.pick(SENTENCES);
  while (text.length < wanted) text += ` ${draws.pick(SENTENCES)}`;
  return cutTo(text, maxLength);
}

/** A text of at most so many Unicode characters, with no blank at its end. */
export function cutTo(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return [...text].slice(0, maxLength).join('').trimEnd();
}
