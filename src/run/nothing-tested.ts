import type { Ledger } from '../core/ledger.js';
import type { RunError } from '../reports/results.js';
import type { NameAssessment } from '../scenarios/assessment.js';
import type { Selection } from '../scenarios/selection.js';

/**
 * True when the metadata declares no standard resource, and none that is one under a near name or in the opinion of a
 * person: the wrong file. Names that somebody settled are near nonetheless.
 */
export function declaresNothingStandard(assessment: NameAssessment): boolean {
  const { variations } = assessment;
  if (standardOf(assessment).length > 0 || variations.hasNearResource) return false;
  const open = variations.resources();
  return !('kind' in open) && open.length === 0;
}

/**
 * Nothing passes by being empty: when no chosen scenario met anything that the server declares, and no finding says
 * why, the run is no pass. A resource that nobody stands in for is not enough.
 */
export function nothingTested(
  assessment: NameAssessment,
  selection: Selection,
  books: Ledger,
): RunError | undefined {
  const judged = books.checks.some(
    ({ step, rule, verdict }) =>
      step === 'scenarios' && rule !== 'dd/resource-synonym' && verdict !== 'not applicable',
  );
  if (judged || books.counts().findings.error > 0) return undefined;
  const standard = standardOf(assessment);
  if (standard.length === 0) return nothingStandard(assessment);
  const hint = selection.isWhole ? '' : ' Choose others with --resource or --tags.';
  return {
    kind: 'configuration',
    message: `${assessment.file}: Nothing that was chosen is declared, so nothing was tested. Its standard resources are ${listed(standard)}.${hint}`,
  };
}

/** The error of a run on metadata that declares nothing standard. */
export function nothingStandard({ file, dictionary, variations }: NameAssessment): RunError {
  const declared = [...variations.declared.resources.keys()];
  const found = declared.length === 0 ? 'It declares no resource.' : `It declares ${listed(declared)}.`;
  const near = variations.hasNearResource
    ? 'what has a name near to one is settled as something else'
    : 'none with a name near to one';
  return {
    kind: 'configuration',
    message: `${file}: The metadata declares no resource of Data Dictionary ${dictionary.dictionary.version}, and ${near}. ${found} Check that it is the metadata of a RESO server.`,
  };
}

function standardOf({ dictionary, variations }: NameAssessment): readonly string[] {
  return dictionary.resourceNames.filter((name) => variations.declared.resources.has(name));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
