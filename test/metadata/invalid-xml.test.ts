import { describe, expect, it } from 'vitest';
import { check } from './documents.js';
import { placeOf, unmarked } from './invalid/document.js';
import { XML_FAULTS } from './invalid/xml-faults.js';

describe('what is not well-formed is one finding, where it is', () => {
  it.each(XML_FAULTS)('%s', (_, marked, says) => {
    const { findings, model, root } = check(unmarked(marked));
    expect(findings).toEqual([
      {
        rule: 'edmx/well-formed',
        severity: 'error',
        subject: {},
        message: expect.stringContaining(says),
        location: { file: 'metadata.xml', line: expect.any(Number), column: expect.any(Number) },
        specification: 'https://www.w3.org/TR/xml/',
      },
    ]);
    const [place] = findings.map(({ location }) => `${location?.line}:${location?.column}`);
    expect(place).toBe(placeOf(marked));
    expect([model, root]).toEqual([undefined, undefined]);
  });
});
