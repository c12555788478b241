// A made-up server of 2,000 local fields and 20,000 local lookup values that declares next to nothing standard.

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const WORDS =
  'List Price Agent Office Close Date Tax Lot Size Room Total Area View Unit Garage Water Custom Local Pool Roof Heat Fee Remarks Private Phone Wombat'.split(
    ' ',
  );

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * What the server declares, in the shape of `variations/declared.ts`. Local fields are spread over the standard
 * resources, and local values over the open lookups, as standard ones are. Half of the names are standard ones with one
 * to three edits, the others are put together from words; one standard value in ten is declared too.
 */
export function madeUpServer(dictionary, fieldCount, valueCount) {
  const random = randomOf(20_000);
  const elements = dictionary.resources.flatMap(({ name, elements: own }) =>
    own.map((element) => ({ name, element })),
  );
  const fields = groupBy(
    Array.from({ length: fieldCount }, () => pick(elements, random)).map(({ name, element }, at) => ({
      resource: name,
      name: localName(element.name, '', at, random),
    })),
    ({ resource }) => resource,
  );
  const lookupFields = elements.filter(
    ({ element }) => element.lookup !== undefined && element.lookupStatus !== 'closed',
  );
  const inUse = new Set(lookupFields.map(({ element }) => element.lookup));
  const standardValues = dictionary.lookups
    .filter(({ name }) => inUse.has(name))
    .flatMap(({ name, values }) => values.map(({ standardValue }) => ({ name, standardValue })));
  const local = Array.from({ length: valueCount }, (_, at) => {
    const { name, standardValue } = pick(standardValues, random);
    return { lookup: name, value: localName(standardValue, ' ', at, random) };
  });
  const declaredToo = standardValues
    .filter(() => random() < 0.1)
    .map(({ name, standardValue }) => ({ lookup: name, value: standardValue }));
  return {
    fields: new Map(
      dictionary.resources.map(({ name }) => [name, (fields.get(name) ?? []).map((field) => field.name)]),
    ),
    values: groupBy([...local, ...declaredToo], ({ lookup }) => lookup),
    lookupFields: lookupFields.map(({ name, element }) => ({
      resource: name,
      field: element.name,
      lookup: element.lookup,
    })),
  };
}

function localName(standard, separator, at, random) {
  if (random() < 0.5) return withEdits(standard, 1 + Math.floor(random() * 3), random);
  return [...Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(WORDS, random)), at].join(
    separator,
  );
}

function withEdits(name, edits, random) {
  let edited = name;
  for (let edit = 0; edit < edits; edit++) {
    const at = Math.floor(random() * edited.length);
    const [before, after] = [edited.slice(0, at), edited.slice(at + 1)];
    const letter = pick(LETTERS, random);
    edited = pick([before + letter + edited.slice(at), before + after, before + letter + after], random);
  }
  return edited;
}

function pick(from, random) {
  return from[Math.floor(random() * from.length)];
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
