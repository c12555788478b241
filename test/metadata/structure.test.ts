import { describe, expect, it } from 'vitest';
import { check } from './documents.js';
import { type Faulty, faultyDocument } from './invalid/document.js';
import { ATTRIBUTES, ELEMENTS, QUANTITIES, type StructureCase, VALUES } from './invalid/structure-faults.js';

function expectOne(faulty: Faulty, subject: string, says: string): void {
  const { text, place } = faultyDocument(faulty);
  const { findings } = check(text);
  const told = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    place: `${finding.location?.line}:${finding.location?.column}`,
    subject: finding.subject,
    message: finding.message,
  }));
  expect(told).toEqual([
    {
      rule: 'edmx/structure',
      severity: 'error',
      place,
      subject: { element: subject },
      message: expect.stringContaining(says),
    },
  ]);
  const [message] = told.map((finding) => finding.message);
  expect(message).toMatch(/\(OData CSDL (?:XML 4\.01|4\.0), section [\d.]+\)\. [A-Z].*[.?]$/);
}

describe('edmx/structure', () => {
  it('has nothing against the document in which the faults are planted', () => {
    expect(check(faultyDocument({}).text).findings).toEqual([]);
    expect(check(faultyDocument({ version: '4.01' }).text).findings).toEqual([]);
  });

  it.each<readonly [string, readonly StructureCase[]]>([
    ['elements', ELEMENTS],
    ['quantities', QUANTITIES],
    ['attributes', ATTRIBUTES],
    ['values', VALUES],
  ])('has no case of %s twice', (_, cases) => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });
});

describe('one fault is one finding, where it is', () => {
  const cases = [...ELEMENTS, ...QUANTITIES, ...ATTRIBUTES, ...VALUES];

  it.each(cases.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    ({ rest: [faulty, subject, says = ''] }) => {
      expectOne(faulty, subject, says);
    },
  );
});
