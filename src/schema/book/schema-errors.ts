import type { SeverityPolicy } from '../../core/severity.js';
import { severityOf } from '../../core/severity-of.js';
import { type FaultTotal, valuesOf } from './fault-total.js';
import type { FaultRules } from './payload-rules.js';

const MOST_KEYS = 100;

/** `data-availability-schema-validation-errors.json`: payload errors grouped by message, resource and field. */
export interface SchemaErrors {
  readonly description: string;
  readonly generatedOn: string;
  /** The Data Dictionary version. */
  readonly version: string;
  readonly totalErrors: number;
  readonly totalWarnings: number;
  /** By message. */
  readonly errors: Readonly<Record<string, ErrorGroup>>;
  readonly warnings: Readonly<Record<string, ErrorGroup>>;
}

interface ErrorGroup {
  readonly resources: Readonly<Record<string, ErrorsOfResource>>;
}

interface ErrorsOfResource {
  readonly count: number;
  /** The key property, several separated by commas; null for a resource without a key. */
  readonly keyField: string | null;
  /** The keys of at most 100 of the records. */
  readonly keys: readonly string[];
  readonly fields: Readonly<Record<string, ErrorsOfField>>;
  /** Errors in fields beyond those that are told by name. */
  readonly moreFields?: { readonly count: number };
}

type ErrorsOfField = (
  | { readonly count: number }
  | {
      /** By value. */
      readonly lookups: Readonly<Record<string, { readonly count: number }>>;
      /** Values beyond those that are told by name. */
      readonly moreLookups?: { readonly count: number };
    }
) & {
  /** The resource whose payloads hold the record, where it is an expanded one. */
  readonly sourceModel?: string;
  /** The path of the navigation properties that lead to it. */
  readonly sourceModelField?: string;
};

/** What the grouped errors are made of. */
export interface SchemaErrorsInput {
  readonly totals: readonly FaultTotal[];
  readonly rules: FaultRules;
  readonly policy: SeverityPolicy;
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
}

/** Groups the faults of a run; nothing when there are none. The most frequent come first. */
export function schemaErrors(input: SchemaErrorsInput): SchemaErrors | undefined {
  const { policy, generatedOn } = input;
  const errors = input.totals.filter((total) => severityOfFault(total, input) === 'error');
  const warnings = input.totals.filter((total) => severityOfFault(total, input) === 'warning');
  if (errors.length + warnings.length === 0) return undefined;
  return {
    description: 'RESO Data Availability Schema Validation Errors',
    generatedOn,
    version: policy.version,
    totalErrors: sum(errors),
    totalWarnings: sum(warnings),
    errors: groupsOf(errors),
    warnings: groupsOf(warnings),
  };
}

/** The severity of a fault: that of its rule, less where the field is exempt. */
export function severityOfFault(
  { fault, isExempt }: FaultTotal,
  { rules, policy }: Pick<SchemaErrorsInput, 'rules' | 'policy'>,
) {
  const stated = severityOf(rules[fault], policy);
  return isExempt && stated === 'error' ? 'warning' : stated;
}

function groupsOf(totals: readonly FaultTotal[]): Readonly<Record<string, ErrorGroup>> {
  return grouped(
    totals,
    ({ message }) => message,
    (ofMessage) => ({
      resources: grouped(ofMessage, ({ resource }) => resource, errorsOfResource),
    }),
  );
}

function errorsOfResource(totals: readonly FaultTotal[]): ErrorsOfResource {
  const named = totals.filter(({ field }) => field !== undefined);
  const rest = totals.filter(({ field, fault }) => field === undefined && fault !== 'type');
  const keys = new Set(totals.flatMap((total) => [...total.keys]));
  return {
    count: sum(totals),
    keyField: totals.find(({ keyField }) => keyField !== undefined)?.keyField ?? null,
    keys: [...keys].sort().slice(0, MOST_KEYS),
    fields: grouped(named, ({ field }) => field ?? '', errorsOfField),
    ...(rest.length === 0 ? {} : { moreFields: { count: sum(rest) } }),
  };
}

function errorsOfField(totals: readonly FaultTotal[]): ErrorsOfField {
  const source = commonSource(totals);
  if (totals.every(({ fault }) => fault !== 'enum')) return { count: sum(totals), ...source };
  const more = totals.reduce((count, { otherValues }) => count + otherValues, 0);
  return {
    lookups: Object.fromEntries(valuesOf(totals).map(([value, count]) => [value, { count }])),
    ...(more === 0 ? {} : { moreLookups: { count: more } }),
    ...source,
  };
}

/** Where the records came from, when they were all expanded on one way. */
function commonSource(
  totals: readonly FaultTotal[],
): Pick<ErrorsOfField, 'sourceModel' | 'sourceModelField'> {
  const [first] = totals;
  if (first?.expansion === undefined) return {};
  const isCommon = totals.every(
    ({ source, expansion }) => source === first.source && expansion === first.expansion,
  );
  return isCommon ? { sourceModel: first.source, sourceModelField: first.expansion } : {};
}

/** An entry for each name, the most frequent first. */
function grouped<T>(
  totals: readonly FaultTotal[],
  nameOf: (total: FaultTotal) => string,
  entryOf: (totals: readonly FaultTotal[]) => T,
): Readonly<Record<string, T>> {
  const groups = new Map<string, FaultTotal[]>();
  for (const total of totals) {
    const group = groups.get(nameOf(total)) ?? [];
    groups.set(nameOf(total), group);
    group.push(total);
  }
  const byFrequency = [...groups].sort(([a, ofA], [b, ofB]) => sum(ofB) - sum(ofA) || (a < b ? -1 : 1));
  return Object.fromEntries(byFrequency.map(([name, group]) => [name, entryOf(group)]));
}

function sum(totals: readonly FaultTotal[]): number {
  return totals.reduce((count, total) => count + total.count, 0);
}
