import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/metrics/diagnosis/diagnose.ts';
import { found as foundOf } from '../../../src/metrics/diagnosis/outcome.ts';
import type { Finding } from '../../../src/metrics/diagnosis/rule.ts';
import { diagnosisDifference } from '../../../src/metrics/scenarios/diagnosis-difference.ts';

function finding(id: string, severity: number): Finding {
  return {
    id,
    says: { en: [id], zh: [id] },
    severity,
    level: severity >= 0.5 ? 'critical' : 'warning',
    facts: [],
    actors: [],
    ties: [],
    pairs: [],
    subject: {},
  };
}

const WHY = { en: 'nothing is needed here', zh: '此处没有需求' };

/** Severities by id; null where the rule does not apply. */
function diagnosisOf(found: Readonly<Record<string, number>> | null): Diagnosis {
  const findings = Object.entries(found ?? {}).map(([id, severity]) => finding(id, severity));
  return {
    results: [
      {
        code: 'D1',
        outcome: found ? foundOf(findings, []) : { applies: false, why: WHY },
        severity: found ? Math.max(0, ...findings.map(({ severity }) => severity)) : null,
      },
    ],
  };
}

const found = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 0, max: 4 }), {
  maxKeys: 6,
  noNullPrototype: true,
});

describe('the difference of two diagnoses', () => {
  it('accounts for every finding of both once', () => {
    fc.assert(
      fc.property(found, found, (was, is) => {
        const scaled = (all: Record<string, number>): Record<string, number> =>
          Object.fromEntries(Object.entries(all).map(([id, step]) => [id, step / 4]));
        const { gained, lost, changed, kept } = diagnosisDifference(
          diagnosisOf(scaled(was)),
          diagnosisOf(scaled(is)),
        );
        expect(gained.length + changed.length + kept).toBe(Object.keys(is).length);
        expect(lost.length + changed.length + kept).toBe(Object.keys(was).length);
        for (const { finding: one } of gained) expect(was).not.toHaveProperty(one.id);
        for (const { finding: one } of lost) expect(is).not.toHaveProperty(one.id);
        for (const { before, after } of changed) expect(before.severity).not.toBe(after.severity);
      }),
    );
  });

  it('turned round says the same the other way', () => {
    fc.assert(
      fc.property(found, found, (was, is) => {
        const forth = diagnosisDifference(diagnosisOf(was), diagnosisOf(is));
        const back = diagnosisDifference(diagnosisOf(is), diagnosisOf(was));
        expect(back.gained).toEqual(forth.lost);
        expect(back.lost).toEqual(forth.gained);
        expect(back.kept).toBe(forth.kept);
      }),
    );
  });

  it('lists the worst first, and what changed most', () => {
    const { gained, changed } = diagnosisDifference(
      diagnosisOf({ a: 0.2, b: 0.9 }),
      diagnosisOf({ a: 0.3, b: 0.2, c: 0.4, d: 0.8 }),
    );
    expect(gained.map(({ finding: { id } }) => id)).toEqual(['d', 'c']);
    expect(changed.map(({ after: { id } }) => id)).toEqual(['b', 'a']);
  });

  it('does not take for gone or new what is only told or not told any more, and counts what it cannot tell', () => {
    const many = (severities: readonly number[]): Record<string, number> =>
      Object.fromEntries(severities.map((severity, k) => [`f${k + 10}`, severity]));
    const was = many(Array.from({ length: 25 }, () => 0.5));
    const { f10: _, ...is } = was;
    const resolved = diagnosisDifference(diagnosisOf(was), diagnosisOf(is));
    expect(resolved.lost.map(({ finding: { id } }) => id)).toEqual(['f10']);
    expect(resolved.gained).toEqual([]);
    expect(resolved.kept).toBe(24);
    expect(resolved.untold.size).toBe(0);
    // the last of 25 is not told
    const { f34: __, ...rest } = was;
    const unseen = diagnosisDifference(diagnosisOf(was), diagnosisOf(rest));
    expect([unseen.lost, unseen.gained]).toEqual([[], []]);
    expect([...unseen.untold]).toEqual([['D1', 1]]);
  });

  it('says of a rule that no longer applies why it does not', () => {
    const { lost, turned } = diagnosisDifference(diagnosisOf({ a: 1 }), diagnosisOf(null));
    expect(lost).toHaveLength(1);
    expect(turned).toEqual([{ code: 'D1', appliesNow: false, why: WHY }]);
  });
});
