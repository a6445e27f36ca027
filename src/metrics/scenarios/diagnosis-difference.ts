import { compareIds } from '../../base/ids.ts';
import type { Localized } from '../../base/localized.ts';
import type { RuleCode } from '../../model/diagnosis-settings.ts';
import type { Diagnosis } from '../diagnosis/diagnose.ts';
import type { Finding, Outcome } from '../diagnosis/rule.ts';

export interface RuleFinding {
  readonly code: RuleCode;
  readonly finding: Finding;
}

/** A finding of both states that is not as bad as it was, or worse. */
export interface ChangedFinding {
  readonly code: RuleCode;
  readonly before: Finding;
  readonly after: Finding;
}

/** A rule that applies in one of the two states alone: what it found came or went with what it needs. */
export interface RuleTurn {
  readonly code: RuleCode;
  readonly appliesNow: boolean;
  /** Why it does not apply in the other. */
  readonly why: Localized;
}

/** How a diagnosis differs from an earlier one; findings are the same when their ids are. The worst of each list first. */
export interface DiagnosisDifference {
  readonly gained: readonly RuleFinding[];
  readonly lost: readonly RuleFinding[];
  /** What changed most first. */
  readonly changed: readonly ChangedFinding[];
  /** How many are in both as they were. */
  readonly kept: number;
  readonly turned: readonly RuleTurn[];
}

/** Severities nearer than this are the same: what two computations round differently is no change. */
const SAME = 1e-9;

export function diagnosisDifference(before: Diagnosis, after: Diagnosis): DiagnosisDifference {
  const [was, is] = [findingsOf(before), findingsOf(after)];
  const changed: ChangedFinding[] = [];
  let kept = 0;
  for (const [id, { code, finding }] of is) {
    const earlier = was.get(id)?.finding;
    if (!earlier) continue;
    if (Math.abs(finding.severity - earlier.severity) > SAME || finding.level !== earlier.level)
      changed.push({ code, before: earlier, after: finding });
    else kept++;
  }
  return {
    gained: [...is.values()].filter(({ finding }) => !was.has(finding.id)).sort(byFinding),
    lost: [...was.values()].filter(({ finding }) => !is.has(finding.id)).sort(byFinding),
    changed: changed.sort((a, b) => stepOf(b) - stepOf(a) || compareIds(a.after.id, b.after.id)),
    kept,
    turned: turnsOf(before, after),
  };
}

function findingsOf({ results }: Diagnosis): ReadonlyMap<string, RuleFinding> {
  const found = new Map<string, RuleFinding>();
  for (const { code, outcome } of results)
    if (outcome.applies) for (const finding of outcome.findings) found.set(finding.id, { code, finding });
  return found;
}

function byFinding(a: RuleFinding, b: RuleFinding): number {
  return b.finding.severity - a.finding.severity || compareIds(a.finding.id, b.finding.id);
}

function stepOf({ before, after }: ChangedFinding): number {
  return Math.abs(after.severity - before.severity);
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
