import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvector } from '../../src/metrics/centrality/eigenvector.ts';
import { authority, hub } from '../../src/metrics/centrality/hits.ts';
import { katz, katzAlpha } from '../../src/metrics/centrality/katz.ts';
import type { ActorMeasure } from '../../src/metrics/measure.ts';
import { strongComponents, weakComponents } from '../../src/metrics/structure/components.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import type { Csr } from '../../src/network/csr.ts';
import { compileNetwork, networkInput, reversed, type Network } from '../../src/network/network.ts';
import { inputOf, sectorBlocks } from '../bench/graphs.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { expectNear, referenceCases } from './oracle-values.ts';
import { AS_IS, finish, graphOf, networkFrom } from './support.ts';

function valuesOf(
  measure: ActorMeasure,
  network: Network,
  options: Partial<MeasureOptions> = {},
): Float64Array {
  return finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
}

function alphaOf(network: Network, options: Partial<MeasureOptions> = {}): number | null {
  return finish(katzAlpha.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
}

function compiled({ actors, ties }: Parts, weighted = true): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), { ...AS_IS, ignoreWeights: !weighted });
}

const maps = smallMaps({ actors: 9, ties: 24 });
const SPECTRAL = ['ties', 'weights'] as const;

/** A matrix times a vector; without weights every entry is 1. */
function times({ offsets, columns, weights }: Csr, vector: Float64Array, weighted: boolean): Float64Array {
  return vector.map((_, row) => {
    let total = 0;
    for (let e = offsets[row]!; e < offsets[row + 1]!; e++)
      total += (weighted ? weights[e]! : 1) * (vector[columns[e]!] || 0);
    return total;
  });
}

/** How far the matrix turns a vector (NaN read as 0) away from its direction, relative to how it stretches it. */
function residual(product: Float64Array, vector: Float64Array): number {
  const known = vector.map((value) => value || 0);
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  const value = dot(product, known) / dot(known, known);
  return Math.max(...product.map((entry, k) => Math.abs(entry - value * known[k]!))) / value;
}

describe.each(referenceCases())('on %s', (_name, { input }, records) => {
  const network = compileNetwork(input, { ignoreDirection: false, ignoreWeights: true });
  const weighted = compileNetwork(input, AS_IS);

  it('eigenvector centrality equals the references', () => {
    for (const record of records('eigenvector_max1'))
      if (record !== null) expectNear(valuesOf(eigenvector, network), record, 1e-6);
    for (const record of records('eigenvector_max1_weighted'))
      expectNear(valuesOf(eigenvector, weighted, { spectral: 'weights' }), record, 1e-6);
  });

  it('Katz centrality and its alpha equal the references', () => {
    for (const record of records('katz_alpha')) expectNear([alphaOf(network) ?? NaN], [record], 1e-9);
    for (const record of records('katz_raw'))
      expectNear(valuesOf(katz, network, { normalised: false }), record, 1e-6);
  });

  it('hubs and authorities equal the references', () => {
    for (const record of records('hub_max1')) expectNear(valuesOf(hub, network), record, 1e-6);
    for (const record of records('authority_max1')) expectNear(valuesOf(authority, network), record, 1e-6);
    for (const record of records('hub_max1_weighted')) expectNear(valuesOf(hub, weighted), record, 1e-6);
    for (const record of records('authority_max1_weighted'))
      expectNear(valuesOf(authority, weighted), record, 1e-6);
  });
});

describe('eigenvector centrality', () => {
  it('is turned by the ties into a multiple of itself, has 1 as its maximum, and is null where it has no sense', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(...SPECTRAL), (parts, spectral) => {
        const network = compiled(parts);
        const values = valuesOf(eigenvector, network, { spectral });
        const { of, sizes } = network.directed ? strongComponents(network) : weakComponents(network);
        const largest = Math.max(0, ...sizes);
        const alone = sizes.filter((size) => size === largest).length === 1;
        const hasSense = largest > 1 && (network.directed ? sizes.length === 1 : alone);
        for (const [actor, value] of values.entries())
          expect(Number.isNaN(value)).toBe(!hasSense || sizes[of[actor]!] !== largest);
        if (!hasSense) return;
        expect(Math.max(...values.filter((value) => !Number.isNaN(value)))).toBe(1);
        expect(residual(times(network.incoming, values, spectral === 'weights'), values)).toBeLessThan(1e-11);
      }),
    );
  });

  it('settles on circles of one length and on stars, where plain powers would swing', () => {
    expectNear(valuesOf(eigenvector, networkFrom(['A > B', 'B > C', 'C > D', 'D > A'])), [1, 1, 1, 1], 1e-12);
    expectNear(
      valuesOf(eigenvector, networkFrom(['A <> B', 'A <> C', 'A <> D', 'A <> E'])),
      [1, 0.5, 0.5, 0.5, 0.5],
      1e-12,
    );
    const rings = ['A > B', 'B > C', 'C > A', 'A > D', 'D > E', 'E > A', 'C > D'];
    const network = networkFrom(rings);
    const values = valuesOf(eigenvector, network);
    expect(residual(times(network.incoming, values, false), values)).toBeLessThan(1e-12);
  });

  it('settles on a large network of sectors and on a long chain', () => {
    const chain = Array.from({ length: 400 }, (_, k) => `a${1000 + k} <> a${1001 + k}`);
    for (const network of [compileNetwork(inputOf(sectorBlocks(2_000)), AS_IS), networkFrom(chain)]) {
      const values = valuesOf(eigenvector, network);
      expect(residual(times(network.incoming, values, false), values)).toBeLessThan(1e-11);
    }
  });

  it('is that of a path in closed form, though the eigenvalues of a long one lie very close', () => {
    const n = 3000;
    const path = networkFrom(Array.from({ length: n - 1 }, (_, k) => `a${10_000 + k} <> a${10_001 + k}`));
    const wave = (k: number): number => Math.sin((Math.PI * (k + 1)) / (n + 1));
    const values = valuesOf(eigenvector, path);
    expect(Math.max(...values.map((value, k) => Math.abs(value - wave(k) / wave(n / 2))))).toBeLessThan(1e-8);
    expect(alphaOf(path)).toBeCloseTo(0.85 / (2 * Math.cos(Math.PI / (n + 1))), 12);
  });

  it('counts weights only by choice, and never when they are ignored', () => {
    const lines = ['A <> B : 5', 'B <> C', 'C <> D', 'D <> B : 2'];
    const network = networkFrom(lines);
    const byWeight = valuesOf(eigenvector, network, { spectral: 'weights' });
    expect(byWeight).not.toEqual(valuesOf(eigenvector, network));
    expect(
      valuesOf(eigenvector, networkFrom(lines, { ignoreWeights: true }), { spectral: 'weights' }),
    ).toEqual(valuesOf(eigenvector, network));
  });
});

describe('Katz centrality', () => {
  it('is 1 plus alpha times what the givers have', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(...SPECTRAL), (parts, spectral) => {
        const network = compiled(parts);
        const values = valuesOf(katz, network, { spectral, normalised: false });
        const alpha = alphaOf(network, { spectral }) ?? 0;
        const received = times(network.incoming, values, spectral === 'weights');
        expectNear(values, [...received.map((value) => 1 + alpha * value)], 1e-12);
        const most = values.reduce((a, b) => Math.max(a, b), 0);
        expectNear(valuesOf(katz, network, { spectral }), [...values.map((value) => value / most)], 1e-15);
      }),
    );
  });

  it('has alpha 0.85 over the largest eigenvalue, or 0.1 where no tie is part of a circle', () => {
    expect(alphaOf(networkFrom(['A > B', 'B > C']))).toBe(0.1);
    expect(alphaOf(networkFrom(['A', 'B']))).toBe(0.1);
    expect(alphaOf(networkFrom([]))).toBeNull();
    expect(alphaOf(networkFrom(['A <> B', 'B <> C', 'C <> A']))).toBeCloseTo(0.425, 12);
    // two circles one after the other: a matrix that is not diagonalisable
    expect(alphaOf(networkFrom(['A > B', 'B > A', 'B > C', 'C > D', 'D > C']))).toBeCloseTo(0.85, 12);
    expect(alphaOf(networkFrom(['A > B : 2', 'B > A : 8', 'B > C']), { spectral: 'weights' })).toBeCloseTo(
      0.2125,
      12,
    );
  });
});

describe('hubs and authorities', () => {
  it('are the authorities and hubs of the map with every tie turned round', () => {
    fc.assert(
      fc.property(maps, fc.boolean(), (parts, weighted) => {
        const network = compiled(parts, weighted);
        const listed = (values: Float64Array): (number | null)[] =>
          Array.from(values, (value) => (Number.isNaN(value) ? null : value));
        // to 1e-6, since two singular values may be nearly equal
        expectNear(valuesOf(hub, reversed(network)), listed(valuesOf(authority, network)), 1e-6);
      }),
    );
  });

  it('give each other: what hubs give is in proportion to authority, and the other way round', () => {
    fc.assert(
      fc.property(maps, fc.boolean(), (parts, weighted) => {
        const network = compiled(parts, weighted);
        const [hubs, authorities] = [valuesOf(hub, network), valuesOf(authority, network)];
        if (hubs.some(Number.isNaN)) return;
        const given = times(network.incoming, hubs, weighted);
        const most = Math.max(...given);
        for (const [k, value] of authorities.entries()) expect(given[k]! / most).toBeCloseTo(value, 9);
        const back = times(network.outgoing, authorities, weighted);
        const mostBack = Math.max(...back);
        for (const [k, value] of hubs.entries()) expect(back[k]! / mostBack).toBeCloseTo(value, 9);
      }),
    );
  });

  it('are null where the highest place is shared, and where there are no ties', () => {
    for (const lines of [
      ['A > B', 'C > D'],
      ['A <> B', 'C <> D'],
      ['A > B', 'B > C', 'C > A'],
      ['A', 'B'],
    ]) {
      expect(valuesOf(hub, networkFrom(lines)).every(Number.isNaN)).toBe(true);
      expect(valuesOf(authority, networkFrom(lines)).every(Number.isNaN)).toBe(true);
    }
    // nearly shared is not shared
    expect(valuesOf(hub, networkFrom(['A > B : 1.001', 'C > D']))).toEqual(Float64Array.of(1, 0, 0, 0));
    expect(valuesOf(hub, networkFrom(['A > B : 1.0000001', 'C > D'])).every(Number.isNaN)).toBe(true);
  });

  it('are known where many values lie close together below the highest', () => {
    const chain = Array.from({ length: 700 }, (_, k) => `a${1000 + k} <> a${1001 + k}`);
    const network = networkFrom([...chain, 'a1000 > a1002']);
    const hubs = valuesOf(hub, network);
    expect(hubs[0]).toBe(1);
    const given = times(network.outgoing, times(network.incoming, hubs, true), true);
    expect(residual(given, hubs)).toBeLessThan(1e-11);
  });

  it('are the eigenvector centrality by weight where there is no direction', () => {
    const network = networkFrom(['A <> B : 2', 'B <> C : 3', 'C <> D', 'D <> A : 4', 'D <> B']);
    const expected = [...valuesOf(eigenvector, network, { spectral: 'weights' })];
    expectNear(valuesOf(hub, network), expected, 1e-10);
    expectNear(valuesOf(authority, network), expected, 1e-10);
  });
});
