import { expect, test } from 'vitest';
import { ok } from '../../src/base/result.ts';
import { chosenStates, type StateOffer } from '../../src/state/figure-states.ts';
import { mapOf } from '../scene/maps.ts';

function offer(id: string, what: StateOffer['what']): StateOffer {
  return { id, name: id, what, before: what !== 'scenario', open: () => Promise.resolve(ok(mapOf([]))) };
}

const ROUNDS = ['r1', 'r2', 'r3', 'r4'].map((id) => offer(id, 'round'));
const SCENARIOS = ['s1', 's2'].map((id) => offer(id, 'scenario'));
const ids = (offers: readonly StateOffer[]): readonly string[] => offers.map(({ id }) => id);

test('a scenario is compared with its base, a base with its scenarios, a map alone with its latest rounds', () => {
  expect(ids(chosenStates([offer('b', 'base'), ...ROUNDS, ...SCENARIOS], null))).toEqual(['b']);
  expect(ids(chosenStates([...ROUNDS, ...SCENARIOS], null))).toEqual(['s1', 's2']);
  expect(ids(chosenStates(ROUNDS, null))).toEqual(['r2', 'r3', 'r4']);
  expect(chosenStates([], null)).toEqual([]);
});

test('what was chosen stands in the order in which it is offered, as many as have room; what is gone is not there', () => {
  const offers = [...ROUNDS, ...SCENARIOS];
  expect(ids(chosenStates(offers, ['s1', 'gone', 'r4']))).toEqual(['r4', 's1']);
  expect(ids(chosenStates(offers, ['s2', 's1', 'r1', 'r2']))).toEqual(['r1', 'r2', 's1']);
  expect(chosenStates(offers, [])).toEqual([]);
});
