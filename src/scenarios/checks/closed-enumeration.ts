import type { Finding } from '../../core/finding.js';
import { evaluated, notApplicable, type Outcome } from '../../core/outcome.js';
import type { DeclaredValue, DeclaredValues } from '../../variations/declared.js';
import { standardNamesOf } from '../../variations/standard-value.js';
import type { CheckContext, NameAssessment } from '../assessment.js';
import { ofValues, standardValuesOf } from '../declared-values.js';
import { findingAt } from '../report-finding.js';

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
  return evaluated(...foreign.map((value) => foreignValue(context, declared, value)));
}

function foreignValue(
  context: CheckContext<NameAssessment>,
  declared: DeclaredValues,
  value: DeclaredValue,
): Finding | undefined {
  const names = standardValuesOf(context).map(({ standardValue }) => standardValue);
  const shown = value.standsFor === value.name ? '' : ` (it stands for "${value.standsFor}")`;
  return findingAt(context, ruleFor(declared), value, {
    subject: { lookup: declared.lookup, value: value.name },
    message: `"${value.name}"${shown} is no standard value of ${context.resource}.${context.name}, whose lookup is closed. Its values are ${names.join(', ')}: use one of them, and keep the local value out of ${declared.lookup}.`,
    expected: names.join(', '),
    found: value.standsFor,
    related: [{ resource: context.resource, field: context.name }],
  });
}

function noValues(context: CheckContext<NameAssessment>, declared: DeclaredValues): Finding | undefined {
  const names = standardValuesOf(context).map(({ standardValue }) => standardValue);
  return findingAt(context, ruleFor(declared), declared, {
    subject: { lookup: declared.lookup },
    message: `${declared.lookup} declares no value, but the closed lookup of ${context.resource}.${context.name} needs at least one of its standard values: ${names.join(', ')}. Declare those that the server uses.`,
    expected: names.join(', '),
    found: 'no values',
    related: [{ resource: context.resource, field: context.name }],
  });
}

function ruleFor(declared: DeclaredValues): 'dd/closed-enumeration' | 'lookup/closed-enumeration' {
  return declared.source === 'EnumType' ? 'dd/closed-enumeration' : 'lookup/closed-enumeration';
}
