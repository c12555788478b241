import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { findingsSummary } from '../../src/reports/findings-summary.js';
import type { Paint } from '../../src/reports/paint.js';

const plain = (text: string) => text;
const PLAIN: Paint = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain };

function finding(rule: Finding['rule'], severity: Finding['severity'], field: string): Finding {
  return { rule, severity, subject: { resource: 'Property', field }, message: `${field} is wrong.` };
}

describe('findingsSummary', () => {
  it('shows at most 100 findings a rule, and the count of the rest', () => {
    const many = Array.from({ length: 103 }, (_, at) => finding('dd/field-type', 'error', `F${at}`));
    const text = findingsSummary([...many, finding('dd/synonym', 'error', 'AskingPrice')], PLAIN);
    expect(text).toContain('F99 is wrong.');
    expect(text).not.toContain('F100 is wrong.');
    expect(text).toContain('… and 3 more, all in results.json');
    expect(text).toContain('AskingPrice is wrong.');
  });

  it('folds sizes that differ into one line a resource', () => {
    const sizes = Array.from({ length: 7 }, (_, at) => finding('dd/suggested-length', 'info', `F${at}`));
    expect(findingsSummary(sizes, PLAIN)).toBe(`Infos
  dd/suggested-length  reso-certify explain dd/suggested-length
    Property: MaxLength differs from the suggested one in 7 fields: F0, F1, F2, F3, F4 and 2 more
`);
  });

  it('shows the message of the first of many warnings, and the place of the others', () => {
    const warnings = Array.from({ length: 12 }, (_, at) => finding('edmx/facets', 'warning', `F${at}`));
    const text = findingsSummary(warnings, PLAIN);
    expect(text).toContain('    Property.F2\n      F2 is wrong.\n    Property.F3\n    Property.F4\n');
    expect(text).toContain('Property.F11');
    expect(text).not.toContain('F3 is wrong.');
  });

  it('puts errors before warnings before infos', () => {
    const mixed = (['info', 'error', 'warning'] as const).map((severity) =>
      finding('dd/synonym', severity, severity),
    );
    expect(findingsSummary(mixed, PLAIN).match(/^\w+$/gm)).toEqual(['Errors', 'Warnings', 'Infos']);
  });

  it('is empty without findings', () => {
    expect(findingsSummary([], PLAIN)).toBe('');
  });
});
