import type { Rule } from './rule.js';
import { EVERYWHERE } from './severities.js';
import { RESO } from './standards.js';

/** The rules of near names and of what people decided about them. */
export const VARIATIONS_RULES = {
  'variations/resource': {
    checks: 'No local resource is nearly called like a standard one that the server does not declare.',
    why: 'A resource under another name is not counted as the standard one, and consumers do not look there.',
    fix: 'Name the entity set as the standard resource if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'variations/field': {
    checks:
      'No local field of a standard resource, a property of a complex type included, is near to a standard field that the server does not declare, and none is one in the opinion of a person.',
    why: 'A field that is nearly called like a standard one most likely is the standard one, and consumers do not find it.',
    fix: 'Use the standard name if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'variations/expansion': {
    checks:
      'No local expansion of a standard resource is near to a standard expansion that the server does not declare.',
    why: 'Consumers expand standard resources by the standard names.',
    fix: 'Use the standard name if it is meant; if not, say so with --mappings (Ignore, with a reason).',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
  'variations/lookup': {
    checks:
      'No local value of an open lookup is near to a standard value that the server does not declare, or a listed synonym of one.',
    why: 'A value that is nearly called like a standard one most likely is the standard one, and queries for it find nothing.',
    fix: 'Use the standard value if it is meant; if not, say so with --mappings (Ignore, with a reason). A listed synonym alone only warns.',
    clause: 'RCP-40, section 3, Similar Name Matching',
    url: RESO,
    severity: EVERYWHERE,
    nearName: true,
  },
} as const satisfies Record<string, Rule>;
