import { describe, expect, it } from 'vitest';
import { createFinding } from '../../src/core/create-finding.js';
import type { SeverityPolicy } from '../../src/core/severity.js';

const policy: SeverityPolicy = { profile: 'certification', version: '2.0', strict: true };
const details = { subject: { resource: 'Property' }, message: 'Wrong.' };

describe('createFinding', () => {
  it('fills in the severity of the profile and the link of the rule', () => {
    expect(createFinding(policy, 'edmx/version', details)).toEqual({
      rule: 'edmx/version',
      severity: 'error',
      subject: { resource: 'Property' },
      message: 'Wrong.',
      specification: expect.stringMatching(/^https:\/\/docs\.oasis-open\.org\//),
    });
  });

  it('keeps a link that is given', () => {
    const finding = createFinding(policy, 'dd/field-type', {
      ...details,
      specification: 'https://example.org',
    });
    expect(finding?.specification).toBe('https://example.org');
  });

  it('takes a lesser severity where the rule names one', () => {
    expect(createFinding(policy, 'edmx/unresolved-type', { ...details, severity: 'warning' })?.severity).toBe(
      'warning',
    );
  });

  it.each([
    { profile: 'certification', advisory: true, severity: 'error' },
    { profile: 'specification', advisory: true, severity: 'warning' },
    { profile: 'specification', advisory: false, severity: 'error' },
  ] as const)(
    'an advisory ($advisory) near name is $severity in $profile',
    ({ profile, advisory, severity }) => {
      const finding = createFinding({ ...policy, profile }, 'dd/similar-name', { ...details, advisory });
      expect(finding?.severity).toBe(severity);
      expect(finding).not.toHaveProperty('advisory');
    },
  );
});
