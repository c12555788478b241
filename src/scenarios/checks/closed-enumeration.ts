import type { Finding } from '../../core/finding.js';
import { evaluated, notApplicable, type Outcome } from '../../core/outcome.js';
import type { DeclaredValue, DeclaredValues } from '../../variations/declared.js';
import { standardNamesOf } from '../../variations/standard-value.js';
import type { CheckContext, NameAssessment } from '../assessment.js';
import { ofValues, standardValuesOf } from '../declared-values.js';
import { findingAt } from '../report-finding.js';

/** A time zone is one of 600 values: a message names the first. */
const MOST_NAMES = 20;

/** `dd/closed-enumeration`: the EnumType of a closed lookup declares only standard values, and at least one. */
export function closedEnumeration(context: CheckContext<NameAssessment>): Outcome {
  return ofValues(context, (declared) =>
    declared.source === 'EnumType'
      ? judge(context, declared)
      : notApplicable(`${context.resource}.${context.name} is not declared as an EnumType`),
  );
}

/** `lookup/closed-enumeration`: the rows of a closed lookup hold only standard values. */
export function closedLookupRows(context: CheckContext<NameAssessment>): Outcome {
  return ofValues(context, (declared) =>
    declared.source === 'Lookup Resource'
      ? judge(context, declared)
      : notApplicable(`${context.resource}.${context.name} is declared as an EnumType`),
  );
}

function judge(context: CheckContext<NameAssessment>, declared: DeclaredValues): Outcome {
  const standard = standardNamesOf(standardValuesOf(context));
  if (declared.values.length === 0) return evaluated(noValues(context, declared));
  const foreign = declared.values.filter((value) => !standard.has(value.standsFor));
  const hasStandardValue = foreign.length < declared.values.length;
  if (context.expectation.atLeastOne === true && hasStandardValue) return evaluated();
  return evaluated(foreign.map((value) => foreignValue(context, declared, value)));
}

function foreignValue(
  context: CheckContext<NameAssessment>,
  declared: DeclaredValues,
  value: DeclaredValue,
): Finding | undefined {
  const names = standardNames(context);
  const shown = value.standsFor === value.name ? '' : ` (it stands for "${value.standsFor}")`;
  return findingAt(context, ruleFor(declared), value, {
    subject: { lookup: declared.lookup, value: value.name },
    message: `"${value.name}"${shown} is no standard value of ${context.resource}.${context.name}, whose lookup is closed. Its values are ${names}: use one of them, and keep the local value out of ${declared.lookup}.`,
    expected: names,
    found: value.standsFor,
    related: [{ resource: context.resource, field: context.name }],
  });
}

function noValues(context: CheckContext<NameAssessment>, declared: DeclaredValues): Finding | undefined {
  const names = standardNames(context);
  return findingAt(context, ruleFor(declared), declared, {
    subject: { lookup: declared.lookup },
    message: `${declared.lookup} declares no value, but the closed lookup of ${context.resource}.${context.name} needs at least one of its standard values: ${names}. Declare those that the server uses.`,
    expected: names,
    found: 'no values',
    related: [{ resource: context.resource, field: context.name }],
  });
}

/** The standard values in one text: the first ones, where there are hundreds. */
function standardNames(context: CheckContext<NameAssessment>): string {
  const names = standardValuesOf(context).map(({ standardValue }) => standardValue);
  const rest = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function ruleFor(declared: DeclaredValues): 'dd/closed-enumeration' | 'lookup/closed-enumeration' {
  return declared.source === 'EnumType' ? 'dd/closed-enumeration' : 'lookup/closed-enumeration';
}
