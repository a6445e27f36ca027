import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActorMark, TieMark } from '../../src/scene/marks.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { CanvasMirror } from '../../src/view/canvas/mirror.ts';

beforeAll(() => {
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

/** A scene of actors at places and ties among those that are there. */
const scenes = fc
  .record({
    places: fc.dictionary(
      fc.constantFrom(...'abcdefgh'),
      fc.tuple(fc.integer({ min: -500, max: 500 }), fc.nat(500), fc.boolean()),
      {
        noNullPrototype: true,
      },
    ),
    ties: fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh')), {
      maxLength: 12,
    }),
  })
  .map(({ places, ties }) => {
    const actors = Object.entries(places)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, [x, y, pinned]]) => ({ id, x, y, pinned, label: { lines: [] } }) as unknown as ActorMark);
    const there = new Set(actors.map(({ id }) => id));
    const byId = new Map(
      ties
        .filter(([, source, target]) => there.has(source) && there.has(target))
        .map(([k, source, target]) => [`t${String(k).padStart(2, '0')}`, { source, target }]),
    );
    const drawn = [...byId]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, ends]) => ({ id, ...ends, dash: [] as number[], loop: null }) as unknown as TieMark);
    return { actors, ties: drawn } as unknown as Scene;
  });

describe('the mirror', () => {
  it('shows each scene exactly, whatever was shown before, and never leaves a tie without its ends', () => {
    fc.assert(
      fc.property(fc.array(scenes, { minLength: 1, maxLength: 8 }), fc.array(fc.boolean()), (list, plain) => {
        const cy = cytoscape({ headless: true, styleEnabled: false });
        const mirror = new CanvasMirror(cy);
        for (const [k, scene] of list.entries()) {
          mirror.drawPlain(plain[k] ?? false);
          mirror.apply(scene, false);
          const nodes = cy
            .nodes()
            .map((node) => ({ id: node.id(), ...node.position(), pinned: node.hasClass('pinned') }));
          expect(nodes.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            scene.actors.map(({ id, x, y, pinned }) => ({ id, x, y, pinned })),
          );
          const edges = cy.edges().map((edge) => ({
            id: edge.id(),
            source: edge.source().id(),
            target: edge.target().id(),
            plain: edge.hasClass('plain'),
          }));
          expect(edges.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            scene.ties.map(({ id, source, target }) => ({
              id: `tie:${id}`,
              source,
              target,
              plain: plain[k] ?? false,
            })),
          );
        }
        cy.destroy();
      }),
    );
  });
});
