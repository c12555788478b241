import { createFinding } from '../../core/create-finding.js';
import type { Finding, RelatedField } from '../../core/finding.js';
import { ruleOf } from '../../core/rules.js';
import type { SeverityPolicy } from '../../core/severity.js';
import { describeSubject, type Subject } from '../../core/subject.js';
import { type FaultTotal, valuesOf } from './fault-total.js';
import type { FaultRules } from './payload-rules.js';

const SHOWN_VALUES = 5;
const SHOWN_KEYS = 3;

/** What findings are made of. */
export interface PayloadFindingsInput {
  readonly totals: readonly FaultTotal[];
  readonly rules: FaultRules;
  readonly policy: SeverityPolicy;
}

/** A finding for each rule, resource, field and expansion, however many values broke it and in whatever ways. */
export function payloadFindings({ totals, rules, policy }: PayloadFindingsInput): readonly Finding[] {
  const bySubject = new Map<string, FaultTotal[]>();
  for (const total of totals) {
    const { resource, field, expansion, isExempt } = total;
    const key = JSON.stringify([rules[total.fault], resource, field, expansion, isExempt]);
    const group = bySubject.get(key) ?? [];
    bySubject.set(key, group);
    group.push(total);
  }
  // In whatever order pages come, the findings come in one.
  const groups = [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return groups.flatMap((group) => findingOf(byMessage(group), rules, policy) ?? []);
}

function byMessage(group: readonly FaultTotal[]): readonly FaultTotal[] {
  const key = ({ message, source }: FaultTotal) => `${message} ${source}`;
  return group.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function findingOf(
  group: readonly FaultTotal[],
  rules: FaultRules,
  policy: SeverityPolicy,
): Finding | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { resource, field, expansion, isExempt } = first;
  const rule = rules[first.fault];
  const subject: Subject = {
    resource,
    ...(field === undefined ? {} : { field }),
    ...(expansion === undefined ? {} : { expansion }),
  };
  const related = [...standardFieldsOf(first), ...sourcesOf(group)];
  const expected = joined(group.map((total) => total.expected));
  const found = foundIn(group);
  const place = group.find((total) => total.first !== undefined)?.first;
  return createFinding(policy, rule, {
    subject,
    message: messageOf(group, subject, ruleOf(rule).fix),
    ...(isExempt ? { severity: 'warning' } : {}),
    ...(expected === '' ? {} : { expected }),
    ...(found === '' ? {} : { found }),
    ...(related.length === 0 ? {} : { related }),
    ...place,
  });
}

/** What is wrong and how often, where to look, what to do. */
function messageOf(group: readonly FaultTotal[], subject: Subject, fix: string): string {
  const count = group.reduce((sum, total) => sum + total.count, 0);
  const times = count === 1 ? 'once' : `${count} times`;
  const exempt = group[0]?.isExempt === true ? ' The field is exempt, so this only warns.' : '';
  return `${sentence(group, subject)} (${times}${examples(group)}). ${fix}${exempt}`;
}

function sentence(group: readonly FaultTotal[], subject: Subject): string {
  const place = placeOf(subject);
  const messages = joined(group.map(({ message }) => message));
  const expected = joined(group.map((total) => total.expected));
  const found = foundIn(group);
  // One rule may speak of several kinds of fault.
  if (group.some(({ fault }) => fault !== group[0]?.fault)) return `${place} ${messages}`;
  switch (group[0]?.fault) {
    case 'type':
    case 'null':
      return `${place} MUST be ${expected} but found ${found}`;
    case 'enum':
    case 'maxLength':
      return `${place} ${messages}${found === '' ? '' : ` but found ${found}`}`;
    case 'unadvertised':
      return `${place} is not advertised in the metadata, but is in the payload`;
    case 'synonym':
      return `${place} is a listed synonym of ${expected}, and must not be in the payload`;
    case 'required':
      return `${place} is not nullable, but is missing`;
    case 'duplicateKey':
      return `${place} stands more than once in one object`;
    default:
      return `${place} ${messages}`;
  }
}

function placeOf(subject: Subject): string {
  const { resource, field, expansion } = subject;
  const place = describeSubject({
    ...(resource === undefined ? {} : { resource }),
    ...(field === undefined ? {} : { field }),
  });
  return expansion === undefined ? place : `${place} in the expansion ${expansion}`;
}

function examples(group: readonly FaultTotal[]): string {
  const keys = [...new Set(group.flatMap((total) => [...total.keys]))].sort().slice(0, SHOWN_KEYS);
  const keyField = group.find((total) => total.keyField !== undefined)?.keyField;
  return keys.length === 0 || keyField === undefined ? '' : `, such as ${keyField} ${keys.join('; ')}`;
}

/** What was found instead: enumeration values by name, the greatest length, or types. */
function foundIn(group: readonly FaultTotal[]): string {
  const values = valuesOf(group).map(([value]) => value);
  if (values.length > 0) {
    const shown = values.slice(0, SHOWN_VALUES).map((value) => `"${value}"`);
    const more = group.some(({ otherValues }) => otherValues > 0) || values.length > SHOWN_VALUES;
    return `${shown.join(', ')}${more ? ' and others' : ''}`;
  }
  const largest = Math.max(...group.map((total) => total.largest));
  return largest > 0 ? `up to ${largest} characters` : joined(group.map((total) => total.found));
}

/** The fields that a synonym stands for. */
function standardFieldsOf({ resource, standsFor }: FaultTotal): readonly RelatedField[] {
  return standsFor.map((field) => ({ resource, field }));
}

/** The fields through which expanded records came. */
function sourcesOf(group: readonly FaultTotal[]): readonly RelatedField[] {
  const sources = new Map(
    group.flatMap(({ source, expansion }) =>
      expansion === undefined ? [] : [[`${source} ${expansion}`, { resource: source, field: expansion }]],
    ),
  );
  return [...sources.values()];
}

function joined(texts: readonly (string | undefined)[]): string {
  return [...new Set(texts.filter((text) => text !== undefined))].join(' or ');
}
