import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closureOf } from '../../src/metrics/flow/closure.ts';
import { solveLinear } from '../../src/metrics/linear/linear-system.ts';
import { fundingLoss, type FundingLoss } from '../../src/metrics/stress/funding.ts';
import { removalOf } from '../../src/metrics/stress/removal-of.ts';
import type { FundingShock, Shock } from '../../src/metrics/stress/shock.ts';
import { stressOf, type StressResult } from '../../src/metrics/stress/stress.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { actor, AS_IS, finish, graphOf, tie, type SmallGraph } from './support.ts';

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, ...AS_IS };

function stress(graph: SmallGraph, shock: Shock): StressResult {
  const input = networkInput(graph);
  const result = finish(stressOf(input, compileNetwork(input, AS_IS), shock, OPTIONS));
  if (!result) throw new Error('no actors');
  return result;
}

function english({ says }: StressResult): string {
  return says.en.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('');
}

describe('a cut in funding', () => {
  const shock = (more: Partial<FundingShock>): FundingShock => ({
    kind: 'funding',
    currency: '*',
    cut: 'inflow',
    from: { of: 'everyone' },
    share: 1,
    ...more,
  });
  const lossOf = (network: Network, more: Partial<FundingShock>): FundingLoss | null =>
    finish(fundingLoss(network, shock(more), OPTIONS));
  const maps = smallMaps({ actors: 6, ties: 14 });
  const compiled = (parts: Parts): Network =>
    compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), AS_IS);

  it('of nothing changes nothing, to the bit', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom('inflow' as const, 'given' as const), (parts, cut) => {
        const loss = lossOf(compiled(parts), { cut, share: 0 });
        if (!loss) return;
        expect(loss.lost.every((value) => value === 0)).toBe(true);
        expect(loss.throughflow[1]).toBe(loss.throughflow[0]);
      }),
    );
  });

  it('of all that everyone passes on leaves what comes from outside alone', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = compiled(parts);
        const loss = lossOf(network, { cut: 'given' });
        const closure = finish(closureOf(network, { currency: '*', lambda: OPTIONS.lambda }));
        if (!loss || !closure) return;
        for (const [k, z] of closure.model.inflow.entries())
          expect(loss.before[k]! - loss.lost[k]!).toBeCloseTo(z, 9);
        expect(loss.cycling[1] ?? 0).toBeCloseTo(0, 12);
      }),
    );
  });

  it('of all that comes from outside leaves nothing', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const loss = lossOf(compiled(parts), {});
        if (!loss) return;
        expect(loss.throughflow[1]).toBeLessThanOrEqual(1e-9 * loss.throughflow[0]);
        expect(loss.withheld).toBeLessThanOrEqual(loss.throughflow[0] * (1 + 1e-12));
      }),
    );
  });

  it('leaves what solves T = z + T G with what is still given', () => {
    fc.assert(
      fc.property(
        maps,
        fc.constantFrom('inflow' as const, 'given' as const),
        fc.integer({ min: 0, max: 100 }),
        (parts, cut, percent) => {
          const network = compiled(parts);
          const share = percent / 100;
          const hit = new Set(['a0', 'a2']);
          const loss = lossOf(network, { cut, share, from: { of: 'actors', ids: [...hit] } });
          const closure = finish(closureOf(network, { currency: '*', lambda: OPTIONS.lambda }));
          if (!loss || !closure) return;
          const { model, actors } = closure;
          const size = actors.length;
          const kept = (k: number): number => (hit.has(network.actorIds[actors[k]!]!) ? 1 - share : 1);
          // Row j: T_j less what it gets of every T_k is z_j.
          const matrix = new Float64Array(size * size);
          for (let k = 0; k < size; k++) {
            matrix[k * size + k]! += 1;
            for (let e = model.flows.offsets[k]!; e < model.flows.offsets[k + 1]!; e++) {
              const passed = model.flows.weights[e]! * (cut === 'given' ? kept(k) : 1);
              matrix[model.flows.columns[e]! * size + k]! -= passed / model.throughflow[k]!;
            }
          }
          const inflow = model.inflow.map((z, k) => z * (cut === 'inflow' ? kept(k) : 1));
          const solution = solveLinear(matrix, inflow);
          if (!solution) return;
          for (let k = 0; k < size; k++) expect(loss.before[k]! - loss.lost[k]!).toBeCloseTo(solution[k]!, 6);
        },
      ),
    );
  });

  it('names who is hit, says how much less passes, and takes nothing out of the map', () => {
    const graph = graphOf(
      [actor('city', { sector: 'government' }), actor('lab'), actor('firm')],
      [
        tie('1', 'city', 'lab', { type: 'capital', weight: 4 }),
        tie('2', 'lab', 'firm', { type: 'capital', weight: 4 }),
      ],
    );
    const result = stress(
      graph,
      shock({ currency: 'capital', cut: 'given', from: { of: 'sector', id: 'government' }, share: 0.5 }),
    );
    expect(english(result)).toMatch(/^If 50% of capital that government passes on were cut, \d+% less/);
    expect(result.gone).toEqual({ actors: [], ties: [] });
    expect(removalOf(result)).toBeNull();
    if (result.impact.kind !== 'funding') throw new Error('not of funding');
    expect(result.impact.rows?.rows.map(({ id }) => id)).toEqual(['lab', 'firm']);
    expect(english(stress(graph, shock({ currency: '' })))).toContain('of capital that');
    expect(english(stress(graph, shock({ currency: 'talent' })))).toContain('no answer');
  });
});
