import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/core/finding.js';
import { weighSuggestions } from '../../src/variations/weigh-suggestions.js';

const synonym: Suggestion = { suggestedLookupValue: 'Disposal', strategy: 'Synonym' };
const farSynonym: Suggestion = { ...synonym, advisory: true };
const near: Suggestion = { suggestedLookupValue: 'Disposal', strategy: 'Edit Distance', distance: 1 };
const advisory: Suggestion = { ...near, advisory: true };
const fastTrack: Suggestion = { suggestedLookupValue: 'Disposal', strategy: 'Fast Track' };
const human: Suggestion = { suggestedLookupValue: 'Disposal', strategy: 'Suggestion' };

describe('weighSuggestions', () => {
  it.each<[string, Suggestion[], object]>([
    ['a near name', [near], { advisory: false }],
    ['an advisory one', [advisory], { advisory: true }],
    ['one advisory of two', [advisory, near], { advisory: false }],
    ['a listed synonym', [synonym], { severity: 'warning' }],
    ['a synonym beyond the ratified distance', [farSynonym], { severity: 'warning' }],
    [
      'a synonym within the ratified distance, beside an advisory one',
      [synonym, advisory],
      { advisory: false },
    ],
    ['a synonym beyond it, beside an advisory one', [farSynonym, advisory], { advisory: true }],
    ['what binds in the next version', [fastTrack], { severity: 'warning' }],
    ['that beside what binds now', [fastTrack, human], { advisory: false }],
  ])('%s', (_what, suggestions, weight) => {
    expect(weighSuggestions(suggestions)).toEqual(weight);
  });
});
