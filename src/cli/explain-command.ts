import { Command } from 'commander';
import { ConfigurationError } from '../core/errors.js';
import { didYouMean } from '../core/nearest-name.js';
import { isRuleId, RULE_IDS } from '../core/rules.js';
import { explainRule, listRules } from '../reports/explain-rule.js';
import type { Terminal } from './terminal.js';

/** `explain`: what a rule checks, why, how to fix it and where the standard says so. */
export function explainCommand(terminal: Terminal): Command {
  return new Command('explain')
    .description('Explain a rule; without one, list all rules.')
    .argument('[rule]', 'the id of a rule, such as dd/field-type')
    .option('--no-color', 'no colours')
    .addHelpText('after', '\nExample:\n  reso-certify explain dd/field-type')
    .action((rule: string | undefined, { color }: { color: boolean }) => {
      const paint = terminal.paint('out', color);
      if (rule === undefined) terminal.out(listRules(paint));
      else if (isRuleId(rule)) terminal.out(explainRule(rule, paint));
      else throw unknownRule(rule);
    });
}

function unknownRule(rule: string): ConfigurationError {
  return new ConfigurationError(`There is no rule "${rule}".`, {
    advice: `${didYouMean(rule, RULE_IDS) ?? ''} All rules: reso-certify explain.`.trim(),
  });
}
