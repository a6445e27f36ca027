import type { Diagnosis } from '../metrics/diagnosis/diagnose.ts';
import { findingChanges } from '../metrics/diagnosis/finding-changes.ts';
import type { Finding } from '../metrics/diagnosis/rule.ts';
import type { RuleCode } from '../model/diagnosis-settings.ts';

/** What was found before and is not any more, by rule. */
export function goneFindings(before: Diagnosis, after: Diagnosis): ReadonlyMap<RuleCode, readonly Finding[]> {
  const gone = new Map<RuleCode, Finding[]>();
  for (const { code, finding } of findingChanges(before, after).lost)
    gone.set(code, [...(gone.get(code) ?? []), finding]);
  return gone;
}
