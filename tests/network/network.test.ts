import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowSums, transpose, type Csr } from '../../src/network/csr.ts';
import { lengthsOf } from '../../src/network/lengths.ts';
import { compileNetwork, linkCount, networkInput, reversed } from '../../src/network/network.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { smallMaps } from '../metrics/arbitrary.ts';
import { actor, AS_IS, graphFrom, graphOf, networkFrom, tie } from '../metrics/support.ts';

/** Row by row, `{column: weight}`. */
function rows(matrix: Csr): Record<number, number>[] {
  return Array.from({ length: matrix.offsets.length - 1 }, (_, row) =>
    Object.fromEntries(
      Array.from(matrix.columns.slice(matrix.offsets[row], matrix.offsets[row + 1]), (column, k) => [
        column,
        matrix.weights[(matrix.offsets[row] ?? 0) + k] ?? NaN,
      ]),
    ),
  );
}

describe('the network input', () => {
  it('orders actors and ties by id, whatever the order they were added in', () => {
    const forward = networkInput(graphFrom(['A > B', 'C > A', 'B > C']));
    const graph = graphFrom(['A > B', 'C > A', 'B > C']);
    const backward = networkInput({
      ...graph,
      actors: new Map([...graph.actors].reverse()),
      ties: new Map([...graph.ties].reverse()),
    });
    expect(backward).toEqual(forward);
    expect(forward.actorIds).toEqual(['A', 'B', 'C']);
  });

  it('leaves out hidden actors with their ties, and hidden ties', () => {
    const graph = graphFrom(['A > B', 'B > C', 'C > A']);
    const input = networkInput(graph, new Set(['A', 'B']), (one) => one.id !== 't0009');
    expect(input.actorIds).toEqual(['A', 'B']);
    expect(input.tieIds).toEqual(['t0000']);
    expect(networkInput(graph, undefined, () => false).tieIds).toEqual([]);
  });

  it('multiplies weights by the factor of their type, 1 for types that the scheme lacks', () => {
    const scheme = {
      ...DEFAULT_SCHEME,
      tieTypes: DEFAULT_SCHEME.tieTypes.map((type) => ({ ...type, factor: type.id === 'talent' ? 2.5 : 1 })),
    };
    const graph = graphOf(
      [actor('A'), actor('B')],
      [
        tie('t1', 'A', 'B', { type: 'talent', weight: 2 }),
        tie('t2', 'A', 'B', { type: 'gossip', weight: 3 }),
      ],
    );
    expect([...networkInput({ ...graph, scheme }).weight]).toEqual([5, 3]);
  });

  it('keeps sectors that the scheme lacks as sectors of their own', () => {
    const input = networkInput(
      graphOf([actor('A', { sector: 'press' }), actor('B', { sector: 'university' })], []),
    );
    expect([...input.sectors].map((index) => input.sectorIds[index])).toEqual(['press', 'university']);
  });

  it('passes through a structured clone unchanged', () => {
    const input = networkInput(graphFrom(['A > B : 2', 'B <> C']));
    expect(structuredClone(input)).toEqual(input);
  });
});

describe('a compiled network', () => {
  it('sums parallel ties and sets self-loops apart', () => {
    const network = networkFrom(['A > B : 2', 'A > B : 3', 'B > A', 'A > A : 7']);
    expect(rows(network.outgoing)).toEqual([{ 1: 5 }, { 0: 1 }]);
    expect(rows(network.incoming)).toEqual([{ 1: 1 }, { 0: 5 }]);
    expect(rows(network.either)).toEqual([{ 1: 6 }, { 0: 6 }]);
    expect(network).toMatchObject({ selfLoops: 1, tieCount: 3, hasParallelTies: true, directed: true });
  });

  it('is undirected where no visible tie is one-way, and then counts each tie once', () => {
    const network = networkFrom(['A <> B : 2', 'B <> C : 3']);
    expect(network.directed).toBe(false);
    expect(rows(network.outgoing)).toEqual([{ 1: 2 }, { 0: 2, 2: 3 }, { 1: 3 }]);
    expect(network.incoming).toBe(network.outgoing);
    expect(network.either).toBe(network.outgoing);
    expect(linkCount(network)).toBe(2);
    expect(networkFrom([]).directed).toBe(false);
  });

  it('is not made directed by a one-way self-loop, which no measure sees', () => {
    expect(networkFrom(['A <> B', 'A > A']).directed).toBe(false);
  });

  it('counts a mutual tie both ways in a directed network', () => {
    const network = networkFrom(['A <> B : 2', 'B > C : 3']);
    expect(network.directed).toBe(true);
    expect(rows(network.outgoing)).toEqual([{ 1: 2 }, { 0: 2, 2: 3 }, {}]);
    expect(linkCount(network)).toBe(3);
  });

  it('adds the weights of both directions where direction is ignored, and says so', () => {
    const network = networkFrom(['A > B : 2', 'B > A : 3', 'B > C : 1'], { ignoreDirection: true });
    expect(network).toMatchObject({ directed: false, directionIgnored: true });
    expect(rows(network.outgoing)).toEqual([{ 1: 5 }, { 0: 5, 2: 1 }, { 1: 1 }]);
    expect(networkFrom(['A <> B'], { ignoreDirection: true }).directionIgnored).toBe(false);
  });

  it('has rows with ascending columns, columns that are the rows turned round, and a symmetric sum', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 12, ties: 40 }), ({ actors, ties }) => {
        const network = compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
        for (const matrix of [network.outgoing, network.incoming, network.either])
          for (let row = 0; row < network.n; row++) {
            const columns = [...matrix.columns.slice(matrix.offsets[row], matrix.offsets[row + 1])];
            expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
            expect(columns).not.toContain(row);
          }
        expect(transpose(network.outgoing)).toEqual(network.incoming);
        expect(transpose(network.either)).toEqual(network.either);
        const drawn = ties.filter((one) => one.source !== one.target);
        const total = drawn.reduce((sum, one) => sum + one.weight * (one.direction === 'mutual' ? 2 : 1), 0);
        expect(rowSums(network.outgoing).reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 9);
      }),
    );
  });

  it('turned round twice is itself, and an undirected one is its own reversal', () => {
    const network = networkFrom(['A > B : 2', 'B > C : 3']);
    expect(reversed(network).outgoing).toBe(network.incoming);
    expect(reversed(reversed(network))).toBe(network);
    const undirected = networkFrom(['A <> B']);
    expect(reversed(undirected)).toBe(undirected);
  });
});

describe('lengths', () => {
  it('are whole numbers in units of 1 / L where all weights are whole and L, their common multiple, is moderate', () => {
    const { values, unit } = lengthsOf(Float64Array.of(1, 2, 3, 4, 6));
    expect([...(values ?? [])]).toEqual([12, 6, 4, 3, 2]);
    expect(unit).toBe(1 / 12);
  });

  it('are 1 / weight otherwise', () => {
    expect([...(lengthsOf(Float64Array.of(0.5, 2)).values ?? [])]).toEqual([2, 0.5]);
    expect([...(lengthsOf(Float64Array.of(999_983, 999_979)).values ?? [])]).toEqual([
      1 / 999_983,
      1 / 999_979,
    ]);
  });

  it('are one unit for all where all weights are equal', () => {
    expect(lengthsOf(Float64Array.of(4, 4))).toEqual({ values: null, unit: 0.25 });
    expect(lengthsOf(new Float64Array())).toEqual({ values: null, unit: 1 });
  });
});
