import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RadarDetail, RowsDetail } from '../../src/metrics/detail.ts';
import { dimensionRadar } from '../../src/metrics/mechanisms/dimension-radar.ts';
import { densePairs, returnedPairs } from '../../src/metrics/mechanisms/sector-pairs.ts';
import { worstRemoval } from '../../src/metrics/mechanisms/worst-removal.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { weakComponents, largestOf } from '../../src/metrics/structure/components.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { MECHANISMS } from '../../src/model/scheme.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { actor, AS_IS, finish, graphOf, networkFrom, tie } from './support.ts';

function compiled({ actors, ties }: Parts): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

function gauges(network: Network): RowsDetail {
  const measure = measureById('mechanism-gauges');
  const detail =
    measure?.level === 'detail' ? finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS)) : null;
  if (detail?.kind !== 'rows') throw new Error('no gauges');
  return detail;
}

function score(mechanism: string, network: Network): number | null {
  const measure = measureById(`gauge-${mechanism}`);
  if (measure?.level !== 'network') throw new Error(`no gauge of ${mechanism}`);
  return finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS));
}

describe('a gauge', () => {
  it('is the mean of those of its three parts that have a value, and says which have none', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 8, ties: 20 }), (parts) => {
        const network = compiled(parts);
        const { rows, facts } = gauges(network);
        let without = 0;
        for (const mechanism of MECHANISMS) {
          const own = rows.filter(({ partOf }) => partOf === `gauge-${mechanism}`);
          expect(own).toHaveLength(3);
          const values = own.flatMap(({ values: [value] }) => value ?? []);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const found = score(mechanism, network);
          if (values.length === 0) expect(found).toBeNull();
          else expect(found).toBeCloseTo(mean, 9);
          for (const {
            values: [value],
            tag,
          } of own)
            expect(tag === undefined).toBe(value !== null);
          without += 3 - values.length;
        }
        expect(facts.find(({ id }) => id === 'left-out')?.value ?? 0).toBe(without);
      }),
    );
  });

  it('has no value where there is nothing that it could be made of', () => {
    for (const mechanism of MECHANISMS) expect(score(mechanism, networkFrom([]))).toBeNull();
    for (const mechanism of ['symbiosis', 'guarantee', 'feedback'])
      expect(score(mechanism, networkFrom(['A', 'B', 'C']))).toBeNull();
  });

  it('of guarantee is full for none, and higher for a ring than for a star', () => {
    const ring = networkFrom(['A <> B', 'B <> C', 'C <> D', 'D <> E', 'E <> A']);
    const star = networkFrom(['A <> B', 'A <> C', 'A <> D', 'A <> E']);
    expect(score('guarantee', ring)).toBeGreaterThan(score('guarantee', star) ?? 100);
    const [, , , worst] = gauges(star).rows.filter(({ mechanism }) => mechanism === 'guarantee');
    // Of five, one has left and one is the largest piece.
    expect(worst?.values[0]).toBeCloseTo(40, 9);
    expect(worst?.actors).toEqual(['A']);
  });

  it('of feedback is higher where a chain is closed to a circle', () => {
    const chain = score('feedback', networkFrom(['A > B', 'B > C', 'C > D'])) ?? NaN;
    expect(score('feedback', networkFrom(['A > B', 'B > C', 'C > D', 'D > A']))).toBeGreaterThan(chain);
  });
});

describe('the worst single loss', () => {
  it('leaves most outside the largest piece, as trying all shows', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 9, ties: 14 }), (parts) => {
        const outside = parts.actors.map(({ id }) => {
          const left = compiled({
            actors: parts.actors.filter((one) => one.id !== id),
            ties: parts.ties.filter(({ source, target }) => source !== id && target !== id),
          });
          return left.n - largestOf(weakComponents(left));
        });
        const found = finish(worstRemoval(compiled(parts)));
        expect(found?.outside).toBe(outside.length > 0 ? Math.max(...outside) : undefined);
      }),
    );
  });
});

describe('pairs of sectors', () => {
  const sectors = { A: 'enterprise', B: 'enterprise', C: 'university', D: 'government' };
  const mapOf = (...ties: readonly (readonly [string, string, number])[]): Network =>
    compiled({
      actors: Object.entries(sectors).map(([id, sector]) => actor(id, { sector })),
      ties: ties.map(([from, to, weight], k) => tie(`t${k}`, from, to, { weight, direction: 'one-way' })),
    });

  it('count as well tied from the overall density on', () => {
    // 2 of 6 pairs are tied: one of the two between enterprises and the university, none with the government.
    expect(densePairs(mapOf(['A', 'C', 1], ['A', 'B', 1]))).toBeCloseTo(1 / 3, 12);
    // 3 of 6, which half of the pairs of enterprises and the university equal.
    expect(densePairs(mapOf(['A', 'C', 1], ['A', 'B', 1], ['C', 'D', 1]))).toBeCloseTo(2 / 3, 12);
    expect(densePairs(mapOf())).toBeNull();
  });

  it('count as answered from a fifth on', () => {
    expect(returnedPairs(mapOf(['A', 'C', 5], ['C', 'B', 1]))).toBe(1);
    expect(returnedPairs(mapOf(['A', 'C', 5.1], ['C', 'B', 1]))).toBe(0.5);
    expect(returnedPairs(mapOf(['A', 'B', 5]))).toBeNull();
  });
});

describe('the radar of dimensions', () => {
  const radar = (network: Network): RadarDetail | null => {
    const detail = finish(dimensionRadar.compute(network, DEFAULT_MEASURE_OPTIONS));
    if (detail && detail.kind !== 'radar') throw new Error('no radar');
    return detail;
  };

  it('shares the weight of ties between the dimensions that their types serve', () => {
    const network = compiled({
      actors: [
        actor('E', { sector: 'enterprise' }),
        actor('G', { sector: 'government' }),
        actor('I', { sector: 'intermediary' }),
      ],
      ties: [
        tie('1', 'G', 'E', { type: 'capital', weight: 3, direction: 'one-way' }),
        tie('2', 'E', 'G', { type: 'technology', weight: 1, direction: 'one-way' }),
      ],
    });
    const series = new Map(radar(network)?.series.map(({ sector, values }) => [sector, [...values]]));
    expect(series.get('enterprise')).toEqual([0.75, 0.25, 0]);
    expect(series.get('government')).toEqual([0.75, 0.25, 0]);
    expect(series.get('intermediary')).toEqual([NaN, NaN, NaN]);
    expect(series.has('university')).toBe(false);
    expect(radar(network)?.facts.map(({ value }) => value)).toEqual([0.75, 0.25, 0]);
  });

  it('has shares that sum to 1, or none', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 8, ties: 16 }), (parts) => {
        for (const { values } of radar(compiled(parts))?.series ?? []) {
          const sum = values.reduce((all, value) => all + value, 0);
          if (!Number.isNaN(sum)) expect(sum).toBeCloseTo(1, 12);
          else expect([...values].every(Number.isNaN)).toBe(true);
        }
      }),
    );
    expect(radar(networkFrom(['A', 'B']))).toBeNull();
  });
});
