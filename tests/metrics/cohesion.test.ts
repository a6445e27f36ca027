import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articulationPoint,
  articulationPoints,
  bridge,
  bridges,
  stranded,
} from '../../src/metrics/cohesion/articulation.ts';
import { averageClustering, clustering, transitivity } from '../../src/metrics/cohesion/clustering.ts';
import { coreNumbers } from '../../src/metrics/cohesion/core-numbers.ts';
import { kCore } from '../../src/metrics/cohesion/k-core.ts';
import type { ActorMeasure, NetworkMeasure, TieMeasure } from '../../src/metrics/measure.ts';
import { weakComponents } from '../../src/metrics/structure/components.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import type { Csr } from '../../src/network/csr.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { expectNear, referenceCases } from './oracle-values.ts';
import { actor, AS_IS, finish, graphOf, networkFrom, tie } from './support.ts';

function valuesOf(
  measure: ActorMeasure | TieMeasure,
  network: Network,
  options: Partial<MeasureOptions> = {},
): Float64Array {
  return finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
}

function valueOf(
  measure: NetworkMeasure,
  network: Network,
  options: Partial<MeasureOptions> = {},
): number | null {
  return finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
}

function compiled({ actors, ties }: Parts, weighted = true): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), { ...AS_IS, ignoreWeights: !weighted });
}

const maps = smallMaps({ actors: 9, ties: 20 });

function partnersOf({ either }: Network, one: number): number[] {
  return [...either.columns.subarray(either.offsets[one], either.offsets[one + 1])];
}

/** Both lists of entries of each row, one after the other. */
function sideBySide(a: Csr, b: Csr): Csr {
  const n = a.offsets.length - 1;
  const rows = Array.from({ length: n }, (_, row) => [
    ...a.columns.subarray(a.offsets[row], a.offsets[row + 1]),
    ...b.columns.subarray(b.offsets[row], b.offsets[row + 1]),
  ]);
  const offsets = Uint32Array.from({ length: n + 1 }, (_, row) => rows.slice(0, row).flat().length);
  return { offsets, columns: Uint32Array.from(rows.flat()), weights: new Float64Array(rows.flat().length) };
}

describe.each(referenceCases())('on %s', (_name, { input, order }, records) => {
  const network = compileNetwork(input, { ignoreDirection: false, ignoreWeights: true });
  const weighted = compileNetwork(input, AS_IS);

  it('core numbers equal the references, in-cores and out-cores too', () => {
    for (const record of records('core_number')) expectNear(valuesOf(kCore, network), record, 0);
    const { outgoing, incoming } = network;
    for (const record of records('core_in')) expectNear(coreNumbers(incoming, outgoing), record, 0);
    for (const record of records('core_out')) expectNear(coreNumbers(outgoing, incoming), record, 0);
    for (const record of records('core_total'))
      expectNear(coreNumbers(sideBySide(incoming, outgoing)), record, 0);
  });

  it('clustering equals the references in every variant', () => {
    const noneAsZero = (values: Float64Array): Float64Array =>
      values.map((value) => (Number.isNaN(value) ? 0 : value));
    const variant = (kind: MeasureOptions['clustering']): Float64Array =>
      valuesOf(clustering, weighted, { clustering: kind });
    for (const record of records('clustering'))
      expectNear(noneAsZero(valuesOf(clustering, network)), record, 1e-9);
    for (const record of records('clustering_weighted_barrat')) expectNear(variant('barrat'), record, 1e-9);
    for (const record of records('clustering_weighted_onnela'))
      expectNear(noneAsZero(variant('onnela')), record, 1e-9);
    for (const record of records('clustering_directed_fagiolo'))
      expectNear(noneAsZero(variant('fagiolo')), record, 1e-9);
    for (const record of records('avg_clustering'))
      expect(valueOf(averageClustering, network)).toBeCloseTo(record as number, 10);
    for (const record of records('transitivity'))
      expect(valueOf(transitivity, network) ?? 0).toBeCloseTo(record as number, 10);
  });

  it('articulation points and bridges are those of the references', () => {
    const points = order.filter((_, k) => valuesOf(articulationPoint, network)[k] === 1);
    for (const record of records('articulation_points')) expect(points.sort()).toEqual(record);
    const isBridge = valuesOf(bridge, network);
    const pairs = new Set(
      network.ties.ids.flatMap((_, k) => {
        const ends = [order[network.ties.source[k] ?? 0], order[network.ties.target[k] ?? 0]];
        return isBridge[k] === 1 ? [ends.sort().join(' ')] : [];
      }),
    );
    for (const record of records('bridges')) {
      expect([...pairs].sort()).toEqual((record as string[][]).map((pair) => pair.join(' ')).sort());
      expect(valueOf(bridges, network)).toBe(pairs.size);
    }
    expect(valueOf(articulationPoints, network)).toBe(points.length);
  });
});

describe('core numbers', () => {
  it('are what is left when actors with fewer partners are taken away until none is left', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = compiled(parts);
        const expected = new Float64Array(network.n);
        for (let k = 1; k < network.n; k++) {
          const left = new Set(Array.from({ length: network.n }, (_, one) => one));
          for (let before = -1; before !== left.size;) {
            before = left.size;
            for (const one of [...left])
              if (partnersOf(network, one).filter((other) => left.has(other)).length < k) left.delete(one);
          }
          for (const one of left) expected[one] = k;
        }
        expect(valuesOf(kCore, network)).toEqual(expected);
      }),
    );
  });
});

describe('clustering', () => {
  const VARIANTS = ['unweighted', 'barrat', 'onnela', 'fagiolo'] as const;

  it('is 1 where all are tied to all with one weight, in every variant, and so is transitivity', () => {
    const everyone = ['A', 'B', 'C', 'D', 'E'];
    for (const sign of ['<>', '>']) {
      const network = networkFrom(
        everyone.flatMap((a) =>
          everyone.filter((b) => (sign === '>' ? a !== b : a < b)).map((b) => `${a} ${sign} ${b} : 3`),
        ),
      );
      for (const kind of VARIANTS) {
        expectNear(valuesOf(clustering, network, { clustering: kind }), [1, 1, 1, 1, 1], 1e-12);
        expect(valueOf(averageClustering, network, { clustering: kind })).toBeCloseTo(1, 12);
      }
      expect(valueOf(transitivity, network)).toBe(1);
    }
  });

  it('is the share of tied pairs of partners; none with fewer than two, who count as 0 in the mean', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = compiled(parts);
        const shares = Array.from({ length: network.n }, (_, one) => {
          const partners = partnersOf(network, one);
          const pairs = partners.flatMap((a) => partners.filter((b) => a < b).map((b) => [a, b] as const));
          return pairs.filter(([a, b]) => partnersOf(network, a).includes(b)).length / pairs.length;
        });
        expectNear(
          valuesOf(clustering, network),
          shares.map((share) => (Number.isNaN(share) ? null : share)),
          1e-12,
        );
        const mean = shares.reduce((sum, share) => sum + (share || 0), 0) / network.n;
        if (network.n > 0) expect(valueOf(averageClustering, network)).toBeCloseTo(mean, 12);
        else expect(valueOf(averageClustering, network)).toBeNull();
      }),
    );
  });

  it('weighs by the formulas of Barrat, Onnela and Fagiolo', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = compiled(parts);
        const { n, either, outgoing } = network;
        const dense = ({ offsets, columns, weights }: Csr): number[][] =>
          Array.from({ length: n }, (_, row) => {
            const line = new Array<number>(n).fill(0);
            for (let e = offsets[row]!; e < offsets[row + 1]!; e++) line[columns[e]!] = weights[e]!;
            return line;
          });
        const s = dense(either);
        const a = dense(outgoing).map((line) => line.map((weight) => (weight > 0 ? 1 : 0)));
        const largest = Math.max(0, ...s.flat());
        const all = Array.from({ length: n }, (_, one) => one);
        const overTriples = (value: (i: number, j: number, h: number) => number): number[] =>
          all.map((i) =>
            all.reduce((sum, j) => sum + all.reduce((inner, h) => inner + value(i, j, h), 0), 0),
          );
        const degree = all.map((i) => s[i]!.filter((weight) => weight > 0).length);
        const none = (values: number[]): (number | null)[] =>
          values.map((value, i) => (degree[i]! < 2 ? null : value));
        const closed = (i: number, j: number, h: number): boolean =>
          s[i]![j]! > 0 && s[j]![h]! > 0 && s[h]![i]! > 0;
        const barrat = overTriples((i, j, h) => (closed(i, j, h) ? (s[i]![j]! + s[i]![h]!) / 2 : 0)).map(
          (sum, i) => sum / (s[i]!.reduce((x, y) => x + y, 0) * (degree[i]! - 1)),
        );
        const onnela = overTriples((i, j, h) =>
          Math.cbrt((s[i]![j]! * s[j]![h]! * s[h]![i]!) / largest ** 3),
        ).map((sum, i) => sum / (degree[i]! * (degree[i]! - 1)));
        const both = (i: number, j: number): number => a[i]![j]! + a[j]![i]!;
        const fagiolo = overTriples((i, j, h) => (both(i, j) * both(j, h) * both(h, i)) / 2).map((sum, i) => {
          const total = all.reduce((count, j) => count + both(i, j), 0);
          const mutual = all.filter((j) => both(i, j) === 2).length;
          return sum / (total * (total - 1) - 2 * mutual);
        });
        expectNear(valuesOf(clustering, network, { clustering: 'barrat' }), none(barrat), 1e-9);
        expectNear(valuesOf(clustering, network, { clustering: 'onnela' }), none(onnela), 1e-9);
        expectNear(valuesOf(clustering, network, { clustering: 'fagiolo' }), none(fagiolo), 1e-9);
      }),
    );
  });

  it('is the unweighted one in the weighted variants when weights are ignored', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom('barrat', 'onnela'), (parts, kind) => {
        const network = compiled(parts, false);
        expect(valuesOf(clustering, network, { clustering: kind })).toEqual(valuesOf(clustering, network));
      }),
    );
  });

  it('transitivity is null without any pair of partners', () => {
    expect(valueOf(transitivity, networkFrom(['A > B', 'C']))).toBeNull();
    expect(valueOf(transitivity, networkFrom(['A > B', 'B > C']))).toBe(0);
  });
});

describe('articulation points, the stranded and bridges', () => {
  const without = (parts: Parts, gone: (source: string, target: string) => boolean): Parts => ({
    ...parts,
    ties: parts.ties.filter(({ source, target }) => !gone(source, target)),
  });

  it('are what falling apart says when each actor is taken away', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = compiled(parts);
        const { of } = weakComponents(network);
        const points = valuesOf(articulationPoint, network);
        const cutOff = valuesOf(stranded, network);
        for (let one = 0; one < network.n; one++) {
          const id = network.actorIds[one];
          const left = weakComponents(compiled(without(parts, (a, b) => a === id || b === id)));
          const others = [...of.keys()].filter((other) => other !== one && of[other] === of[one]);
          const pieces = new Map<number, number>();
          for (const other of others) {
            const piece = left.of[other]!;
            pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
          }
          expect(points[one]).toBe(pieces.size > 1 ? 1 : 0);
          expect(cutOff[one]).toBe(others.length - Math.max(0, ...pieces.values()));
        }
        expect(valueOf(articulationPoints, network)).toBe(points.filter((value) => value === 1).length);
      }),
    );
  });

  it('a tie is a bridge if there are more components without all ties of its pair', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const network = compiled(parts);
        const before = weakComponents(network).sizes.length;
        const values = valuesOf(bridge, network);
        const pairs = new Set<string>();
        for (const [k, { source, target }] of [...parts.ties].entries()) {
          if (source === target) {
            expect(values[k]).toBeNaN();
            continue;
          }
          const samePair = (a: string, b: string): boolean =>
            (a === source && b === target) || (a === target && b === source);
          const after = weakComponents(compiled(without(parts, samePair))).sizes.length;
          expect(values[k]).toBe(after > before ? 1 : 0);
          if (after > before) pairs.add([source, target].sort().join(' '));
        }
        expect(valueOf(bridges, network)).toBe(pairs.size);
      }),
    );
  });

  it('are found on a long chain without running out of stack', () => {
    const n = 30_000;
    const network = compiled({
      actors: Array.from({ length: n }, (_, k) => actor(`a${String(k).padStart(5, '0')}`)),
      ties: Array.from({ length: n - 1 }, (_, k) =>
        tie(`t${k}`, `a${String(k).padStart(5, '0')}`, `a${String(k + 1).padStart(5, '0')}`),
      ),
    });
    expect(valueOf(articulationPoints, network)).toBe(n - 2);
    expect(valueOf(bridges, network)).toBe(n - 1);
    expect(valuesOf(stranded, network)[10]).toBe(10);
  });
});
