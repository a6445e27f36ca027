import { describe, expect, it } from 'vitest';
import { nicheCard } from '../../../src/metrics/niche/card.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../../src/model/measure-options.ts';
import { compileNetwork, networkInput } from '../../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from '../support.ts';

const OPTIONS = { ...DEFAULT_MEASURE_OPTIONS, niche: 'demand' } as const;
const GRAPH = graphOf(
  [
    actor('a', { demand: { talent: 3, equipment: 1 }, supply: { orders: 2 } }),
    actor('b', { demand: { talent: 1 } }),
    actor('c', { demand: { funding: 5 } }),
    actor('d', { supply: { talent: 4, equipment: 4 }, demand: { orders: 1, funding: 1 } }),
    actor('e', { supply: { talent: 1 } }),
    actor('f'),
  ],
  [tie('t', 'e', 'a', { type: 'talent' })],
);
const network = compileNetwork(networkInput(GRAPH), AS_IS);
const cardOf = (id: string) => finish(nicheCard(network, network.actorIds.indexOf(id), OPTIONS));

describe('the niche of one actor', () => {
  it('is as broad as its Levins breadth, over the states in use', () => {
    const { states, used, breadth } = cardOf('a');
    expect([states, used]).toEqual([4, 2]);
    // B = 1 / (9/16 + 1/16), R = 4
    expect(breadth).toBeCloseTo((1.6 - 1) / 3, 12);
  });

  it('is pressed on by those with a fifth or more in common, the hardest first', () => {
    expect(cardOf('a').pressers).toEqual([
      { id: 'b', shared: 0.75, pressure: expect.closeTo(1.2, 12) as number },
    ]);
    expect(cardOf('c').pressers.map(({ id }) => id)).toEqual(['d']);
  });

  it('is complemented by those who offer what it needs and need what it offers, and says for what', () => {
    const { suppliers, takers } = cardOf('a');
    expect(suppliers).toEqual([
      { id: 'd', fit: 0.75, resources: ['talent', 'equipment'], tied: false },
      { id: 'e', fit: 0.75, resources: ['talent'], tied: true },
    ]);
    expect(takers).toEqual([{ id: 'd', fit: 0.5, resources: ['orders'], tied: false }]);
  });

  it('sets what is declared beside what ties realise, by strategy dimension', () => {
    const dimensions = new Map(cardOf('a').dimensions.map((one) => [one.id, one]));
    expect(dimensions.get('talent')).toEqual({ id: 'talent', declared: 0.5, realised: 1 });
    expect(dimensions.get('economy')?.realised).toBe(0);
    expect(cardOf('b').dimensions).toEqual([]);
  });

  it('is empty where nothing is known of the actor', () => {
    expect(cardOf('f')).toEqual({
      states: 4,
      used: 0,
      breadth: null,
      pressers: [],
      suppliers: [],
      takers: [],
      dimensions: [],
    });
  });
});
