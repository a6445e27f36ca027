import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alignActors,
  ALIGNMENTS,
  distributeActors,
  DISTRIBUTIONS,
  type Extents,
} from '../../src/model/commands/align.ts';
import { actorsInOrder, type Actor } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { actor } from './records.ts';
import { editing } from './support.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly pinned: boolean;
}

const spot: fc.Arbitrary<Spot> = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  size: fc.integer({ min: 0, max: 60 }),
  pinned: fc.boolean(),
});

function mapOf(spots: readonly Spot[]) {
  // Not in the order of their ids, by which equal ones are told apart.
  const ids = spots.map((_, k) => `a${(5 * k) % 8}`);
  const actors = spots.map(({ x, y, pinned }, k): Actor => {
    const position = [x, y] as const;
    return actor(ids[k] ?? '', { name: `A${k}`, position, ...(pinned ? { pinned } : {}) });
  });
  const extents = new Map(
    spots.map(({ size }, k) => [ids[k] ?? '', { width: size, height: 2 * size }] as const),
  );
  return { ...editing(5, mapUpdates({ ...emptyDraft('Test'), actors })), ids, extents };
}

const place = (actor: Actor | undefined, axis: 0 | 1): number => actor?.position?.[axis] ?? NaN;

function halfOf(extents: Extents, id: string, axis: 0 | 1): number {
  const size = extents.get(id);
  return ((axis === 0 ? size?.width : size?.height) ?? 0) / 2;
}

const axisOf = (name: string): 0 | 1 => (['left', 'centre', 'right', 'horizontal'].includes(name) ? 0 : 1);

describe('aligning', () => {
  it('brings the chosen edges to one line, that of the pinned if there are some; nothing else moves, nor any pinned', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...ALIGNMENTS),
        (spots, to) => {
          const { editor, document, ids, extents } = mapOf(spots);
          const before = document.graph.actors;
          const done = editor.run(alignActors, { ids, to, extents });
          const free = spots.flatMap(({ pinned }, k) => (pinned ? [] : [ids[k] ?? '']));
          expect(done.ok).toBe(free.length > 0);
          const axis = axisOf(to);
          const edge = (id: string): number => {
            const half = halfOf(extents, id, axis);
            const at = place(document.graph.actors.get(id), axis);
            return to === 'left' || to === 'top'
              ? at - half
              : to === 'right' || to === 'bottom'
                ? at + half
                : at;
          };
          const lines = free.map(edge);
          for (const line of lines) expect(Math.abs(line - (lines[0] ?? 0))).toBeLessThan(0.11);
          for (const [k, id] of ids.entries()) {
            expect(place(document.graph.actors.get(id), axis === 0 ? 1 : 0)).toBe(
              place(before.get(id), axis === 0 ? 1 : 0),
            );
            if (spots[k]?.pinned) expect(document.graph.actors.get(id)).toBe(before.get(id));
          }
          const held = ids.filter((_, k) => spots[k]?.pinned);
          if (held.length > 0 && free.length > 0 && to === 'left')
            expect(lines[0]).toBeCloseTo(Math.min(...held.map(edge)), 0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is refused for one actor, and for actors that are all pinned', () => {
    const { editor, ids } = mapOf([{ x: 0, y: 0, size: 10, pinned: false }]);
    expect(editor.run(alignActors, { ids, to: 'left' }).ok).toBe(false);
    const pinned = mapOf([0, 1].map((x) => ({ x, y: 0, size: 10, pinned: true })));
    const done = pinned.editor.run(alignActors, { ids: pinned.ids, to: 'left' });
    expect(!done.ok && done.problem.code).toBe('all-pinned');
  });
});

describe('distributing', () => {
  it('makes the gaps between those that stay equal, keeps the order and the outermost, and moves no pinned actor', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 3, maxLength: 8 }),
        fc.constantFrom(...DISTRIBUTIONS),
        (spots, along) => {
          const { editor, document, ids, extents } = mapOf(spots);
          const before = document.graph.actors;
          const axis = axisOf(along);
          const order = [...ids].sort(
            (a, b) => place(before.get(a), axis) - place(before.get(b), axis) || (a < b ? -1 : 1),
          );
          const done = editor.run(distributeActors, { ids, along, extents });
          expect(done.ok).toBe(spots.some(({ pinned }) => !pinned));
          const at = (id: string): number => place(document.graph.actors.get(id), axis);
          const stays = (id: string): boolean =>
            id === order[0] || id === order.at(-1) || before.get(id)?.pinned === true;
          for (const id of order) if (stays(id)) expect(at(id)).toBe(place(before.get(id), axis));
          if (!done.ok) return;
          let gaps: number[] = [];
          for (let k = 1; k < order.length; k++) {
            const [a, b] = [order[k - 1] ?? '', order[k] ?? ''];
            gaps.push(at(b) - halfOf(extents, b, axis) - at(a) - halfOf(extents, a, axis));
            for (const gap of gaps) expect(Math.abs(gap - (gaps[0] ?? 0))).toBeLessThan(0.25);
            if (stays(b)) gaps = [];
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is one step to undo', () => {
    const { editor, document, ids } = mapOf([0, 10, 300].map((x) => ({ x, y: 0, size: 0, pinned: false })));
    const before = actorsInOrder(document.graph);
    editor.run(distributeActors, { ids, along: 'horizontal' });
    expect(
      actorsInOrder(document.graph)
        .map(({ position }) => position?.[0])
        .sort(),
    ).toContain(150);
    document.undo();
    expect(actorsInOrder(document.graph)).toEqual(before);
  });
});
