// The search for near names against normalising and comparing every pair with fastest-levenshtein, on a made-up server.
// Usage: npm run bench -- variations [RUNS], or node bench/variations/benchmark.mjs after npm run build.
import { pathToFileURL } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { DictionaryIndex } from '../../dist/dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../../dist/dictionary/generated-folder.js';
import { loadDictionary } from '../../dist/dictionary/reference.js';
import { normalise } from '../../dist/variations/normalise.js';
import { suggestedName } from '../../dist/variations/to-suggestion.js';
import { VariationSearch } from '../../dist/variations/variation-search.js';
import { madeUpServer } from './made-up-server.mjs';

const FIELDS = 2_000;
const VALUES = 20_000;
/** At least eight times as fast, and five times where the other way normalises each name once. */
const LIMITS = { eachPair: 0.125, once: 0.2 };

/** The times of both ways as ratios, medians of pairs that take turns. Throws when they do not find the same. */
export async function measure({ runs = 5 } = {}) {
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, '2.0');
  const server = madeUpServer(dictionary, FIELDS, VALUES);
  const index = new DictionaryIndex(dictionary);
  const declared = declaredBy(server);
  const found = textsOf(ourSearch(declared, server, index));
  const places = placesOf(server, index);
  assertSame(found, everyPair(places, normaliseEachPair).map(toText));
  return [
    compare('normalising and comparing every pair', normaliseEachPair, LIMITS.eachPair),
    compare('comparing every pair, each name normalised once', normaliseOnce, LIMITS.once),
  ];

  function compare(what, way, limit) {
    const pairs = Array.from({ length: runs + 1 }, () => [
      time(() => ourSearch(declared, server, index)),
      time(() => everyPair(places, way)),
    ]).slice(1);
    const [ours, theirs] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])));
    const ratio = median(pairs.map(([a, b]) => a / b));
    return {
      what: `variations, ${FIELDS} fields and ${VALUES} values / ${what}`,
      value: Number(ratio.toFixed(3)),
      limit,
      detail: `${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms, ${found.length} suggestions, ${runs} pairs`,
    };
  }
}

/** By the search that a run makes: set up anew, each place asked once. */
function ourSearch(declared, { lookupFields }, dictionary) {
  const search = new VariationSearch({ declared, dictionary });
  const ofFields = dictionary.resourceNames.flatMap((name) => search.members(name, 'field'));
  const seen = new Set();
  const ofValues = lookupFields.flatMap(({ resource, field, lookup }) => {
    if (seen.has(lookup)) return [];
    seen.add(lookup);
    const variations = search.values(resource, field, dictionary.lookup(lookup)?.values ?? []);
    return Array.isArray(variations) ? variations : [];
  });
  return [...ofFields, ...ofValues];
}

/** What the server declares, as the search takes it. */
function declaredBy({ fields, values, lookupFields }) {
  const lookups = new Map([...values].map(([lookup, listed]) => [lookup, declaredValues(lookup, listed)]));
  const byField = new Map(
    lookupFields.map(({ resource, field, lookup }) => [`${resource}.${field}`, lookup]),
  );
  const resources = new Map([...fields].map(([name, names]) => [name, declaredResource(name, names)]));
  return {
    resources,
    offered: [],
    valuesOf: (resource, field) =>
      lookups.get(byField.get(`${resource}.${field}`)) ?? { kind: 'not applicable', reason: '' },
  };
}

function textsOf(variations) {
  return variations.flatMap(({ element, suggestions }) => {
    const place = element.kind === 'lookup' ? element.values.lookup : element.resource;
    const local = element.kind === 'lookup' ? element.declared.standsFor : element.field;
    return suggestions.map((suggestion) => describe(place, local, suggestedName(suggestion), suggestion));
  });
}

function declaredResource(name, names) {
  const properties = new Map(names.map((field) => [field, { name: field }]));
  return { name, hasEntitySet: true, properties, navigationProperties: new Map() };
}

function declaredValues(lookup, listed) {
  const values = listed.map(({ value }) => ({
    name: value,
    standsFor: value,
    isLegacyName: false,
    lookupValue: value,
  }));
  return { kind: 'values', source: 'Lookup Resource', lookup, values };
}

/** Local names and the absent standard ones, place by place. */
function placesOf({ fields, values }, dictionary) {
  const ofFields = [...fields].map(([resource, names]) => {
    const elements = dictionary.resource(resource).elements;
    const standard = new Set(elements.map(({ name }) => name));
    const synonyms = dictionary.synonyms(resource);
    return {
      place: resource,
      local: [...new Set(names)].filter((name) => !standard.has(name) && !synonyms.has(name)),
      standard: elements
        .filter(({ name, kind }) => kind === 'field' && !names.includes(name))
        .map(({ name }) => ({ name, synonyms: [] })),
    };
  });
  const ofValues = [...values].map(([lookup, listed]) => {
    const names = new Set(listed.map(({ value }) => value));
    const entries = dictionary.lookup(lookup).values;
    const standard = new Set(
      entries.flatMap(({ standardValue, legacyODataValue }) => [standardValue, legacyODataValue]),
    );
    return {
      place: lookup,
      local: [...names].filter((name) => !standard.has(name)),
      standard: entries
        .filter(
          ({ standardValue, legacyODataValue }) => !names.has(standardValue) && !names.has(legacyODataValue),
        )
        .map(({ standardValue, synonyms }) => ({ name: standardValue, synonyms })),
    };
  });
  return [...ofFields, ...ofValues];
}

/** By looking at each pair. */
function everyPair(places, way) {
  const found = [];
  for (const { place, local, standard } of places) {
    way(local, standard, (localName, standardName, a, b, synonyms) => {
      const match = matchOf(localName, a, b, synonyms);
      if (match !== undefined) found.push({ place, localName, standardName, match });
    });
  }
  const exact = new Set(
    found.filter(({ match }) => match.exactMatch).map(({ place, localName }) => `${place} ${localName}`),
  );
  return found.filter(
    ({ place, localName, match }) => match.exactMatch || !exact.has(`${place} ${localName}`),
  );
}

function toText({ place, localName, standardName, match }) {
  return describe(place, localName, standardName, match);
}

function normaliseEachPair(local, standard, visit) {
  for (const name of local) {
    for (const { name: other, synonyms } of standard) {
      visit(name, other, normalise(name), normalise(other), () => synonyms.map(normalise));
    }
  }
}

function normaliseOnce(local, standard, visit) {
  const others = standard.map(({ name, synonyms }) => {
    const normalised = synonyms.map(normalise);
    return { name, normalised: normalise(name), synonyms: () => normalised };
  });
  for (const name of local) {
    const normalised = normalise(name);
    for (const other of others) visit(name, other.name, normalised, other.normalised, other.synonyms);
  }
}

function matchOf(localName, a, b, synonyms) {
  if (a === '') return undefined;
  if (a === b) return { strategy: 'Substring', exactMatch: true };
  const edits = distance(a, b);
  const advisory = edits > Math.ceil(0.25 * a.length) - 1 ? { advisory: true } : {};
  if (synonyms().includes(a)) return { strategy: 'Synonym', ...advisory };
  if (a.length <= 3 || b === '') return undefined;
  if (b.length > 3 && (a.includes(b) || b.includes(a))) return { strategy: 'Substring', ...advisory };
  const maxDistance = Math.floor(0.25 * localName.length);
  if (edits > maxDistance) return undefined;
  return {
    strategy: 'Edit Distance',
    ...(edits === 1 ? { closeMatch: true } : {}),
    distance: edits,
    maxDistance,
    ...advisory,
  };
}

function describe(
  place,
  local,
  standard,
  { strategy, exactMatch, closeMatch, distance: edits, maxDistance, advisory },
) {
  return JSON.stringify([
    place,
    local,
    standard,
    strategy,
    exactMatch,
    closeMatch,
    edits,
    maxDistance,
    advisory,
  ]);
}

function assertSame(ours, theirs) {
  const [a, b] = [ours, theirs].map((found) => [...new Set(found)].sort());
  const at = a.findIndex((text, index) => text !== b[index]);
  if (a.length === b.length && at < 0) return;
  throw new Error(`They do not find the same: ${a.length} and ${b.length}, first ${a[at]} and ${b[at]}`);
}

function time(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { what, value, limit, detail } of await measure({ runs: Number(process.argv[2] ?? 5) })) {
    process.stdout.write(
      `${what}: ${value} (at most ${limit}); ${detail}${value <= limit ? '' : '  TOO MUCH'}\n`,
    );
  }
}
