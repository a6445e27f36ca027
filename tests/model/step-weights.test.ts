import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { steppedWeight, stepWeights } from '../../src/model/commands/step-weights.ts';
import { editing } from './support.ts';

test('a step of a whole weight is 1; below 1 and between whole numbers it is a quarter', () => {
  expect(steppedWeight(3, 1)).toBe(4);
  expect(steppedWeight(3, -1)).toBe(2);
  expect(steppedWeight(1, -1)).toBe(0.8);
  expect(steppedWeight(0.8, 1)).toBe(1);
  expect(steppedWeight(2.4, 1)).toBe(3);
});

test('a step up and one down give the weight back, and none reaches 0', () => {
  const weights = fc.oneof(
    fc.integer({ min: 1, max: 1e6 }),
    fc.integer({ min: 1, max: 999 }).map((k) => k / 10),
  );
  fc.assert(
    fc.property(weights, (weight) => {
      const down = steppedWeight(weight, -1);
      expect(down).toBeGreaterThan(0);
      expect(down).toBeLessThan(weight);
      expect(steppedWeight(weight, 1)).toBeGreaterThan(weight);
      if (Number.isInteger(weight)) expect(steppedWeight(down, 1)).toBe(weight);
    }),
  );
});

test('several ties each take their own step, together undone', () => {
  const { editor, document } = editing(3);
  for (const name of ['A', 'B', 'C']) editor.run(addActor, { name, sector: 'other', at: [0, 0] });
  const [a = '', b = '', c = ''] = [...document.graph.actors.keys()];
  editor.run(addTie, { source: a, target: b, type: 'talent', weight: 2 });
  editor.run(addTie, { source: b, target: c, type: 'talent', weight: 0.5 });
  const ids = [...document.graph.ties.keys()];
  const weights = (): number[] => [...document.graph.ties.values()].map(({ weight }) => weight).sort();
  expect(editor.run(stepWeights, { ids, direction: 1 }).ok).toBe(true);
  expect(weights()).toEqual([0.625, 3]);
  document.undo();
  expect(weights()).toEqual([0.5, 2]);
  expect(editor.run(stepWeights, { ids: ['gone'], direction: 1 }).ok).toBe(false);
});
