import { describe, expect, it } from 'vitest';
import { finish, layoutInput, type LayoutInput, type LayoutOutcome } from '../../src/layout/layout.ts';
import { NICHE_LAYOUT } from '../../src/layout/niche.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import type { Actor } from '../../src/model/graph.ts';
import type { Region } from '../../src/model/view.ts';
import { networkInput } from '../../src/network/network.ts';
import { actor, AS_IS, graphOf } from '../metrics/support.ts';
import { overlaps } from './inputs.ts';

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, ...AS_IS, niche: 'supply' } as const;

/** Actors that offer talent, funding or both alike, and some that offer nothing. */
function people(change: (id: string) => Partial<Actor> = () => ({})): Actor[] {
  return Array.from({ length: 30 }, (_, k) => {
    const id = `a${String(k).padStart(2, '0')}`;
    const kind = k % 5;
    const supply: Record<string, number> =
      kind < 2 ? { talent: 5 } : kind < 4 ? { funding: 3 + k, data: k % 3 } : {};
    return actor(id, { supply, ...change(id) });
  });
}

function inputFor(actors: readonly Actor[], regions: Region[] = []): LayoutInput {
  const graph = graphOf(actors, []);
  return {
    ...layoutInput(graph, undefined, 1, regions),
    niches: { network: networkInput(graph), options: OPTIONS },
  };
}

const run = (input: LayoutInput): LayoutOutcome => finish(NICHE_LAYOUT.run(input));

function middle({ x, y }: LayoutOutcome, of: (k: number) => boolean): [number, number] {
  const own = Array.from(x.keys()).filter(of);
  const mean = (values: Float64Array): number =>
    own.reduce((sum, k) => sum + (values[k] ?? 0), 0) / own.length;
  return [mean(x), mean(y)];
}

describe('the niche map as the layout of a map', () => {
  const input = inputFor(people());
  const outcome = run(input);
  const talent = (k: number): boolean => k % 5 < 2;
  const funding = (k: number): boolean => k % 5 === 2 || k % 5 === 3;

  it('stands actors with like niches together, and unlike ones apart', () => {
    const [x, y] = middle(outcome, talent);
    const [otherX, otherY] = middle(outcome, funding);
    const apart = Math.hypot(x - otherX, y - otherY);
    const spread =
      Array.from(outcome.x.keys())
        .filter(talent)
        .reduce((sum, k) => sum + Math.hypot((outcome.x[k] ?? 0) - x, (outcome.y[k] ?? 0) - y), 0) / 12;
    expect(apart).toBeGreaterThan(2 * spread);
  });

  it('covers no mark by another, with actors without a niche in a line below the rest', () => {
    expect(overlaps(input, outcome.x, outcome.y)).toEqual([]);
    expect([...outcome.x, ...outcome.y].every(Number.isFinite)).toBe(true);
    const without = Array.from(outcome.x.keys()).filter((k) => k % 5 === 4);
    const [first = 0] = without;
    for (const [k, y] of outcome.y.entries()) {
      if (without.includes(k)) expect(y).toBe(outcome.y[first]);
      else expect(y).toBeLessThan(outcome.y[first] ?? 0);
    }
  });

  it('is the same picture each time, whatever the order in which actors were added', () => {
    expect(run(inputFor(people().reverse()))).toEqual(outcome);
  });

  it('keeps pins where they are, and stands those with the same niche near them', () => {
    const pinned = run(
      inputFor(people((id) => (id === 'a00' ? { position: [4000, 3000], pinned: true } : {}))),
    );
    expect([pinned.x[0], pinned.y[0]]).toEqual([4000, 3000]);
    const far = (k: number): number => Math.hypot((pinned.x[k] ?? 0) - 4000, (pinned.y[k] ?? 0) - 3000);
    expect(far(1)).toBeLessThan(far(2));
    expect(far(2)).toBeLessThan(3000);
  });

  it('keeps locked regions: whoever is inside stays, and nobody comes in', () => {
    const region = { id: 'r', x: -100, y: -100, width: 200, height: 200 };
    const locked = run(
      inputFor(
        people((id) => (id === 'a02' ? { position: [10, 20] } : {})),
        [region],
      ),
    );
    expect([locked.x[2], locked.y[2]]).toEqual([10, 20]);
    const inside = Array.from(locked.x.keys()).filter(
      (k) => Math.abs(locked.x[k] ?? 0) <= 100 && Math.abs(locked.y[k] ?? 0) <= 100,
    );
    expect(inside).toEqual([2]);
  });

  it('arranges a map of which no niches are known in a block', () => {
    const { niches: _, ...bare } = input;
    const { x, y } = run(bare);
    expect(overlaps(input, x, y)).toEqual([]);
  });
});
