import { evaluated, notEvaluated, runCheck } from '../../core/outcome.js';
import type { RuleId } from '../../core/rules.js';
import type { Subject } from '../../core/subject.js';
import { type SearchOptions, searchFor } from '../../scenarios/build-assessment.js';
import type { PayloadOutcome } from '../../schema/book/payload-outcomes.js';
import type { Decisions } from '../../variations/decisions.js';
import { distinctVariations, type Variation } from '../../variations/variation.js';
import { variationFinding } from '../../variations/variation-finding.js';
import type { FoundVariations, VariationSearch } from '../../variations/variation-search.js';
import { type VariationsReport, variationsReport } from '../../variations/variations-report.js';
import type { VersionAssessment } from '../version-assessment.js';
import { type DeclaredInPayloads, declaredInPayloads } from './declared-in-payloads.js';

const ABSENCE = 'which the payloads do not have';

/** The near names in the payloads of a version. */
export interface PayloadVariations {
  readonly outcomes: readonly PayloadOutcome[];
  readonly report: VariationsReport;
  /** All that is open. */
  readonly variations: readonly Variation[];
  readonly decisions: Decisions;
}

/** How near names are looked for. */
export interface PayloadVariationsInput extends SearchOptions {
  readonly assessment: VersionAssessment;
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
  /** Why not all payloads were read. */
  readonly stopped: string | undefined;
}

/** A place in which near names are looked for. */
interface Place {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly find: (search: VariationSearch) => FoundVariations;
}

/**
 * Compares the local fields, expansions and values of payloads with the standard ones that the payloads of their resource do
 * not have. Listed synonyms and values of closed lookups are `rcf/synonym` and `rcf/enum`.
 */
export function payloadVariations(input: PayloadVariationsInput): PayloadVariations {
  const { assessment, generatedOn, stopped, ...options } = input;
  const { dictionary, version } = assessment;
  const payloads = declaredInPayloads(assessment);
  const search = searchFor(payloads.declared, dictionary, options);
  const near: Variation[] = [];
  const outcomes = assessment.resources.flatMap((resource) =>
    placesIn(resource, assessment).map(({ rule, subject, find }) => {
      const outcome = runCheck(() => {
        // What was not read may have the very name that is missed.
        const blocked = stopped ?? assessment.blocked(resource);
        if (blocked !== undefined) return notEvaluated(blocked);
        const found = find(search);
        if ('kind' in found) return found;
        for (const variation of found) near.push(variation);
        return evaluated(found.map((variation) => findingOf(rule, variation, payloads, assessment)));
      });
      return { rule, subject, outcome };
    }),
  );
  const { fuzziness, decisions } = search;
  const variations = distinctVariations(near);
  const report = variationsReport({
    version,
    generatedOn,
    fuzziness,
    variations,
    ignored: decisions.all(),
  });
  return { outcomes, report, variations, decisions };
}

function placesIn(resource: string, { dictionary, elements }: VersionAssessment): readonly Place[] {
  const subject = { resource };
  const untold = elements.untoldFields.find((names) => names.resource === resource);
  const tooMany =
    untold && notEvaluated(`it has more local fields than are told by name (${untold.count} times)`);
  const lookups = elements.values.lookups.filter((lookup) => lookup.resource === resource);
  return [
    {
      rule: 'variations/field',
      subject,
      find: (search) => tooMany ?? search.members(resource, 'field'),
    },
    {
      rule: 'variations/expansion',
      subject,
      find: (search) => tooMany ?? search.members(resource, 'expansion'),
    },
    ...lookups.map(
      ({ field, lookup }): Place => ({
        rule: 'variations/lookup',
        subject: { resource, field },
        find: (search) => search.values(resource, field, dictionary.lookup(lookup)?.values ?? []),
      }),
    ),
  ];
}

function findingOf(
  rule: RuleId,
  variation: Variation,
  { locationOf }: DeclaredInPayloads,
  { dictionary, policy }: VersionAssessment,
) {
  const file = locationOf(variation.element.declared)?.file ?? '';
  return variationFinding({ file, policy, dictionary, absence: ABSENCE }, rule, variation);
}
