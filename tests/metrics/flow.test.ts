import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitnessOf, ascendencyOf, robustnessOf } from '../../src/metrics/flow/ascendency.ts';
import { closed } from '../../src/metrics/flow/boundary.ts';
import { closureOf, type Closure } from '../../src/metrics/flow/closure.ts';
import { cyclingOf, MOST_ACTORS } from '../../src/metrics/flow/cycling.ts';
import { flowModel } from '../../src/metrics/flow/flow-model.ts';
import { loopsOf, LONGEST, MOST_CARRYING } from '../../src/metrics/flow/loops.ts';
import { measureById } from '../../src/metrics/registry.ts';
import type { RowsDetail } from '../../src/metrics/detail.ts';
import type { Actor } from '../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { rowSums, transpose } from '../../src/network/csr.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps } from './arbitrary.ts';
import { flowsFrom } from './flow-models.ts';
import { actor, AS_IS, finish, graphOf, networkFrom, tie } from './support.ts';

const ALL: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, normalised: false, currency: '*' };

function mapOf(actors: readonly Actor[], ties: Parameters<typeof graphOf>[1]): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

function closureIn(network: Network, options: MeasureOptions = ALL): Closure {
  const closure = finish(closureOf(network, options));
  if (!closure) throw new Error('no flows');
  return closure;
}

function value(id: string, network: Network, options: MeasureOptions = ALL): number | null {
  const measure = measureById(id);
  if (measure?.level !== 'network') throw new Error(`no measure ${id}`);
  return finish(measure.compute(network, options));
}

function rowsOf(id: string, network: Network, options: MeasureOptions = ALL): RowsDetail {
  const measure = measureById(id);
  const detail = measure?.level === 'detail' ? finish(measure.compute(network, options)) : null;
  if (detail?.kind !== 'rows') throw new Error(`no rows ${id}`);
  return detail;
}

describe('the boundary of an actor', () => {
  it.each([
    ['nothing is stated: the larger side times 1 + λ', [4, 2, NaN, NaN], [5, 1, 3]],
    ['both are stated and balance: exactly what is stated', [4, 2, 1, 3], [5, 1, 3]],
    ['both are stated and more comes than leaves: what leaves is raised', [4, 2, 3, 1], [7, 3, 5]],
    ['both are stated and more leaves than comes: what comes is raised', [4, 2, 0, 6], [8, 4, 6]],
    ['the inflow is stated and is enough: it is kept', [4, 2, 3, NaN], [7, 3, 5]],
    ['the inflow is stated and is too little for what is given: it is raised', [1, 4, 1, NaN], [5, 4, 1]],
    ['the outflow is stated and is enough: it is kept', [1, 4, NaN, 2], [6, 5, 2]],
    ['a closed circle is stated: nothing crosses', [3, 3, 0, 0], [3, 0, 0]],
    ['nothing flows', [0, 0, NaN, NaN], [0, 0, 0]],
  ] as const)('%s', (_, [received, given, inflow, outflow], [throughflow, z, y]) => {
    const boundary = closed(received, given, inflow, outflow, 0.25);
    expect(boundary.throughflow).toBeCloseTo(throughflow, 12);
    expect(boundary.inflow).toBeCloseTo(z, 12);
    expect(boundary.outflow).toBeCloseTo(y, 12);
  });

  it('always balances, and is never below what is stated', () => {
    const amount = fc.integer({ min: 0, max: 20 });
    const stated = fc.oneof(fc.constant(NaN), amount);
    fc.assert(
      fc.property(amount, amount, stated, stated, (received, given, inflow, outflow) => {
        const { throughflow, inflow: z, outflow: y } = closed(received, given, inflow, outflow, 0.05);
        expect(received + z).toBeCloseTo(throughflow, 12);
        expect(given + y).toBeCloseTo(throughflow, 12);
        expect(z).toBeGreaterThanOrEqual(Number.isNaN(inflow) ? 0 : inflow);
        expect(y).toBeGreaterThanOrEqual(Number.isNaN(outflow) ? 0 : outflow);
      }),
    );
  });
});

describe('the flows that are followed', () => {
  const network = mapOf(
    [...'ABCD'].map((id) => actor(id)),
    [
      tie('1', 'A', 'B', { type: 'talent', weight: 2, direction: 'mutual' }),
      tie('2', 'B', 'C', { type: 'knowledge', weight: 3 }),
      tie('3', 'C', 'C', { type: 'knowledge', weight: 9 }),
    ],
  );
  const followed = (currency: string) => {
    const { model, actors, dropped, currency: type } = closureIn(network, { ...ALL, currency });
    return {
      flow: model.flows.weights.reduce((all, flow) => all + flow, 0),
      actors: Array.from(actors, (k) => network.actorIds[k]),
      dropped: dropped.map((k) => network.actorIds[k]),
      type: type === null ? null : network.ties.typeIds[type],
    };
  };

  it('are of the type that carries most, a mutual tie carrying both ways and a self-loop nothing', () => {
    expect(followed('')).toEqual({ flow: 4, actors: ['A', 'B'], dropped: ['C', 'D'], type: 'talent' });
  });

  it('are of the type asked for, or of all', () => {
    expect(followed('knowledge')).toEqual({
      flow: 3,
      actors: ['B', 'C'],
      dropped: ['A', 'D'],
      type: 'knowledge',
    });
    expect(followed('*')).toEqual({ flow: 7, actors: ['A', 'B', 'C'], dropped: ['D'], type: null });
  });

  it('are none of a type that is not there', () => {
    expect(finish(closureOf(network, { ...ALL, currency: 'gold' }))).toBeNull();
    for (const id of ['finn-cycling', 'relative-ascendency', 'mutualism', 'total-throughflow'])
      expect(value(id, network, { ...ALL, currency: 'gold' })).toBeNull();
  });

  it('do not change when directions or weights are ignored elsewhere', () => {
    const lines = ['A > B : 3', 'B > C : 2', 'C > A : 1'];
    const other = networkFrom(lines, { ignoreDirection: true, ignoreWeights: true });
    for (const id of ['finn-cycling', 'relative-ascendency', 'synergism'])
      expect(value(id, other)).toBe(value(id, networkFrom(lines)));
  });

  it('are named with all that was assumed', () => {
    const stating = mapOf(
      [actor('A', { inflow: 5 }), actor('B', { outflow: 1 }), actor('C')],
      [tie('1', 'A', 'B', { weight: 2 })],
    );
    const { rows, facts } = rowsOf('flow-facts', stating);
    const found = (id: string) => rows.find((row) => row.id === id);
    expect(found('dropped')?.actors).toEqual(['C']);
    expect(found('stated')?.actors).toEqual(['A', 'B']);
    expect(found('raised')?.actors).toEqual(['B']);
    expect(facts.find(({ id }) => id === 'lambda')?.value).toBe(0.05);
    expect(facts.find(({ id }) => id === 'finn-cycling')?.value).toBe(0);
  });
});

describe('closed flows', () => {
  const maps = smallMaps({ actors: 9, ties: 24 });

  it('balance for every actor, on any map', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(0.001, 0.05, 2), (parts, lambda) => {
        const closure = finish(closureOf(mapOf(parts.actors, parts.ties), { ...ALL, lambda }));
        fc.pre(closure !== null);
        const { flows, inflow, outflow, throughflow } = closure.model;
        const given = rowSums(flows);
        const received = rowSums(transpose(flows));
        for (let k = 0; k < throughflow.length; k++) {
          expect((received[k] ?? 0) + (inflow[k] ?? 0)).toBeCloseTo(throughflow[k] ?? 0, 9);
          expect((given[k] ?? 0) + (outflow[k] ?? 0)).toBeCloseTo(throughflow[k] ?? 0, 9);
        }
      }),
    );
  });

  it('have a cycling index below 1, 0 exactly where there is no circle, and ascendency at most the capacity', () => {
    fc.assert(
      fc.property(maps, (parts) => {
        const unstated = parts.actors.map(({ inflow: _z, outflow: _y, ...one }) => one);
        const network = mapOf(unstated, parts.ties);
        const closure = finish(closureOf(network, ALL));
        fc.pre(closure !== null);
        const index = value('finn-cycling', network);
        expect(index).not.toBeNull();
        expect(index).toBeLessThan(1);
        const { carrying } = finish(loopsOf(closure.model.flows, network.sectors));
        // circles of more than six actors need as many
        if (closure.actors.length <= LONGEST) expect(index === 0).toBe(carrying.length === 0);
        const order = ascendencyOf(closure.model);
        expect(order.overhead).toBeCloseTo(order.capacity - order.ascendency, 9);
        expect(order.overhead).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('cycle less the more crosses the boundary', () => {
    const network = networkFrom(['A > B : 3', 'B > C : 2', 'C > A : 1', 'B > A : 2']);
    const indices = [0.001, 0.05, 0.2, 1].map((lambda) => value('finn-cycling', network, { ...ALL, lambda }));
    expect(indices).toEqual([...indices].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(indices).size).toBe(4);
  });
});

describe('cycling', () => {
  /** A circle of n actors where the share r goes on from the last to the first. */
  const circle = (n: number, r: number) =>
    flowModel(
      flowsFrom(
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_one, j) => (j === (i + 1) % n ? (i === n - 1 ? r : 1) : 0)),
        ),
      ),
      Float64Array.from({ length: n }, (_, i) => (i === 0 ? 1 - r : 0)),
      [Float64Array.from({ length: n }, (_, i) => (i === n - 1 ? 1 - r : 0))],
    );

  it('of one circle is the share that goes round', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, r) => {
          expect(finish(cyclingOf(circle(n, r)))?.index).toBeCloseTo(r, 9);
        },
      ),
    );
  });

  it('is none where what goes round never leaves, and the actors outside still have theirs', () => {
    const model = flowModel(
      flowsFrom([
        [0, 2, 0],
        [2, 0, 0],
        [0, 0, 0],
      ]),
      Float64Array.of(0, 0, 1),
      [Float64Array.of(0, 0, 1)],
    );
    const cycling = finish(cyclingOf(model));
    expect(cycling?.index).toBeNull();
    expect(cycling?.shares).toEqual(Float64Array.of(NaN, NaN, 0));
  });

  it('is none where too many circulate, and quick where many only pass on', () => {
    const n = MOST_ACTORS + 1;
    const chain = Array.from({ length: n - 1 }, (_, k) => tie(`t${k}`, `a${k}`, `a${k + 1}`));
    const actors = Array.from({ length: n }, (_, k) => actor(`a${k}`));
    expect(value('finn-cycling', mapOf(actors, chain))).toBe(0);
    const closing = mapOf(actors, [...chain, tie('last', `a${n - 1}`, 'a0')]);
    expect(value('finn-cycling', closing)).toBeNull();
    expect(value('mutualism', closing)).toBeNull();
    expect(value('total-throughflow', closing)).toBeCloseTo(1.05 * n, 6);
  });
});

describe('the order of flows', () => {
  it('is largest where each thing has one way, and least where everything goes everywhere', () => {
    const ring = flowModel(flowsFrom([[0, 1, 0], [0, 0, 1], [1, 0, 0]]), new Float64Array(3), [new Float64Array(3)]); // prettier-ignore
    const { ratio, overhead, information } = ascendencyOf(ring);
    expect([ratio, overhead, information]).toEqual(
      [1, 0, Math.log2(3)].map((value) => expect.closeTo(value, 12)),
    );
    const even = [1, 1, 1, 1];
    const mixed = flowModel(flowsFrom([even, even, even, even]), new Float64Array(4), [new Float64Array(4)]);
    expect(ascendencyOf(mixed).ratio).toBeCloseTo(0, 12);
  });

  it('is most robust at 1/e, and fittest at e^(-1/1.288)', () => {
    expect(robustnessOf(1 / Math.E)).toBeCloseTo(1 / Math.E, 12);
    expect(fitnessOf(Math.exp(-1 / 1.288))).toBeCloseTo(1, 12);
    for (const ratio of [0.01, 0.2, 0.5, 0.9]) {
      expect(robustnessOf(ratio)).toBeLessThan(1 / Math.E);
      expect(fitnessOf(ratio)).toBeLessThan(1);
    }
    expect([robustnessOf(0), fitnessOf(0), robustnessOf(1), fitnessOf(1)]).toEqual([0, 0, 0, 0]);
  });
});

/** All circles of at most so many actors, by trying every way. */
function allLoops(matrix: readonly (readonly number[])[]): Map<string, number> {
  const found = new Map<string, number>();
  const extend = (way: readonly number[], carried: number): void => {
    const [first = 0] = way;
    for (const [next, flow] of (matrix[way.at(-1) ?? 0] ?? []).entries()) {
      if (flow === 0) continue;
      if (next === first) found.set(way.join(' '), Math.min(carried, flow));
      else if (next > first && !way.includes(next) && way.length < LONGEST)
        extend([...way, next], Math.min(carried, flow));
    }
  };
  for (const first of matrix.keys()) extend([first], Infinity);
  return found;
}

describe('circles', () => {
  it('are those that trying every way finds to carry most', () => {
    const size = 8;
    const cells = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 })), {
      minLength: size * size,
      maxLength: size * size,
    });
    fc.assert(
      fc.property(cells, (list) => {
        const matrix = Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_one, j) => (i === j ? 0 : (list[i * size + j] ?? 0))),
        );
        const sectors = matrix.map((_, k) => k % 4);
        const all = allLoops(matrix);
        const sectorsOf = (key: string): number =>
          new Set(key.split(' ').map((place) => sectors[Number(place)])).size;
        const { carrying, wide, carryingComplete, wideComplete } = finish(
          loopsOf(flowsFrom(matrix), sectors),
        );
        expect([carryingComplete, wideComplete]).toEqual([true, true]);
        for (const { actors, carried } of carrying) expect(all.get(actors.join(' '))).toBe(carried);
        const sorted = (of: readonly string[]): number[] =>
          of.map((key) => all.get(key) ?? 0).sort((a, b) => b - a);
        expect(carrying.map(({ carried }) => carried)).toEqual(
          sorted([...all.keys()]).slice(0, MOST_CARRYING),
        );
        const through = [...all.keys()].filter((key) => sectorsOf(key) === 4);
        expect(wide.map(({ carried }) => carried)).toEqual(sorted(through).slice(0, 5));
      }),
      { numRuns: 60 },
    );
  });

  it('that are too many are searched for a while, and it is said that some may be missing', () => {
    const size = 40;
    const matrix = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_one, j) => (i === j ? 0 : 1)),
    );
    const { carrying, carryingComplete } = finish(
      loopsOf(
        flowsFrom(matrix),
        matrix.map((_, k) => k % 4),
      ),
    );
    expect(carrying).toHaveLength(MOST_CARRYING);
    expect(carryingComplete).toBe(false);
  });

  it('name their actors and the ties that carry them, mutual ones both ways', () => {
    const network = mapOf(
      [actor('A', { sector: 'enterprise' }), actor('B', { sector: 'university' }), actor('C')],
      [
        tie('1', 'A', 'B', { weight: 4 }),
        tie('2', 'C', 'B', { weight: 3, direction: 'mutual' }),
        tie('3', 'C', 'A', { weight: 2 }),
        tie('4', 'A', 'C', { weight: 1 }),
      ],
    );
    const { rows } = rowsOf('flow-cycles', network);
    expect(rows.map(({ actors, ties, values }) => [actors, ties, values])).toEqual([
      [['B', 'C'], ['2'], [3, 2, 2]],
      [
        ['A', 'B', 'C'],
        ['1', '2', '3'],
        [2, 3, 3],
      ],
      [
        ['A', 'C'],
        ['3', '4'],
        [1, 2, 2],
      ],
    ]);
    expect(rows[1]?.tag?.name.en).toBe('through all sectors');
    expect(rows[1]?.says.en.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('')).toBe(
      'A → B → C → A',
    );
  });
});
