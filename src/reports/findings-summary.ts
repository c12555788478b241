import { escapeTerminal } from '../core/escape-terminal.js';
import type { Finding } from '../core/finding.js';
import { type RuleId, ruleOf } from '../core/rules.js';
import type { Severity } from '../core/severity.js';
import { describeSubject } from '../core/subject.js';
import { count } from './count.js';
import type { Paint } from './paint.js';

const MOST_FINDINGS_A_RULE = 100;
/** With more warnings of a rule than this, only so many are shown with their message. */
const ALIKE = 10;
const IN_FULL = 3;
/** Near names stand in tables besides. */
const MOST_NEAR_NAMES = 20;

const FOLDED: Readonly<Partial<Record<RuleId, string>>> = {
  'dd/suggested-length': 'MaxLength differs from the suggested one',
  'dd/suggested-precision': 'Precision differs from the suggested one',
  'dd/suggested-scale': 'Scale differs from the suggested one',
};

/** Rules that often break in many fields for one reason: more findings than this fold too. */
const FOLDED_WHEN_MANY: Readonly<Partial<Record<RuleId, string>>> = {
  'payload/required': 'missing, though not nullable,',
};
const MANY = 10;

/**
 * Findings as a person reads them in a terminal: by severity, then by rule, at most 100 a rule. Names that came from a
 * server are escaped. Empty without findings.
 */
export function findingsSummary(findings: readonly Finding[], paint: Paint): string {
  const sections = (['error', 'warning', 'info'] as const)
    .map((severity) => ofSeverity(findings, severity, paint))
    .filter((section) => section !== '');
  return sections.length === 0 ? '' : `${sections.join('\n\n')}\n`;
}

function ofSeverity(all: readonly Finding[], severity: Severity, paint: Paint): string {
  const findings = all.filter((finding) => finding.severity === severity);
  if (findings.length === 0) return '';
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const title = { error: paint.red('Errors'), warning: paint.yellow('Warnings'), info: paint.cyan('Infos') }[
    severity
  ];
  const blocks = rules.map((rule) =>
    ruleBlock(
      rule,
      findings.filter((finding) => finding.rule === rule),
      paint,
    ),
  );
  return [paint.bold(title), ...blocks].join('\n');
}

function ruleBlock(rule: RuleId, findings: readonly Finding[], paint: Paint): string {
  const heading = `  ${paint.bold(rule)}  ${paint.dim(`reso-certify explain ${rule}`)}`;
  const folded = FOLDED[rule] ?? (findings.length > MANY ? FOLDED_WHEN_MANY[rule] : undefined);
  if (folded !== undefined) return [heading, ...foldedLines(findings, folded)].join('\n');
  const shown = findings
    .slice(0, ruleOf(rule).nearName ? MOST_NEAR_NAMES : MOST_FINDINGS_A_RULE)
    .map((finding, at) =>
      isAlike(findings) && at >= IN_FULL ? placeLine(finding, paint) : findingLines(finding, paint),
    );
  const rest = findings.length - shown.length;
  return [heading, ...shown, ...(rest > 0 ? [`    … and ${rest} more, all in results.json`] : [])].join('\n');
}

/** Many warnings of one rule say the same of one place after another: then the place is enough. */
function isAlike(findings: readonly Finding[]): boolean {
  return findings.length > ALIKE && findings.every(({ severity }) => severity !== 'error');
}

function findingLines(finding: Finding, paint: Paint): string {
  return `${placeLine(finding, paint)}\n      ${escapeTerminal(finding.message)}`;
}

function placeLine({ subject, location }: Finding, paint: Paint): string {
  const place = location === undefined ? '' : `  ${location.file}:${location.line}:${location.column}`;
  return `    ${paint.cyan(escapeTerminal(describeSubject(subject)))}${paint.dim(escapeTerminal(place))}`;
}

/** One line a resource: sizes that differ from a suggestion are too many to read one by one. */
function foldedLines(findings: readonly Finding[], what: string): readonly string[] {
  const byResource = new Map<string, string[]>();
  for (const { subject } of findings) {
    const fields = byResource.get(subject.resource ?? '') ?? [];
    fields.push(subject.field ?? '');
    byResource.set(subject.resource ?? '', fields);
  }
  return [...byResource].map(([resource, fields]) => {
    const shown = fields.slice(0, 5).join(', ');
    const more = fields.length > 5 ? ` and ${fields.length - 5} more` : '';
    return escapeTerminal(`    ${resource}: ${what} in ${count(fields.length, 'field')}: ${shown}${more}`);
  });
}
