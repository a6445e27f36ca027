import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelBox, visibleLabels } from '../../src/scene/labels.ts';
import type { Bounds } from '../../src/scene/marks.ts';
import { actor, mapOf, randomMap, sceneOf } from './maps.ts';

function overlaps(first: Bounds, second: Bounds): boolean {
  return first.x1 < second.x2 && second.x1 < first.x2 && first.y1 < second.y2 && second.y1 < first.y2;
}

describe('labels that are shown', () => {
  test('never cover each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.5, max: 12, noNaN: true }),
        (seed, scale) => {
          const { actors } = sceneOf(randomMap(80, 160, seed));
          const shown = visibleLabels(actors, 1, { minPixels: 0, scale: () => scale });
          expect(shown.size).toBeGreaterThan(0);
          const boxes = actors.filter(({ id }) => shown.has(id)).map((mark) => labelBox(mark, scale));
          const covered = boxes.filter((box, k) => boxes.slice(k + 1).some((other) => overlaps(box, other)));
          expect(covered).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('are those of the greatest first, whatever the order of the list', () => {
    const marks = sceneOf(randomMap(120, 400, 5)).actors;
    const shown = visibleLabels(marks, 1);
    expect(visibleLabels([...marks].reverse(), 1)).toEqual(shown);
    const greatest = marks.reduce((best, mark) => (mark.label.priority > best.label.priority ? mark : best));
    expect(shown.has(greatest.id)).toBe(true);
  });

  test('do not change with the zoom but for letters too small to read', () => {
    const marks = sceneOf(randomMap(120, 400, 6)).actors;
    expect(visibleLabels(marks, 1.1)).toEqual(visibleLabels(marks, 1));
    expect(visibleLabels(marks, 20)).toEqual(visibleLabels(marks, 1));
    const far = visibleLabels(marks, 0.55);
    expect(far.size).toBeGreaterThan(0);
    expect(far.size).toBeLessThan(visibleLabels(marks, 1).size);
    expect(visibleLabels(marks, 0.1).size).toBe(0);
  });

  test('hold those that are asked for, however small and crowded', () => {
    const crowd = Array.from({ length: 30 }, (_, k) => actor(`actor ${k}`, 'university', k, 0));
    const { actors } = sceneOf(mapOf(crowd));
    const shown = visibleLabels(actors, 0.01, { always: new Set(['actor 7', 'actor 8']) });
    expect([...shown].sort()).toEqual(['actor 7', 'actor 8']);
  });

  test('leave the marks of other actors to be seen', () => {
    const graph = mapOf([
      actor('a', 'university', 0, 0),
      actor('b', 'university', 0, 34, { name: 'b' }),
      ...Array.from({ length: 30 }, (_, k) => actor(`far ${k}`, 'university', 400 * (k + 1), 0)),
    ]);
    const values = new Map([
      [
        'degree',
        new Map<string, number | null>(
          [...graph.actors.keys()].map((id) => [id, id.startsWith('far') ? 9 : 1]),
        ),
      ],
    ]);
    const shown = visibleLabels(sceneOf(graph, { values }).actors, 1);
    expect(shown.has('a')).toBe(false);
    expect(shown.has('b')).toBe(true);
  });

  test('are none for actors without a name', () => {
    const { actors } = sceneOf(mapOf([actor('a', 'university', 0, 0, { name: ' \u0000 ' })]));
    expect(visibleLabels(actors, 1).size).toBe(0);
  });
});
