import type { DiagnosisSettings, RuleCode } from '../../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import { RULES } from './registry.ts';
import { thresholdInForce, type Outcome, type Rule, type Threshold } from './rule.ts';

export interface RuleResult {
  readonly code: RuleCode;
  readonly outcome: Outcome;
  /** Of its worst finding, in [0, 1]; 0 where it found nothing, null where it does not apply. */
  readonly severity: number | null;
}

/** What all rules found, in the order of the catalogue; muted ones too, since muting is a way of looking. */
export interface Diagnosis {
  readonly results: readonly RuleResult[];
}

/** Tests the rules on a network. A threshold outside of its bounds counts as the nearest one within. */
export function* diagnose(
  network: Network,
  options: MeasureOptions,
  { thresholds }: Pick<DiagnosisSettings, 'thresholds'>,
  rules: readonly Rule[] = RULES,
): Computation<Diagnosis> {
  const threshold = (one: Threshold): number => thresholdInForce(one, thresholds);
  const results: RuleResult[] = [];
  for (const [k, rule] of rules.entries()) {
    const outcome = yield* within(
      k / rules.length,
      1 / rules.length,
      rule.test({ network, options, threshold }),
    );
    results.push({ code: rule.code, outcome, severity: severityOf(outcome) });
  }
  return { results };
}

function severityOf(outcome: Outcome): number | null {
  return outcome.applies ? Math.max(0, ...outcome.findings.map(({ severity }) => severity)) : null;
}

/** How much is wrong in all: the sum of the severities of all findings of the rules that are not muted. >= 0. */
export function burdenOf({ results }: Diagnosis, muted: DiagnosisSettings['muted']): number {
  let sum = 0;
  for (const { code, outcome } of results)
    if (outcome.applies && !Object.hasOwn(muted, code))
      for (const { severity } of outcome.findings) sum += severity;
  return sum;
}
