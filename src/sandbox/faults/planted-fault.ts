import { ConfigurationError } from '../../core/errors.js';
import { didYouMean } from '../../core/nearest-name.js';
import { hashText, mix, seedOf } from '../random.js';
import type { Fault } from './fault.js';
import { parseRate, RATE_FORMS, type Rate, strikes } from './rate.js';
import { FAULTS } from './registry.js';

/** A fault with the rate that it was asked for. */
export interface PlantedFault {
  readonly fault: Fault;
  readonly rate: Rate;
}

/**
 * Reads `NAME` or `NAME=RATE`.
 *
 * @throws ConfigurationError for a fault or a rate that there is not; it names the nearest faults
 */
export function parseFault(text: string): PlantedFault {
  const [name = '', rateText] = text.split('=', 2);
  const fault = FAULTS.get(name);
  if (fault === undefined) {
    const advice = `${didYouMean(name, FAULTS.keys()) ?? ''} All faults: sandbox --list-faults.`.trim();
    throw new ConfigurationError(`There is no fault "${name}".`, { where: '--fault', advice });
  }
  const rate = parseRate(rateText ?? fault.rate);
  if (rate !== undefined) return { fault, rate };
  throw new ConfigurationError(`"${rateText}" is no rate of a fault.`, {
    where: `--fault ${name}`,
    advice: `A rate is ${RATE_FORMS}.`,
  });
}

/** Says of each occasion of a hook whether the fault strikes, and counts the occasions. */
export class Occasions {
  readonly #rate: Rate;
  readonly #seed: number;
  #count = 0;

  constructor({ fault, rate }: PlantedFault, hook: string, seed: number) {
    this.#rate = rate;
    this.#seed = mix(seedOf(seed), hashText(`${fault.name} ${hook}`));
  }

  /** The number of the next occasion, from 0, when the fault strikes on it. */
  next(): number | undefined {
    const occasion = this.#count;
    this.#count += 1;
    return this.strikesAt(occasion) ? occasion : undefined;
  }

  /** Whether the fault strikes on the occasion of this number, such as the index of a record. */
  strikesAt(occasion: number): boolean {
    return strikes(this.#rate, occasion, this.#seed);
  }
}
