import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../../src/metrics/detail.ts';
import { nicheStates } from '../../../src/metrics/niche/niche-states.ts';
import { statesOf, type ResourceStates } from '../../../src/metrics/niche/resource-states.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../../src/model/measure-options.ts';
import type { Actor, Tie } from '../../../src/model/graph.ts';
import { compileNetwork, networkInput } from '../../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from '../support.ts';

const ACTORS = [
  actor('E', { sector: 'enterprise', supply: { orders: 2 }, demand: { talent: 3, equipment: 1 } }),
  actor('G', { sector: 'government', supply: { funding: 4, talent: 1 } }),
  actor('U', { sector: 'university', supply: { talent: 3 }, demand: { funding: 2 } }),
  actor('Z', { sector: 'university' }),
];

const TIES = [
  tie('t1', 'U', 'E', { type: 'talent', weight: 3 }),
  tie('t2', 'G', 'U', { type: 'capital', weight: 2 }),
  tie('t3', 'E', 'U', { type: 'alliance', weight: 1, direction: 'mutual' }),
  tie('t4', 'U', 'U', { type: 'talent', weight: 9 }),
];

function states(
  options: Partial<MeasureOptions>,
  {
    actors = ACTORS,
    ties = TIES,
    ignoreDirection = false,
  }: {
    actors?: readonly Actor[];
    ties?: readonly Tie[];
    ignoreDirection?: boolean;
  } = {},
): ResourceStates {
  const network = compileNetwork(networkInput(graphOf(actors, ties)), { ...AS_IS, ignoreDirection });
  return statesOf(network, { ...DEFAULT_MEASURE_OPTIONS, ...options });
}

/** Row by row, the states that are used, by id. */
function uses({ rows, count, values, axis }: ResourceStates): Record<string, number>[] {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      axis.ids.flatMap((id, state) => {
        const value = values[row * count + state] ?? 0;
        return value > 0 ? [[id, value]] : [];
      }),
    ),
  );
}

function words(sentence: Sentence | undefined, language: 'en' | 'zh'): string {
  return (sentence?.[language] ?? [])
    .map((phrase) => (typeof phrase === 'string' ? phrase : `[${phrase.id}]`))
    .join('');
}

describe('the realised niche', () => {
  it('has a state for each direction, type and sector of the partner; mutual ties count both ways, self-loops not', () => {
    expect(uses(states({}))).toEqual([
      { 'in|talent|university': 3, 'in|alliance|university': 1, 'out|alliance|university': 1 },
      { 'out|capital|university': 2 },
      {
        'in|capital|government': 2,
        'in|alliance|enterprise': 1,
        'out|talent|enterprise': 3,
        'out|alliance|enterprise': 1,
      },
      {},
    ]);
  });

  it('has no direction where the network has none, or where it is ignored', () => {
    const expected = [
      { 'with|talent|university': 3, 'with|alliance|university': 1 },
      { 'with|capital|university': 2 },
      { 'with|talent|enterprise': 3, 'with|capital|government': 2, 'with|alliance|enterprise': 1 },
      {},
    ];
    expect(uses(states({}, { ignoreDirection: true }))).toEqual(expected);
    const mutual = TIES.map((one) => ({ ...one, direction: 'mutual' as const }));
    expect(uses(states({}, { ties: mutual }))).toEqual(expected);
  });

  it('has the states that someone uses, or one for every direction, type and sector', () => {
    expect(states({}).count).toBe(8);
    expect(states({ nicheStates: 'all' }).count).toBe(2 * 8 * 5);
    expect(states({ nicheStates: 'all' }, { ignoreDirection: true }).count).toBe(8 * 5);
  });

  it('calls each state by the names of the map, in both languages', () => {
    const { axis } = states({});
    expect(axis.labels).toHaveLength(axis.ids.length);
    const label = axis.labels?.[axis.ids.indexOf('in|talent|university')];
    expect(words(label, 'en')).toBe('[talent] from [university]');
    expect(words(label, 'zh')).toBe('从[university]获得[talent]');
  });
});

describe('other niches', () => {
  it('of supply and of demand have the resources as states', () => {
    expect(uses(states({ niche: 'supply' }))).toEqual([
      { orders: 2 },
      { talent: 1, funding: 4 },
      { talent: 3 },
      {},
    ]);
    expect(uses(states({ niche: 'demand' }))).toEqual([{ talent: 3, equipment: 1 }, {}, { funding: 2 }, {}]);
    expect(states({ niche: 'demand' }).axis).toMatchObject({ of: 'resource' });
    expect(states({ niche: 'demand', nicheStates: 'all' }).count).toBe(10);
  });

  it('of dimensions add up ties by the dimension of their type and the sector of the partner', () => {
    expect(uses(states({ niche: 'dimension' }))).toEqual([
      { 'talent|university': 3, 'economy|university': 2 },
      { 'economy|university': 2 },
      { 'talent|enterprise': 3, 'economy|government': 2, 'economy|enterprise': 2 },
      {},
    ]);
    expect(states({ niche: 'dimension', nicheStates: 'all' }).count).toBe(3 * 5);
  });

  it('are available alike, or needs by what is offered in the region', () => {
    const { axis, availability } = states({ niche: 'demand', availability: 'supply' });
    const of = (id: string): number => availability[axis.ids.indexOf(id)] ?? NaN;
    expect([of('talent'), of('funding'), of('equipment')]).toEqual([0.5, 0.5, 0]);
    expect([...states({ niche: 'supply', availability: 'supply' }).availability]).toEqual([
      1 / 3,
      1 / 3,
      1 / 3,
    ]);
  });

  it('have shares that are finite however absurd the amounts', () => {
    const { shares } = states(
      { niche: 'supply' },
      { actors: [actor('A', { supply: { talent: 1e308, funding: 1e308, data: 5e-324 } })] },
    );
    expect([...shares]).toEqual([0.5, 0.5, 0]);
  });
});

describe('the matrix that is shown', () => {
  const network = compileNetwork(networkInput(graphOf(ACTORS, TIES)), AS_IS);

  it('has a row for each actor with a niche, with amounts and shares', () => {
    const detail = finish(nicheStates.compute(network, { ...DEFAULT_MEASURE_OPTIONS, niche: 'demand' }));
    expect(detail).toMatchObject({
      kind: 'matrix',
      rows: { of: 'actor', ids: ['E', 'U'] },
      columns: { of: 'resource', ids: ['talent', 'equipment', 'funding'] },
    });
    expect(detail?.kind === 'matrix' && detail.layers.map(({ values }) => [...values])).toEqual([
      [3, 1, 0, 0, 0, 2],
      [0.75, 0.25, 0, 0, 0, 1],
    ]);
    expect(detail?.facts.map(({ id, value }) => [id, value])).toEqual([
      ['states', 3],
      ['with-niche', 2],
      ['single-state', 1],
    ]);
  });

  it('is not there where nobody has a niche', () => {
    const empty = compileNetwork(networkInput(graphOf(ACTORS, [])), AS_IS);
    expect(finish(nicheStates.compute(empty, DEFAULT_MEASURE_OPTIONS))).toBeNull();
  });
});
