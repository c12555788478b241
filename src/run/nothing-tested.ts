import type { Ledger } from '../core/ledger.js';
import type { RunError } from '../reports/results.js';
import type { Assessment, NameAssessment } from '../scenarios/assessment.js';
import type { Selection } from '../scenarios/selection.js';

/** True when the metadata declares no standard resource and none that is nearly called like one: the wrong file. */
export function declaresNothingStandard({ dictionary, variations }: NameAssessment): boolean {
  if (dictionary.resourceNames.some((name) => variations.declared.resources.has(name))) return false;
  return variations.resources().length === 0;
}

/**
 * Nothing passes by being empty: when no chosen scenario met anything that the server declares, and no finding says
 * why, the run is no pass. A resource that nobody stands in for is not enough.
 */
export function nothingTested(
  assessment: Assessment,
  selection: Selection,
  books: Ledger,
): RunError | undefined {
  const judged = books.checks.some(
    ({ step, rule, verdict }) =>
      step === 'scenarios' && rule !== 'dd/resource-synonym' && verdict !== 'not applicable',
  );
  if (judged || books.counts().findings.error > 0) return undefined;
  return { kind: 'configuration', message: explain(assessment, selection) };
}

function explain({ resources, dictionary, file }: Assessment, { isWhole }: Selection): string {
  const { version } = dictionary.dictionary;
  const standard = dictionary.resourceNames.filter((name) => resources.has(name));
  const declared = [...resources.keys()];
  if (standard.length === 0) {
    const found = declared.length === 0 ? 'It declares no resource.' : `It declares ${listed(declared)}.`;
    return `${file}: The metadata declares no resource of Data Dictionary ${version}, and none with a name near to one. ${found} Check that it is the metadata of a RESO server.`;
  }
  const hint = isWhole ? '' : ' Choose others with --resource or --tags.';
  return `${file}: Nothing that was chosen is declared, so nothing was tested. Its standard resources are ${listed(standard)}.${hint}`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
