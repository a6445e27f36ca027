import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestsDetail } from '../../src/metrics/detail.ts';
import { gouldFernandezRoles } from '../../src/metrics/brokerage/role-test.ts';
import type { Network } from '../../src/network/network.ts';
import {
  ANY_READING,
  compiled,
  detailOf,
  expectSame,
  reference,
  sectorMaps,
  sectorNetwork,
  squares,
  valuesOf,
} from './sector-maps.ts';
import { networkFrom } from './support.ts';

const MAPS = sectorMaps({ actors: 8, ties: 22 });
const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'];

/** Burt's four measures straight from the formulas. */
function byFormula(network: Network): Record<string, (number | null)[]> {
  const { S, U } = squares(network);
  const Z = network.weighted ? S : U;
  const all = Z.map((_, k) => k);
  const sum = (list: readonly number[], of: (k: number) => number): number =>
    list.reduce((total, k) => total + of(k), 0);
  const p = (i: number, j: number): number => Z[i]![j]! / sum(all, (k) => Z[i]![k]!);
  const m = (j: number, q: number): number => Z[j]![q]! / Math.max(...Z[j]!);
  const found: Record<string, (number | null)[]> = {
    'burt-constraint': [],
    'effective-size': [],
    efficiency: [],
    hierarchy: [],
  };
  for (const i of all) {
    const partners = all.filter((j) => Z[i]![j]! > 0);
    const parts = partners.map(
      (j) => (p(i, j) + sum(partners, (q) => (q === j ? 0 : p(i, q) * p(q, j)))) ** 2,
    );
    const constraint = parts.reduce((total, part) => total + part, 0);
    const size = sum(partners, (j) => 1 - sum(partners, (q) => (q === j ? 0 : p(i, q) * m(j, q))));
    const k = partners.length;
    const ratios = parts.map((part) => part / (constraint / k));
    const disorder = ratios.reduce((total, ratio) => total + ratio * Math.log(ratio), 0);
    found['burt-constraint']!.push(k === 0 ? null : constraint);
    found['effective-size']!.push(k === 0 ? null : size);
    found.efficiency!.push(k === 0 ? null : size / k);
    found.hierarchy!.push(k < 2 ? null : disorder / (k * Math.log(k)));
  }
  return found;
}

describe('structural holes', () => {
  it('equal their formulas written out, weighted and not, directed and not', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        for (const [id, values] of Object.entries(byFormula(network)))
          expectSame(valuesOf(id, network), values, id);
      }),
    );
  });

  it('unweighted, effective size is the number of partners less twice the ties among them over that number', () => {
    fc.assert(
      fc.property(MAPS, (parts) => {
        const network = compiled(parts, { ignoreWeights: true });
        const { U } = squares(network);
        const sizes = U.map((row) => {
          const partners = row.flatMap((tied, k) => (tied ? [k] : []));
          const among = partners.flatMap((a) => partners.filter((b) => b > a && U[a]![b])).length;
          return partners.length === 0 ? null : partners.length - (2 * among) / partners.length;
        });
        expectSame(valuesOf('effective-size', network), sizes, 'effective size');
      }),
    );
  });

  it('three actors tied to each other have constraint 1.125 each, more than 1', () => {
    const triangle = networkFrom(['A <> B', 'B <> C', 'C <> A'], { ignoreWeights: true });
    expect(valuesOf('burt-constraint', triangle)).toEqual([1.125, 1.125, 1.125]);
    expect(valuesOf('hierarchy', triangle)).toEqual([0, 0, 0]);
  });

  it('karate: the constraint of the first is 0.155423, its effective size 13.75', () => {
    const { network } = reference('karate', 'python', 'constraint_binary', { ignoreWeights: true });
    expect(valuesOf('burt-constraint', network)[0]).toBeCloseTo(0.155423, 6);
    expect(valuesOf('effective-size', network)[0]).toBe(13.75);
  });

  it('a mutual tie counts once where weights are ignored, and both its directions where they are used', () => {
    const lines = ['A > B', 'B > A', 'A > C', 'B > C'];
    const binary = valuesOf('burt-constraint', networkFrom(lines, { ignoreWeights: true }));
    expect(binary).toEqual([1.125, 1.125, 1.125]);
    expect(valuesOf('burt-constraint', networkFrom(lines))[0]).not.toBeCloseTo(1.125, 3);
  });

  it.each([
    ['burt-constraint', 'constraint_weighted'],
    ['effective-size', 'effective_size_weighted'],
  ])('%s differs from the quirk of networkx, which has none for actors that give nothing', (id, record) => {
    const quirk = reference('rand_dw200', 'python', `${record}_networkx_QUIRK`);
    const theirs = quirk.value as (number | null)[];
    const ours = valuesOf(id, quirk.network);
    const only = ours.flatMap((value, k) => (value !== null && theirs[k] === null ? [k] : []));
    expect(only.length).toBeGreaterThan(0);
    for (const k of only)
      expect(quirk.network.outgoing.offsets[k + 1]! - quirk.network.outgoing.offsets[k]!).toBe(0);
  });
});

/** The open two-paths by three loops over all actors, as unordered pairs in an undirected network. */
function byLoops(network: Network): { roles: number[][]; weighted: number[] } {
  const { n, sectors, directed } = network;
  const { W } = squares(network);
  const roles = ROLES.map(() => new Array<number>(n).fill(0));
  const weighted = new Array<number>(n).fill(0);
  const each = directed ? 1 : 0.5;
  for (let a = 0; a < n; a++)
    for (let v = 0; v < n; v++)
      for (let c = 0; c < n; c++) {
        if (a === c || !W[a]![v] || !W[v]![c] || W[a]![c]) continue;
        const [x, y, z] = [sectors[a], sectors[v], sectors[c]];
        let role = 'liaison';
        if (x === y && y === z) role = 'coordinator';
        else if (x === z) role = 'itinerant';
        else if (x === y) role = 'representative';
        else if (y === z) role = 'gatekeeper';
        roles[ROLES.indexOf(role)]![v]! += each;
        weighted[v]! += each * Math.min(W[a]![v]!, W[v]![c]!);
      }
  return { roles, weighted };
}

describe('Gould-Fernandez roles', () => {
  it('equal three loops over all actors, sum to the total, and intermediation is itinerant and liaison', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const { roles, weighted } = byLoops(network);
        for (const [k, role] of ROLES.entries())
          expect(valuesOf(`gould-fernandez-${role}`, network)).toEqual(roles[k]);
        const total = roles[0]!.map((_, v) => roles.reduce((sum, role) => sum + role[v]!, 0));
        expect(valuesOf('gould-fernandez-total', network)).toEqual(total);
        expectSame(valuesOf('gould-fernandez-weighted', network), weighted, 'weighted');
        expect(valuesOf('intermediation', network)).toEqual(
          roles[1]!.map((count, v) => count + roles[4]![v]!),
        );
      }),
    );
  });

  it('name the five bridges by the sectors of giver, broker and receiver', () => {
    const role = (a: string, v: string, c: string): string | undefined => {
      const network = sectorNetwork({ A: a, V: v, C: c }, ['A > V', 'V > C']);
      return ROLES.find((name) => valuesOf(`gould-fernandez-${name}`, network)[2] === 1);
    };
    expect(role('university', 'university', 'university')).toBe('coordinator');
    expect(role('university', 'enterprise', 'university')).toBe('itinerant');
    expect(role('university', 'university', 'enterprise')).toBe('representative');
    expect(role('university', 'enterprise', 'enterprise')).toBe('gatekeeper');
    expect(role('university', 'intermediary', 'enterprise')).toBe('liaison');
  });

  it('a tie from giver to receiver closes the bridge; one from receiver to giver does not', () => {
    const open = sectorNetwork({ A: 'university', V: 'other', C: 'enterprise' }, ['A > V', 'V > C', 'C > A']);
    const closed = sectorNetwork({ A: 'university', V: 'other', C: 'enterprise' }, [
      'A > V',
      'V > C',
      'A > C',
    ]);
    expect(valuesOf('gould-fernandez-total', open)).toEqual([1, 1, 1]);
    expect(valuesOf('gould-fernandez-total', closed)).toEqual([0, 0, 0]);
  });

  it('of an undirected network are half of those of the same network with every tie both ways', () => {
    fc.assert(
      fc.property(MAPS, (parts) => {
        const mutual = {
          ...parts,
          ties: parts.ties.map((one) => ({ ...one, direction: 'mutual' as const })),
        };
        // A single one-way tie among others of their own makes the whole network directed.
        const directed = {
          actors: [...parts.actors, { ...parts.actors[0]!, id: 'y' }, { ...parts.actors[0]!, id: 'z' }],
          ties: [
            ...mutual.ties,
            { ...mutual.ties[0]!, id: 'zz', source: 'y', target: 'z', direction: 'one-way' as const },
          ],
        };
        if (parts.ties.length === 0) return;
        for (const role of [...ROLES, 'total', 'weighted']) {
          const twice = valuesOf(`gould-fernandez-${role}`, compiled(directed)).slice(0, -2);
          expectSame(
            valuesOf(`gould-fernandez-${role}`, compiled(mutual)),
            twice.map((count) => (count ?? NaN) / 2),
            role,
          );
        }
      }),
    );
  });

  it('z is undefined without spread: without ties, with all ties, with two actors', () => {
    for (const lines of [['A', 'B', 'C'], ['A <> B', 'B <> C', 'C <> A'], ['A > B']])
      for (const value of valuesOf('gould-fernandez-z', networkFrom(lines))) expect(value).toBeNull();
  });

  it('planted: the broker of the map stands out by 7.718 deviations', () => {
    const { network } = reference('planted', 'python', '', { ignoreWeights: true });
    expect(valuesOf('gould-fernandez-z', network)[0]).toBeCloseTo(7.71810915926, 9);
    expect(valuesOf('gould-fernandez-liaison', network)[0]).toBe(18);
  });
});

function tests(network: Network, options = {}): TestsDetail | null {
  const detail = detailOf(gouldFernandezRoles, network, { permutations: 99, ...options });
  return detail?.kind === 'tests' ? detail : null;
}

describe('the test of roles', () => {
  it('observes the sums over all actors, and what is permuted has the same total', () => {
    fc.assert(
      fc.property(MAPS, ANY_READING, (parts, reading) => {
        const network = compiled(parts, reading);
        const detail = tests(network);
        if (!detail) {
          expect(network.n < 3 || network.outgoing.columns.length === 0).toBe(true);
          return;
        }
        const total = (id: string): number =>
          valuesOf(id, network).reduce<number>((sum, value) => sum + (value ?? 0), 0);
        for (const { id, test } of detail.rows) expect(test?.observed).toBe(total(id));
        expect(detail.facts[0]?.value).toBe(total('gould-fernandez-total'));
        const means = detail.rows.reduce((sum, { test }) => sum + (test?.mean ?? NaN), 0);
        expect(means).toBeCloseTo(total('gould-fernandez-total'), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('permuting labels and counting anew gives what the test says, on sparse and on dense networks', () => {
    const dense = ['A > B', 'A > C', 'B > C', 'C > A', 'D > A', 'D > B', 'C > D', 'B > A', 'A > D'];
    const sparse = ['A > B', 'B > C', 'C > D', 'D > E', 'E > A', 'B > E'];
    for (const lines of [dense, sparse]) {
      const sectors = { A: 'university', B: 'university', C: 'enterprise', D: 'government', E: 'other' };
      const network = sectorNetwork(sectors, lines);
      // Every dealing of five labels: their mean is what many deals come near to.
      const orders = permutationsOf([...network.sectors]);
      const mean = ROLES.map(
        (_, role) =>
          orders.reduce((sum, labels) => {
            const dealt = { ...network, sectors: Uint16Array.from(labels) };
            return sum + byLoops(dealt).roles[role]!.reduce((a, b) => a + b, 0);
          }, 0) / orders.length,
      );
      const detail = tests(network, { permutations: 9999 });
      for (const [role, { test }] of (detail?.rows ?? []).entries())
        expect(Math.abs((test?.mean ?? NaN) - mean[role]!)).toBeLessThan(0.1);
    }
  });

  it('planted: liaisons are expected as sna expects them at this density', () => {
    const { network } = reference('planted', 'python', '', { ignoreWeights: true });
    const facts = new Map(tests(network)?.facts.map(({ id, value }) => [id, value]));
    // Two of government, seven enterprises, four universities, three intermediaries.
    expect(facts.get('expected-liaison')).toBeCloseTo(
      2 * 2.21623625579 + 7 * 0.944625289352 + 4 * 1.48960141782 + 3 * 1.81658709491,
      9,
    );
    expect(facts.get('expected-coordinator')).toBeCloseTo(
      7 * 0.544976128472 + 4 * 0.108995225694 + 3 * 0.0363317418981,
      9,
    );
    expect(facts.get('expected-total')).toBeCloseTo(16 * 3.81483289931, 9);
  });
});

function permutationsOf(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((head, k) =>
    permutationsOf([...list.slice(0, k), ...list.slice(k + 1)]).map((tail) => [head, ...tail]),
  );
}
