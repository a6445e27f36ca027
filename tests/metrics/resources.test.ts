import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowsDetail } from '../../src/metrics/detail.ts';
import { balanceOf } from '../../src/metrics/resources/balance.ts';
import {
  needsReached,
  reachableCoverage,
  supplyWanted,
  totalCoverage,
} from '../../src/metrics/resources/coverage-measures.ts';
import { deliveredOf } from '../../src/metrics/resources/delivery.ts';
import { proposalsFor } from '../../src/metrics/resources/proposals.ts';
import { twoStepReach } from '../../src/metrics/resources/reach.ts';
import { resourceBoard } from '../../src/metrics/resources/resource-board.ts';
import { tieProposals } from '../../src/metrics/resources/tie-proposals.ts';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps } from './arbitrary.ts';
import { actor, AS_IS, finish, graphOf, tie } from './support.ts';

const MAPS = smallMaps({ actors: 9, ties: 20 });

function networkOf(actors: readonly Actor[], ties: readonly Tie[]): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

function board(network: Network): RowsDetail {
  const detail = finish(resourceBoard.compute(network, DEFAULT_MEASURE_OPTIONS));
  if (detail?.kind !== 'rows') throw new Error('no board');
  return detail;
}

function rowOf(network: Network, id: string): RowsDetail['rows'][number] | undefined {
  return board(network).rows.find((row) => row.id === id);
}

/** B is reached by A directly and reaches C; D stands alone. */
const CHAIN = [tie('t1', 'A', 'B'), tie('t2', 'B', 'C'), tie('t3', 'C', 'E')];

describe('reach', () => {
  it('is along at most two ties, in their direction, with oneself first', () => {
    const network = networkOf(
      'ABCDE'.split('').map((id) => actor(id)),
      CHAIN,
    );
    const reach = twoStepReach(network);
    expect(reach(0)).toEqual([0, 1, 2]);
    expect(reach(1)).toEqual([1, 2, 4]);
    expect(reach(3)).toEqual([3]);
    expect(reach(3, [[3, 0]])).toEqual([3, 0, 1]);
    expect(reach(3)).toEqual([3]);
  });

  it('with a tie imagined is that of the map with the tie', () => {
    fc.assert(
      fc.property(MAPS, fc.nat(8), fc.nat(8), ({ actors, ties }, from, to) => {
        fc.pre(actors.length > Math.max(from, to) && from !== to);
        const before = networkOf(actors, [...ties, tie('y', 'a0', 'a0')]);
        fc.pre(before.directed);
        const after = networkOf(actors, [...ties, tie('zz', `a${from}`, `a${to}`)]);
        const imagined = twoStepReach(before);
        const real = twoStepReach(after);
        for (let k = 0; k < actors.length; k++)
          expect([...imagined(k, [[from, to]])].sort()).toEqual([...real(k)].sort());
      }),
    );
  });
});

describe('what is delivered', () => {
  it('never exceeds what is offered, nor what is needed once it is met', () => {
    fc.assert(
      fc.property(MAPS, ({ actors, ties }) => {
        const network = networkOf(actors, ties);
        const { supply, demand } = network.profiles;
        const delivered = finish(deliveredOf(network));
        const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
        expect(total(delivered)).toBeLessThanOrEqual(total(supply) * (1 + 1e-12));
        const reachable = finish(reachableCoverage.compute(network, DEFAULT_MEASURE_OPTIONS));
        const offered = finish(totalCoverage.compute(network, DEFAULT_MEASURE_OPTIONS));
        if (total(demand) === 0) expect(reachable).toBeNull();
        else expect(reachable ?? 2).toBeLessThanOrEqual((offered ?? 0) * (1 + 1e-12));
      }),
    );
  });

  it('covers what is offered where everyone reaches everyone', () => {
    fc.assert(
      fc.property(MAPS, ({ actors }) => {
        const ties = actors.slice(1).map(({ id }, k) => tie(`t${k}`, 'a0', id, { direction: 'mutual' }));
        const network = networkOf(actors, ties);
        const [reachable, offered] = [reachableCoverage, totalCoverage].map((measure) =>
          finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS)),
        );
        expect(reachable ?? -1).toBeCloseTo(offered ?? -1, 12);
      }),
    );
  });

  it('is shared in proportion to needs', () => {
    const network = networkOf(
      [
        actor('A', { supply: { talent: 6 } }),
        actor('B', { demand: { talent: 2 } }),
        actor('C', { demand: { talent: 6 } }),
        actor('D', { demand: { talent: 4 } }),
      ],
      CHAIN.slice(0, 2),
    );
    expect([...finish(needsReached.compute(network, DEFAULT_MEASURE_OPTIONS))]).toEqual([NaN, 0.75, 0.75, 0]);
  });
});

describe('the vacant-niche board', () => {
  const actors = [
    actor('A', {
      supply: { talent: 4, funding: 1, data: 2, policy: 5, research: 2 },
      demand: { courses: 1, orders: 3 },
    }),
    actor('B', { demand: { talent: 4, funding: 4, equipment: 3, research: 2 }, supply: { orders: 1 } }),
    actor('C', { demand: { policy: 2 }, supply: { orders: 1, courses: 3, research: 2 } }),
    actor('D', { supply: { policy: 1, courses: 3 }, demand: { talent: 0 } }),
  ];
  const network = networkOf(actors, [tie('t1', 'A', 'B'), tie('t2', 'C', 'B')]);

  it.each([
    ['equipment', 'vacant'],
    ['funding', 'short'],
    ['courses', 'does not get there'],
    ['talent', 'monopoly'],
    ['orders', 'does not get there'],
    ['data', 'idle'],
    ['research', 'covered'],
  ])('finds that %s is %s', (id, tag) => {
    expect(rowOf(network, id)?.tag?.name.en).toBe(tag);
  });

  it('tells that nobody offers it from that it does not get here', () => {
    expect(rowOf(network, 'equipment')?.values).toEqual([0, 3, 0, 3, null, 0]);
    expect(rowOf(network, 'policy')?.values.slice(0, 3)).toEqual([6, 2, 1]);
    expect(rowOf(network, 'policy')?.values[5]).toBe(0);
    expect(rowOf(network, 'equipment')?.why?.en.join('')).toMatch(/nobody offers it/);
    expect(rowOf(network, 'policy')?.why?.en.join('')).toMatch(/along the ties/);
  });

  it('names the one supplier of a monopoly and who needs what is vacant', () => {
    expect(rowOf(network, 'talent')?.why?.en).toContainEqual({ of: 'actor', id: 'A' });
    expect(rowOf(network, 'talent')?.actors).toEqual(['A']);
    expect(rowOf(network, 'equipment')?.actors).toEqual(['B']);
  });

  it('has the most pressing first, and nothing that is neither offered nor needed', () => {
    const { rows } = board(network);
    expect(rows.slice(0, 2).map(({ id }) => id)).toEqual(['equipment', 'funding']);
    expect(rows.map(({ id }) => id)).not.toContain('internships');
  });

  it('is not there where nobody states anything', () => {
    expect(finish(resourceBoard.compute(networkOf([actor('A')], []), DEFAULT_MEASURE_OPTIONS))).toBeNull();
  });

  it('has the shares of suppliers squared as concentration', () => {
    const { concentration } = finish(balanceOf(network));
    const at = network.profiles.resourceIds.indexOf('policy');
    expect(concentration[at]).toBeCloseTo((5 / 6) ** 2 + (1 / 6) ** 2, 12);
  });

  it('counts supply that is wanted up to what is needed', () => {
    const wanted = finish(supplyWanted.compute(network, DEFAULT_MEASURE_OPTIONS));
    // talent 4 of 4, funding 1, data 0, policy 5 · 2/6, research 2 · 2/4
    expect(wanted[0]).toBeCloseTo((4 + 1 + 0 + 5 / 3 + 1) / 14, 12);
  });
});

describe('proposed ties', () => {
  /** What the gain would be if the tie were drawn. */
  function drawn(
    { actors, ties }: { actors: readonly Actor[]; ties: readonly Tie[] },
    from: string,
    to: string,
  ) {
    const met = (network: Network): number => {
      const { demand } = network.profiles;
      return finish(deliveredOf(network)).reduce((sum, got, k) => sum + Math.min(got, demand[k] ?? 0), 0);
    };
    const direction = networkOf(actors, ties).directed ? 'one-way' : 'mutual';
    return (
      met(networkOf(actors, [...ties, tie('zz', from, to, { direction })])) - met(networkOf(actors, ties))
    );
  }

  it('gain what the map would gain by the tie, and join sectors that are not tied', () => {
    fc.assert(
      fc.property(MAPS, (parts) => {
        const network = networkOf(parts.actors, parts.ties);
        const tied = new Set(parts.ties.flatMap(({ source, target }) => [source + target, target + source]));
        // A map without ties has no direction yet: the first one-way tie gives it one.
        fc.pre(network.tieCount > 0);
        let least = Infinity;
        for (const { from, to, gain, fit } of finish(proposalsFor(network, 20))) {
          const [a = '', b = ''] = [network.actorIds[from], network.actorIds[to]];
          expect(gain).toBeCloseTo(drawn(parts, a, b), 9);
          expect(gain).toBeGreaterThan(0);
          expect(gain).toBeLessThanOrEqual(least + 1e-6);
          expect(fit).toBeGreaterThan(0);
          expect(fit).toBeLessThanOrEqual(1 + 1e-12);
          expect(tied.has(a + b)).toBe(false);
          expect(network.sectors[from]).not.toBe(network.sectors[to]);
          least = gain;
        }
      }),
    );
  });

  it('say who offers what to whom', () => {
    const network = networkOf(
      [
        actor('college', { sector: 'university', supply: { talent: 4 } }),
        actor('firm', { sector: 'enterprise', demand: { talent: 4, orders: 4 } }),
        actor('office', { sector: 'government' }),
      ],
      [tie('t', 'office', 'firm')],
    );
    const detail = finish(tieProposals.compute(network, DEFAULT_MEASURE_OPTIONS));
    if (detail?.kind !== 'rows') throw new Error('no proposals');
    const [row] = detail.rows;
    expect(detail.rows).toHaveLength(1);
    expect(row?.pairs).toEqual([['college', 'firm']]);
    expect(row?.values).toEqual([0.5, 0.5]);
    expect(row?.why?.en.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('')).toBe(
      'college offers talent, which firm needs and nobody near it offers.',
    );
  });
});
