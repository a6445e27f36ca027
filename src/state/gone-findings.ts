import type { Diagnosis, RuleResult } from '../metrics/diagnosis/diagnose.ts';
import { MOST_FINDINGS } from '../metrics/diagnosis/outcome.ts';
import type { Finding } from '../metrics/diagnosis/rule.ts';
import type { RuleCode } from '../model/diagnosis-settings.ts';

/** What was found before and is not any more, by rule; of rules whose list was cut short nothing is known. */
export function goneFindings(before: Diagnosis, after: Diagnosis): ReadonlyMap<RuleCode, readonly Finding[]> {
  const now = new Map(after.results.map((result) => [result.code, result]));
  return new Map(
    before.results.flatMap((result) => {
      const left = now.get(result.code);
      const all = findingsOf(result);
      const still = new Set(left && findingsOf(left).map(({ id }) => id));
      if (still.size >= MOST_FINDINGS) return [];
      const gone = all.filter(({ id }) => !still.has(id));
      return gone.length > 0 ? [[result.code, gone] as const] : [];
    }),
  );
}

function findingsOf({ outcome }: RuleResult): readonly Finding[] {
  return outcome.applies ? outcome.findings : [];
}
