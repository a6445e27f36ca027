import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import { connect, editing, said } from '../model/support.ts';
import { oneStep, take, type Step } from './random-steps.ts';

const LONG = process.env['ECOTONE_LONG'] === '1';
const RUNS = LONG ? 2000 : 120;

const steps = fc.array(oneStep, { minLength: 1, maxLength: 40 });

function expectWhole(graph: Graph): void {
  const broken = [...graph.ties.values()].filter(
    ({ source, target, weight }) => !graph.actors.has(source) || !graph.actors.has(target) || !(weight > 0),
  );
  expect(broken).toEqual([]);
}

/** What failed once. */
const KEPT: readonly Step[][] = [
  // one value written twice in a step, on top of one that an earlier step had removed
  [
    [18, 0, 0, 241],
    [23, 0, 0, 1],
    [5, 0, 0, 0],
    [0, 0, 0, 0],
  ],
];

describe('history', () => {
  it('gives back each earlier state exactly, step by step, and each later one on redo; rejected commands change nothing', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const window = editing(7);
        const states = [said(window.document.graph)];
        for (const step of list) if (take(window, step)) states.push(said(window.document.graph));
        for (let k = states.length - 2; k >= 0; k--) {
          window.document.undo();
          expect(said(window.document.graph)).toEqual(states[k]);
          expectWhole(window.document.graph);
        }
        expect(window.document.undoName).toBeUndefined();
        for (const state of states.slice(1)) {
          window.document.redo();
          expect(said(window.document.graph)).toEqual(state);
        }
        expect(window.document.redoName).toBeUndefined();
      }),
      { numRuns: RUNS, examples: KEPT.map((list) => [list]) },
    );
  });

  it('never lets a tie dangle, and two windows end equal, whatever they do, undo and exchange in between', () => {
    const moves = fc.array(
      fc.tuple(fc.boolean(), fc.constantFrom('edit', 'edit', 'edit', 'undo', 'redo', 'exchange'), oneStep),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(moves, (list) => {
        const one = editing(1);
        const two = editing(2, [one.document.encode()]);
        const exchange = connect(one.document, two.document);
        for (const [first, move, step] of list) {
          const window = first ? one : two;
          if (move === 'edit') take(window, step);
          else if (move === 'undo') window.document.undo();
          else if (move === 'redo') window.document.redo();
          else exchange();
          expectWhole(window.document.graph);
        }
        exchange();
        expect(said(one.document.graph)).toEqual(said(two.document.graph));
        expectWhole(one.document.graph);
        // A window that opens later from the stored bytes sees the same.
        expect(said(editing(3, [one.document.encode()]).document.graph)).toEqual(said(one.document.graph));
      }),
      { numRuns: RUNS },
    );
  });
});
