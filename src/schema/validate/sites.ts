import type { Sighting } from './payload-facts.js';
import { Site } from './site.js';
import type { FieldRule, Structure } from './structure.js';

/** Places beyond this number share one for each structure: a payload may expand in circles as deep as it likes. */
const MOST_SITES = 10_000;
const BEYOND = '…';

/** All places that payloads have had objects at. */
export class Sites {
  readonly #all: Site[] = [];
  readonly #roots = new Map<Structure, Site>();
  readonly #beyond = new Map<Structure, Site>();

  /** The place of a payload's own records. */
  root(structure: Structure): Site {
    const known = this.#roots.get(structure);
    if (known !== undefined) return known;
    const site = this.#add(new Site(structure, structure.name, structure, '', ''));
    this.#roots.set(structure, site);
    return site;
  }

  /** The place of what a field holds; nothing for a field that holds no object. */
  below(site: Site, rule: FieldRule): Site | undefined {
    const known = site.child(rule);
    if (known !== undefined) return known;
    const { target } = rule;
    if (target === undefined) return undefined;
    if (this.#all.length < MOST_SITES) return this.#add(site.open(rule, target));
    const beyond = this.#beyond.get(target) ?? this.#add(beyondOf(site, rule, target));
    this.#beyond.set(target, beyond);
    return beyond;
  }

  /** What was seen and not told before. */
  takeSightings(): readonly Sighting[] {
    return this.#all.flatMap((site) => site.takeSighting() ?? []);
  }

  #add(site: Site): Site {
    this.#all.push(site);
    return site;
  }
}

function beyondOf({ source, resource }: Site, { isExpansion }: FieldRule, target: Structure): Site {
  return new Site(target, source, isExpansion ? target : resource, BEYOND, '');
}
