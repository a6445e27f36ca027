import { compareIds } from '../../base/ids.ts';
import type { RuleCode } from '../../model/diagnosis-settings.ts';
import type { Diagnosis } from './diagnose.ts';
import { bySeverity } from './outcome.ts';
import type { Finding } from './rule.ts';

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

/** How findings differ from earlier ones; they are the same when their ids are. The worst of each list first. */
export interface FindingChanges {
  readonly gained: readonly RuleFinding[];
  readonly lost: readonly RuleFinding[];
  /** What changed most first. */
  readonly changed: readonly ChangedFinding[];
  /** How many are in both as they were. */
  readonly kept: number;
  /** How many more came, went or changed, of rules that find more than they tell. */
  readonly untold: ReadonlyMap<RuleCode, number>;
}

/** Severities nearer than this are the same: what two computations round differently is no change. */
const SAME = 1e-9;

/** What one diagnosis finds and another does not. A finding that is only not told any more has not gone. */
export function findingChanges(before: Diagnosis, after: Diagnosis): FindingChanges {
  const [was, is] = [toldOf(before), toldOf(after)];
  const [knew, knows] = [knownOf(before), knownOf(after)];
  const changed: ChangedFinding[] = [];
  const untold = new Map<RuleCode, number>();
  const countUntold = (code: RuleCode): void => void untold.set(code, (untold.get(code) ?? 0) + 1);
  let kept = 0;
  for (const [id, { code, severity }] of knows) {
    const [earlier, later] = [was.get(id)?.finding, is.get(id)?.finding];
    const known = knew.get(id);
    if (!known) {
      if (!later) countUntold(code);
    } else if (earlier && later) {
      if (isChanged(earlier, later)) changed.push({ code, before: earlier, after: later });
      else kept++;
    } else if (Math.abs(severity - known.severity) > SAME) countUntold(code);
    else kept++;
  }
  for (const [id, { code }] of knew) if (!knows.has(id) && !was.has(id)) countUntold(code);
  return {
    gained: [...is.values()].filter(({ finding }) => !knew.has(finding.id)).sort(byFinding),
    lost: [...was.values()].filter(({ finding }) => !knows.has(finding.id)).sort(byFinding),
    changed: changed.sort((a, b) => stepOf(b) - stepOf(a) || compareIds(a.after.id, b.after.id)),
    kept,
    untold,
  };
}

function isChanged(before: Finding, after: Finding): boolean {
  return Math.abs(after.severity - before.severity) > SAME || after.level !== before.level;
}

function toldOf({ results }: Diagnosis): ReadonlyMap<string, RuleFinding> {
  const told = new Map<string, RuleFinding>();
  for (const { code, outcome } of results)
    if (outcome.applies) for (const finding of outcome.findings) told.set(finding.id, { code, finding });
  return told;
}

interface Known {
  readonly code: RuleCode;
  readonly severity: number;
}

function knownOf({ results }: Diagnosis): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const { code, outcome } of results)
    if (outcome.applies) for (const { id, severity } of outcome.all) known.set(id, { code, severity });
  return known;
}

function byFinding(a: RuleFinding, b: RuleFinding): number {
  return bySeverity(a.finding, b.finding);
}

function stepOf({ before, after }: ChangedFinding): number {
  return Math.abs(after.severity - before.severity);
}
