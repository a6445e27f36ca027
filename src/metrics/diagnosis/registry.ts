import type { RuleCode } from '../../model/diagnosis-settings.ts';
import { isolation } from './isolation.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of the catalogue. The panel, the command line and the strategy page read it. */
export const RULES: readonly Rule[] = [isolation];

const byCode = new Map<string, Rule>(RULES.map((rule) => [rule.code, rule]));

export function ruleByCode(code: RuleCode): Rule | undefined {
  return byCode.get(code);
}
