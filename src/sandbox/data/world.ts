import { Draws, hashText, mix, seedOf } from '../random.js';
import { ChildRanges } from './child-ranges.js';

const DAY = 86_400;
const YEARS = 6 * 365 * DAY;
/** Neighbouring records among which some share a timestamp, as after a bulk update. */
const BULK = 40;
const BULK_SHARE = 0.2;

export interface WorldOptions {
  readonly seed: number;
  /** The number of Property records. */
  readonly records: number;
  /** The day on which the data was made: nothing in it is later, but for dates that lie ahead. */
  readonly asOf: Date;
}

/** What all generated records share: how many there are, how they hang together, and where their chance comes from. */
export class World {
  readonly seed: number;
  /** In seconds since 1970. */
  readonly asOf: number;
  readonly properties: number;
  readonly members: number;
  readonly offices: number;
  /** The media of the properties, then of the members, then of the offices. */
  readonly media: ChildRanges;
  /** The open houses of the properties. */
  readonly openHouses: ChildRanges;

  constructor({ seed, records, asOf }: WorldOptions) {
    this.seed = seedOf(seed);
    this.asOf = Math.floor(asOf.getTime() / 1000);
    this.properties = records;
    this.members = Math.ceil(records / 8);
    this.offices = Math.ceil(records / 50);
    this.media = new ChildRanges(this.properties + this.members + this.offices, (owner) =>
      this.#mediaOf(owner),
    );
    this.openHouses = new ChildRanges(records, (property) => this.#openHousesOf(property));
  }

  /** The chance of one topic, such as a field, for one record. */
  draws(topic: string, index: number): Draws {
    return new Draws(mix(mix(this.seed, hashText(topic)), index));
  }

  /**
   * When a record was last modified, in seconds since 1970: within six years, the recent ones more often. A fifth of
   * the records shares its timestamp with neighbours.
   */
  modified(resource: string, index: number): number {
    const own = this.draws(`${resource} modified`, index);
    if (!own.chance(BULK_SHARE)) return this.#ago(own);
    return this.#ago(this.draws(`${resource} bulk update`, Math.floor(index / BULK)));
  }

  #ago(draws: Draws): number {
    return this.asOf - 60 - Math.floor(draws.next() ** 2 * YEARS);
  }

  #mediaOf(owner: number): number {
    const draws = this.draws('number of media', owner);
    return owner < this.properties ? draws.between(0, 6) : draws.between(0, 1);
  }

  #openHousesOf(property: number): number {
    const draws = this.draws('number of open houses', property);
    return draws.chance(0.15) ? draws.between(1, 3) : 0;
  }
}
