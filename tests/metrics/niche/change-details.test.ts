import { describe, expect, it } from 'vitest';
import { nicheMoves } from '../../../src/metrics/niche/change-details.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../../src/model/measure-options.ts';
import type { Actor } from '../../../src/model/graph.ts';
import { compileNetwork, networkInput } from '../../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf } from '../support.ts';

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, niche: 'demand' } as const;
const networkOf = (demands: Readonly<Record<string, Actor['demand']>>) =>
  compileNetwork(
    networkInput(
      graphOf(
        Object.entries(demands).map(([id, demand]) => actor(id, { demand })),
        [],
      ),
    ),
    AS_IS,
  );

describe('moves of niches', () => {
  const before = networkOf({
    a: { talent: 1 },
    b: { talent: 1, data: 1 },
    c: { orders: 2 },
    gone: { data: 1 },
  });
  const after = networkOf({ a: { data: 1 }, b: { talent: 1 }, c: { orders: 1 }, come: { talent: 1 } });
  const { actorIds, points, rows } = finish(nicheMoves(before, after, OPTIONS));

  it('lead with whoever changed most, each with its class', () => {
    expect(rows.rows.map(({ id, tag }) => [id, tag?.name.en])).toEqual([
      ['a', 'shift'],
      ['b', 'contraction'],
      ['c', 'stable'],
    ]);
    expect(rows.rows[0]?.values[0]).toBe(1);
    const counts = new Map(rows.facts.map(({ id, value }) => [id, value]));
    expect([counts.get('shift'), counts.get('contraction'), counts.get('stable')]).toEqual([1, 1, 1]);
    expect(counts.get('one-state')).toBe(2);
  });

  it('start where the actor was, and nowhere for one that was not there', () => {
    expect(actorIds).toEqual(['a', 'b', 'c', 'come']);
    const from = [...(points?.fromXs ?? [])];
    expect(from.map(Number.isNaN)).toEqual([false, false, false, true]);
    expect(points?.xs[2]).toBeCloseTo(from[2] ?? NaN, 9);
    expect(points?.xs[0]).not.toBeCloseTo(from[0] ?? NaN, 2);
  });
});
