import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixDetail, TestsDetail } from '../../src/metrics/detail.ts';
import { eITest } from '../../src/metrics/sectors/e-i-index.ts';
import { sectorMixing } from '../../src/metrics/sectors/mixing.ts';
import { multiplexOverlap } from '../../src/metrics/ties/multiplex-overlap.ts';
import type { MeasureOptions } from '../../src/model/measure-options.ts';
import type { Network } from '../../src/network/network.ts';
import {
  ANY_READING,
  compiled,
  detailOf,
  expectSame,
  numberOf,
  reference,
  sectorMaps,
  sectorNetwork,
  squares,
  valuesOf,
} from './sector-maps.ts';
import { actor, networkFrom, tie } from './support.ts';

const MAPS = sectorMaps({ actors: 9, ties: 24 });

function partnersOf(network: Network): number[][] {
  return squares(network).U.map((row) => row.flatMap((tied, k) => (tied ? [k] : [])));
}

describe('the E-I index', () => {
  it('is outside less inside over all partners: of actors, of sectors and of the network', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const { sectors } = network;
        const partners = partnersOf(network);
        const index = (actors: readonly number[]): number | null => {
          const ends = actors.flatMap((one) =>
            (partners[one] ?? []).map((two) => sectors[one] === sectors[two]),
          );
          const inside = ends.filter((same) => same).length;
          return ends.length === 0 ? null : (ends.length - 2 * inside) / ends.length;
        };
        const all = partners.map((_, k) => k);
        expectSame(
          valuesOf('e-i-index', network),
          all.map((one) => index([one])),
          'actors',
        );
        expectSame(
          valuesOf('sector-e-i-index', network),
          network.sectorIds.map((_, sector) => index(all.filter((one) => sectors[one] === sector))),
          'sectors',
        );
        expectSame([numberOf('network-e-i-index', network)], [index(all)], 'network');
      }),
    );
  });

  it('is expected by size: that of a network in which all are tied to all', () => {
    const sectors = { A: 'enterprise', B: 'enterprise', C: 'enterprise', D: 'university', E: 'government' };
    const ids = Object.keys(sectors);
    const ties = ids.flatMap((a, k) => ids.slice(k + 1).map((b) => `${a} <> ${b}`));
    const network = sectorNetwork(sectors, ties);
    expect(valuesOf('sector-e-i-expected', network)).toEqual(valuesOf('sector-e-i-index', network));
    expect(valuesOf('sector-e-i-expected', network)).toContain(0);
    const detail = eIRows(network);
    expect(detail?.facts[0]?.value).toBeCloseTo(numberOf('network-e-i-index', network) ?? NaN, 12);
    for (const { test } of detail?.rows ?? []) expect(test).toMatchObject({ z: null, p: 1 });
  });

  it('is tested for the network and for each sector that has actors', () => {
    fc.assert(
      fc.property(MAPS, (parts) => {
        const network = compiled(parts);
        const detail = eIRows(network);
        if (!detail) {
          expect(network.either.columns.length).toBe(0);
          return;
        }
        expect(detail.rows[0]?.test?.observed).toBe(numberOf('network-e-i-index', network));
        const ofSectors = valuesOf('sector-e-i-index', network);
        expect(detail.rows.slice(1).map(({ id }) => id)).toEqual(
          network.sectorIds.filter((_, sector) => network.sectors.includes(sector)),
        );
        for (const { id, test } of detail.rows.slice(1))
          expect(test?.observed ?? null).toBe(ofSectors[network.sectorIds.indexOf(id)]);
      }),
      { numRuns: 40 },
    );
  });
});

function eIRows(network: Network): TestsDetail | null {
  const detail = detailOf(eITest, network, { permutations: 99 });
  return detail?.kind === 'tests' ? detail : null;
}

describe('participation', () => {
  it('is 1 less the sum of squared shares of the sectors among partners, or in strength', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const { U, S } = squares(network);
        for (const [participation, Z] of [
          ['partners', U],
          ['strength', S],
        ] as const) {
          const values = Z.map((row) => {
            const total = row.reduce((sum, value) => sum + value, 0);
            const shares = network.sectorIds.map(
              (_, sector) =>
                row.reduce((sum, value, k) => sum + (network.sectors[k] === sector ? value : 0), 0) / total,
            );
            return total === 0 ? null : 1 - shares.reduce((sum, share) => sum + share ** 2, 0);
          });
          expectSame(valuesOf('participation', network, { participation }), values, participation);
        }
      }),
    );
  });

  it('is highest, 1 - 1 / sectors, for partners spread evenly, and 0 for those of one sector', () => {
    const network = sectorNetwork({ A: 'other', B: 'enterprise', C: 'university', D: 'government' }, [
      'A > B : 5',
      'A > C',
      'D > A',
    ]);
    expect(valuesOf('participation', network)[0]).toBeCloseTo(2 / 3, 12);
    expect(valuesOf('participation', network).slice(1)).toEqual([0, 0, 0]);
    expect(valuesOf('participation', network, { participation: 'strength' })[0]).toBeLessThan(0.6);
  });
});

describe('assortativity', () => {
  it('by degree is the correlation of the degrees at both ends', () => {
    fc.assert(
      fc.property(MAPS, (parts) => {
        const network = compiled(parts);
        const partners = partnersOf(network);
        const ends = partners.flatMap((list) => list.map((b) => [list.length, partners[b]!.length] as const));
        expectSame([numberOf('degree-assortativity', network)], [pearson(ends)], 'degree');
        const { W } = squares(network);
        const given = W.map((row) => row.filter((weight) => weight > 0).length);
        const received = W.map((_, k) => W.filter((row) => row[k]! > 0).length);
        const flows = W.flatMap((row, a) =>
          row.flatMap((weight, b) => (weight > 0 ? [[given[a]!, received[b]!] as const] : [])),
        );
        expectSame([numberOf('out-in-assortativity', network)], [pearson(flows)], 'out to in');
      }),
    );
  });

  it('is undefined where all degrees, or all sectors, are equal', () => {
    const ring = networkFrom(['A <> B', 'B <> C', 'C <> A']);
    expect(numberOf('degree-assortativity', ring)).toBeNull();
    expect(numberOf('out-in-assortativity', ring)).toBeNull();
    expect(numberOf('sector-assortativity', ring)).toBeNull();
    expect(numberOf('sector-assortativity', networkFrom(['A', 'B']))).toBeNull();
  });

  it('by sector is 1 where no tie crosses, and -1 where all do between two sectors', () => {
    const sectors = { A: 'enterprise', B: 'enterprise', C: 'university', D: 'university' };
    expect(numberOf('sector-assortativity', sectorNetwork(sectors, ['A <> B', 'C <> D']))).toBe(1);
    expect(numberOf('sector-assortativity', sectorNetwork(sectors, ['A <> C', 'B <> D']))).toBe(-1);
  });

  it('karate: by degree -0.475613', () => {
    const { network } = reference('karate', 'python', '');
    expect(numberOf('degree-assortativity', network)).toBeCloseTo(-0.475613, 6);
  });
});

function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const mean = (k: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (of: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + of(x - mx, y - my), 0);
  const spread = sum((x) => x * x) * sum((_, y) => y * y);
  return pairs.length === 0 || spread < 1e-9 ? null : sum((x, y) => x * y) / Math.sqrt(spread);
}

function mixing(network: Network, options: Partial<MeasureOptions> = {}): MatrixDetail | null {
  const detail = detailOf(sectorMixing, network, { permutations: 99, ...options });
  return detail?.kind === 'matrix' ? detail : null;
}

function layer(detail: MatrixDetail | null, id: string): number[] {
  return [...(detail?.layers.find((one) => one.id === id)?.values ?? [])];
}

describe('sector mixing', () => {
  it('counts, weighs and compares the ties between each two sectors that have actors', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const detail = mixing(network);
        const { W } = squares(network);
        const { n, sectors, directed } = network;
        const tied = W.flat().filter((weight) => weight > 0).length;
        if (!detail) {
          expect(tied).toBe(0);
          return;
        }
        const ids = network.sectorIds.filter((_, sector) => sectors.includes(sector));
        expect(detail.rows).toEqual({ of: 'sector', ids });
        expect(detail.columns).toEqual(detail.rows);
        const cells = ids.flatMap((from) =>
          ids.map((to) => {
            let [count, weight, pairs] = [0, 0, 0];
            for (let a = 0; a < n; a++)
              for (let b = 0; b < n; b++) {
                if (
                  a === b ||
                  network.sectorIds[sectors[a]!] !== from ||
                  network.sectorIds[sectors[b]!] !== to
                )
                  continue;
                if (!directed && from === to && b < a) continue;
                pairs++;
                if (W[a]![b]! > 0) count++;
                weight += W[a]![b]!;
              }
            return { count, weight, pairs };
          }),
        );
        const density = tied / (n * (n - 1));
        expectSame(
          layer(detail, 'counts'),
          cells.map(({ count }) => count),
          'counts',
        );
        expectSame(
          layer(detail, 'weights'),
          cells.map(({ weight }) => weight),
          'weights',
        );
        const orNull = (values: readonly number[]): (number | null)[] =>
          values.map((value) => (Number.isNaN(value) ? null : value));
        expectSame(
          orNull(layer(detail, 'density')),
          cells.map(({ count, pairs }) => (pairs === 0 ? null : count / pairs)),
          'density',
        );
        expectSame(
          orNull(layer(detail, 'ratio')),
          cells.map(({ count, pairs }) => (pairs === 0 ? null : count / (pairs * density))),
          'ratio',
        );
        expect([...(detail.layers[0]?.p ?? [])].map((p) => Number.isNaN(p))).toEqual(
          cells.map(({ pairs }) => pairs === 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('expects by degrees as many ties as there are', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const detail = mixing(network, { mixing: 'configuration' });
        const counts = layer(detail, 'counts');
        const ratios = layer(detail, 'ratio');
        const size = detail?.rows.ids.length ?? 0;
        // Where nothing is expected, nothing is there.
        for (const [k, ratio] of ratios.entries()) if (Number.isNaN(ratio)) expect(counts[k]).toBe(0);
        if (counts.some((count) => count === 0)) return;
        const expected = counts.map((count, k) => count / (ratios[k] ?? NaN));
        const once = (values: readonly number[]): number =>
          values.reduce(
            (sum, value, k) => sum + (network.directed || k % size >= Math.floor(k / size) ? value : 0),
            0,
          );
        expect(once(expected)).toBeCloseTo(once(counts), 9);
      }),
    );
  });

  it('two sectors tied only within: 1 / density of the blocks, and half of all ties expected by degrees', () => {
    const sectors = { A: 'enterprise', B: 'enterprise', C: 'university', D: 'university' };
    const network = sectorNetwork(sectors, ['A <> B', 'C <> D']);
    expect(layer(mixing(network), 'counts')).toEqual([1, 0, 0, 1]);
    expect(layer(mixing(network), 'ratio')).toEqual([3, 0, 0, 3]);
    expect(layer(mixing(network, { mixing: 'configuration' }), 'ratio')).toEqual([2, 0, 0, 2]);
  });

  it('finds a block that is fuller than chance, with the same p for the same seed', () => {
    const actors = Array.from({ length: 24 }, (_, k) =>
      actor(`a${String(k).padStart(2, '0')}`, {
        sector: ['enterprise', 'university', 'government'][k % 3] ?? '',
      }),
    );
    // Every university gives to four enterprises, and nobody else gives.
    const ties = actors.flatMap(({ id }, k) =>
      k % 3 === 1
        ? [0, 3, 6, 9].map((step) => tie(`t${k}-${step}`, id, actors[(k - 1 + step) % 24]?.id ?? ''))
        : [],
    );
    const network = compiled({ actors, ties });
    const detail = mixing(network, { permutations: 999 });
    const p = [...(detail?.layers[0]?.p ?? [])];
    const cell =
      (detail?.rows.ids.indexOf('university') ?? 0) * 3 + (detail?.rows.ids.indexOf('enterprise') ?? 0);
    expect(p[cell]).toBe(1 / 1000);
    const again = compiled({ actors: [...actors].reverse(), ties: [...ties].reverse() });
    expect([...(mixing(again, { permutations: 999 })?.layers[0]?.p ?? [])]).toEqual(p);
    expect([...(mixing(network, { permutations: 999, seed: 2 })?.layers[0]?.p ?? [])]).not.toEqual(p);
  });
});

describe('measures of sectors', () => {
  const network = sectorNetwork({ A: 'enterprise', B: 'enterprise', C: 'university' }, [
    'A > B : 2',
    'B > C : 3',
  ]);
  const of = (id: string): (number | null | undefined)[] =>
    ['enterprise', 'university', 'government'].map(
      (sector) => valuesOf(id, network)[network.sectorIds.indexOf(sector)],
    );

  it('count actors, ties within and strength, undefined where there is nobody', () => {
    expect(of('sector-actors')).toEqual([2, 1, 0]);
    expect(of('sector-density')).toEqual([0.5, null, null]);
    expect(of('sector-strength')).toEqual([0.7, 0.3, null]);
    expect(of('sector-e-i-index')).toEqual([-1 / 3, 1, null]);
    expect(of('sector-e-i-expected')).toEqual([0, 1, null]);
  });
});

describe('kinds of ties', () => {
  it('multiplexity is the mean number of types over the tied pairs of an actor, and of the network', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const types = new Map<string, Set<string>>();
        for (const { source, target, type } of parts.ties) {
          if (source === target) continue;
          const pair = [source, target].sort().join(' ');
          types.set(pair, (types.get(pair) ?? new Set()).add(type));
        }
        const mean = (pairs: readonly (readonly [string, Set<string>])[]): number | null =>
          pairs.length === 0 ? null : pairs.reduce((sum, [, set]) => sum + set.size, 0) / pairs.length;
        expectSame(
          valuesOf('multiplexity', network),
          network.actorIds.map((id) => mean([...types].filter(([pair]) => pair.split(' ').includes(id)))),
          'actors',
        );
        expectSame([numberOf('mean-multiplexity', network)], [mean([...types])], 'network');
      }),
    );
  });

  it('overlap is the share of pairs tied by both types among those tied by either', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const sets = new Map<string, Set<string>>();
        for (const { source, target, type, direction } of parts.ties) {
          if (source === target) continue;
          const set = sets.get(type) ?? new Set<string>();
          sets.set(type, set);
          if (network.directed) {
            set.add(`${source} ${target}`);
            if (direction === 'mutual') set.add(`${target} ${source}`);
          } else set.add([source, target].sort().join(' '));
        }
        const detail = detailOf(multiplexOverlap, network);
        if (detail?.kind !== 'matrix') {
          expect(sets.size).toBeLessThan(2);
          return;
        }
        const found = detail.rows.ids.map((id) => sets.get(id) ?? new Set<string>());
        expect(found).toHaveLength(sets.size);
        const both = (a: Set<string>, b: Set<string>): number => [...a].filter((pair) => b.has(pair)).length;
        const each = found.flatMap((a) => found.map((b) => [a, b] as const));
        expectSame(
          layer(detail, 'shared'),
          each.map(([a, b]) => both(a, b)),
          'shared',
        );
        expectSame(
          layer(detail, 'overlap'),
          each.map(([a, b]) => both(a, b) / new Set([...a, ...b]).size),
          'overlap',
        );
        const any = [...new Set([...sets.values()].flatMap((set) => [...set]))];
        const several = any.filter((pair) => found.filter((set) => set.has(pair)).length > 1);
        expect(detail.facts[0]?.value).toBeCloseTo(several.length / any.length, 12);
      }),
    );
  });

  it('reciprocity of an actor is what is matched over the larger of both flows with each partner', () => {
    const network = networkFrom(['A > B : 4', 'B > A : 1', 'A > C : 2', 'D']);
    expect(valuesOf('actor-reciprocity', network)).toEqual([1 / 6, 1 / 4, 0, null]);
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const any = compiled(parts, reading);
        const { W } = squares(any);
        const values = W.map((row, a) => {
          const sum = (of: (x: number, y: number) => number): number =>
            row.reduce((total, weight, b) => total + of(weight, W[b]![a]!), 0);
          return sum(Math.max) === 0 ? null : sum(Math.min) / sum(Math.max);
        });
        expectSame(valuesOf('actor-reciprocity', any), values, 'reciprocity');
      }),
    );
  });
});
