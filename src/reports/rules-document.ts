import { RULE_IDS, ruleOf } from '../core/rules.js';
import { WHERE_NEAR_NAMES_WARN } from './near-name-severity.js';

/** `docs/rules.md`: the rule catalogue as a document. */
export function rulesDocument(): string {
  const sections = RULE_IDS.map((id) => {
    const { checks, why, fix, clause, url, severity, beforeVersion2, nearName } = ruleOf(id);
    const earlier =
      beforeVersion2 === undefined ? '' : `; Data Dictionary 1.7: ${beforeVersion2.certification}`;
    const relaxed = nearName === true ? `; a warning ${WHERE_NEAR_NAMES_WARN}` : '';
    return [
      `## ${id}`,
      '',
      `${checks} ${why}`,
      '',
      `- To mend: ${fix.replaceAll('<', '&lt;')}`,
      `- Severity: ${severity.certification} (certification), ${severity.specification} (specification)${earlier}${relaxed}`,
      `- Standard: [${clause}](${url})`,
    ].join('\n');
  });
  return `# Rules\n\nWritten by \`npm run docs\` from the rule catalogue, \`src/core/catalogue\`.\n\n${sections.join('\n\n')}\n`;
}
