import { describe, expect, it } from 'vitest';
import { JUDGED_BY } from '../../src/metrics/remedies/offers.ts';
import type { Readings } from '../../src/metrics/remedies/read-goal.ts';
import type { Remedy } from '../../src/metrics/remedies/remedy.ts';
import type { RankedRemedy, RemediesState } from '../../src/state/remedies.svelte.ts';
import { remedyTicks, togetherOf } from '../../src/state/strategy-remedies.ts';

const values = (value: number): Readings['values'] => JUDGED_BY.map((_, k) => (k === 0 ? value : 1));
const before: Readings = { goal: 1, values: values(10) };

function ranked(id: string, gain: number): RankedRemedy {
  const remedy: Remedy = {
    ...{ id, kind: 'add-tie', rule: 'D1', findings: [], edits: [] },
    says: { en: [id], zh: [id] },
    why: { en: [id], zh: [id] },
  };
  const after = { goal: 1 + gain, values: values(10 + gain) };
  return { remedy, gain, after, worst: { headline: 2, before: 1, after: 0.5 } };
}

const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id, k) => ranked(id, 9 - k));

function state(
  chosen: readonly string[],
  more: { readonly stale?: boolean; readonly start?: undefined } = {},
) {
  return {
    start: { before, findings: 1, remedies: all.length },
    stale: false,
    ranked: all,
    gaining: all,
    chosen: all.map(({ remedy }) => remedy).filter(({ id }) => chosen.includes(id)),
    plan: undefined,
    costOf: () => 2,
    ...more,
  } as unknown as RemediesState;
}

const shown = (ticks: ReturnType<typeof remedyTicks>): string[] =>
  ticks.map(({ chosen, told }) => `${chosen.remedy.id}${told ? ' told' : ''}`);

describe('the remedies of a strategy page', () => {
  it('are those of the plan, ticked, then some that gain most', () => {
    expect(shown(remedyTicks(state(['i', 'b']), new Map()))).toEqual([
      'b told',
      'i told',
      'a',
      'c',
      'd',
      'e',
      'f',
      'g',
    ]);
  });

  it('are ticked and unticked by hand, and what is ticked stays in the list', () => {
    const picked = new Map([
      ['b', false],
      ['h', true],
    ]);
    expect(shown(remedyTicks(state(['b']), picked))).toEqual(['b', 'a', 'c', 'd', 'e', 'f', 'g', 'h told']);
  });

  it('are none while they were not simulated on the map as it is', () => {
    expect(remedyTicks(state(['a'], { stale: true }), new Map())).toEqual([]);
    expect(remedyTicks(state(['a'], { start: undefined }), new Map())).toEqual([]);
  });

  it('say which measures they change, and which gets worst', () => {
    const [first] = remedyTicks(state(['a']), new Map());
    const [headline, , worst] = JUDGED_BY;
    expect(first?.chosen).toMatchObject({
      cost: 2,
      changes: [{ measure: headline?.measure.id, before: 10, after: 19 }],
      worst: worst?.measure.id,
    });
    const together = togetherOf({
      before,
      after: { goal: 3, values: values(12) },
      resolved: [],
      appeared: [],
    });
    expect(together.changes).toEqual([{ measure: headline?.measure.id, before: 10, after: 12 }]);
  });
});
