import type { Localized } from '../../base/localized.ts';
import type { RuleCode } from '../../model/diagnosis-settings.ts';
import type { Diagnosis } from '../diagnosis/diagnose.ts';
import { findingChanges, type FindingChanges } from '../diagnosis/finding-changes.ts';
import type { Outcome } from '../diagnosis/rule.ts';

/** A rule that applies in one of the two states alone: what it found came or went with what it needs. */
export interface RuleTurn {
  readonly code: RuleCode;
  readonly appliesNow: boolean;
  /** Why it does not apply in the other. */
  readonly why: Localized;
}

/** How a diagnosis differs from an earlier one. */
export interface DiagnosisDifference extends FindingChanges {
  readonly turned: readonly RuleTurn[];
}

export function diagnosisDifference(before: Diagnosis, after: Diagnosis): DiagnosisDifference {
  return { ...findingChanges(before, after), turned: turnsOf(before, after) };
}

function turnsOf(before: Diagnosis, after: Diagnosis): readonly RuleTurn[] {
  const earlier = new Map<RuleCode, Outcome>(before.results.map(({ code, outcome }) => [code, outcome]));
  return after.results.flatMap(({ code, outcome }): RuleTurn[] => {
    const was = earlier.get(code);
    if (!was || was.applies === outcome.applies) return [];
    const silent = outcome.applies ? was : outcome;
    return silent.applies ? [] : [{ code, appliesNow: outcome.applies, why: silent.why }];
  });
}
