import { createFinding } from '../core/create-finding.js';
import type { Finding } from '../core/finding.js';
import { locate } from '../core/locate.js';
import type { RuleId } from '../core/rules.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { Subject } from '../core/subject.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { describeVariation, expectedNames } from './describe-variation.js';
import { comparedName, type LocalElement } from './local-element.js';
import type { Variation } from './variation.js';
import { weighSuggestions } from './weigh-suggestions.js';

/** What findings about variations need to know of the run. */
export interface FindingContext {
  /** The name of the metadata file. */
  readonly file: string;
  readonly policy: SeverityPolicy;
  readonly dictionary: DictionaryIndex;
  /** How the standard element is absent, where no server declares anything. */
  readonly absence?: string;
}

/** A variation as a finding of the rule that speaks of it. */
export function variationFinding(
  { file, policy, dictionary, absence }: FindingContext,
  rule: RuleId,
  variation: Variation,
): Finding | undefined {
  const { element, suggestions } = variation;
  const url =
    element.kind === 'lookup' ? dictionary.element(element.resource, element.field)?.url : undefined;
  const location = locate(file, element.declared);
  return createFinding(policy, rule, {
    ...(url === undefined ? {} : { specification: url }),
    subject: subjectOfElement(element),
    message: describeVariation(variation, absence),
    expected: expectedNames(suggestions),
    found: comparedName(element),
    ...(element.kind === 'lookup' ? { related: [{ resource: element.resource, field: element.field }] } : {}),
    suggestions,
    ...weighSuggestions(suggestions),
    ...(location === undefined ? {} : { location }),
  });
}

/** What a finding about a local element names. */
export function subjectOfElement(element: LocalElement): Subject {
  if (element.kind === 'resource') return { resource: element.resource };
  if (element.kind === 'lookup') return { lookup: element.values.lookup, value: element.declared.name };
  return { resource: element.resource, [element.kind]: element.field };
}
