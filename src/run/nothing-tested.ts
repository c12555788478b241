import type { Ledger } from '../core/ledger.js';
import type { RunError } from '../reports/results.js';
import type { NameAssessment } from '../scenarios/assessment.js';
import type { Selection } from '../scenarios/selection.js';

/** True when the metadata declares no standard resource and none that is nearly called like one: the wrong file. */
export function declaresNothingStandard(assessment: NameAssessment): boolean {
  if (standardOf(assessment).length > 0) return false;
  const near = assessment.variations.resources();
  return !('kind' in near) && near.length === 0;
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
  return {
    kind: 'configuration',
    message: `${file}: The metadata declares no resource of Data Dictionary ${dictionary.dictionary.version}, and none with a name near to one. ${found} Check that it is the metadata of a RESO server.`,
  };
}

function standardOf({ dictionary, variations }: NameAssessment): readonly string[] {
  return dictionary.resourceNames.filter((name) => variations.declared.resources.has(name));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
