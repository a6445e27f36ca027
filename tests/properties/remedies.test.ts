import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idMaker } from '../../src/base/ids.ts';
import { seededRandom } from '../../src/base/random.ts';
import { applied } from '../../src/metrics/remedies/applied.ts';
import { paretoFront } from '../../src/metrics/remedies/pareto.ts';
import { applyRemedy } from '../../src/model/commands/apply-remedy.ts';
import { actorsInOrder, type Actor, type Graph, type Tie } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import type { Edit } from '../../src/model/remedy-edits.ts';
import { networkInput } from '../../src/network/network.ts';
import { sectorMaps } from '../metrics/sector-maps.ts';
import { editing } from '../model/support.ts';

/** Numbers that choose what an edit does. */
const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(99), fc.nat(99), fc.nat(99)), {
  minLength: 1,
  maxLength: 5,
});

/** Sectors, types and resources of the usual vocabulary that the map lacks, and words that no vocabulary has. */
const SECTORS = ['intermediary', 'government', 'guild'];
const TYPES = ['knowledge', 'feedback', 'alliance', 'lore'];
const RESOURCES = ['talent', 'policy', 'data', 'wisdom'];

function pick<T>(list: readonly T[], k: number): T | undefined {
  return list.length === 0 ? undefined : list[k % list.length];
}

function editsOf(graph: Graph, numbers: readonly (readonly number[])[]): readonly Edit[] {
  const made: string[] = [];
  return numbers.flatMap(([kind = 0, one = 0, two = 0, value = 0], k): Edit[] => {
    const actors = [...made, ...actorsInOrder(graph).map(({ id }) => id)];
    const [a, b] = [pick(actors, one), pick(actors, two)];
    const tie = pick([...graph.ties.keys()].sort(), one);
    if (kind === 0) {
      made.push(`new${k}`);
      const sector = pick(SECTORS, value) ?? '';
      return [{ do: 'add-actor', id: `new${k}`, sector, name: { en: `N${k}`, zh: `新${k}` } }];
    }
    if (kind === 1 && tie !== undefined) return [{ do: 'set-weight', tie, weight: 1 + value }];
    if (kind <= 3 && a !== undefined && b !== undefined && a !== b) {
      const type = pick(TYPES, value) ?? '';
      const direction = value % 2 ? 'mutual' : 'one-way';
      return [{ do: 'add-tie', source: a, target: b, type, weight: 1 + (two % 4), direction }];
    }
    if (a === undefined) return [];
    const resource = pick(RESOURCES, two) ?? '';
    return [{ do: kind === 4 ? 'set-supply' : 'set-demand', actor: a, resource, amount: value % 4 }];
  });
}

/** A map whose vocabulary lacks some usual entries and weighs types differently; ids are as maps have them. */
function mapOf(actors: readonly Actor[], ties: readonly Tie[]) {
  const draft = emptyDraft('Test');
  const newId = idMaker(seededRandom(5));
  const ids = new Map(actors.map(({ id }) => [id, newId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  return editing(
    3,
    mapUpdates({
      ...draft,
      actors: actors.map((actor) => ({ ...actor, id: idOf(actor.id) })),
      ties: ties.map((tie) => ({ ...tie, id: newId(), source: idOf(tie.source), target: idOf(tie.target) })),
      projects: [{ id: 'p', name: 'P', actors: [...ids.values()].slice(0, 3).sort(), unknown: {} }],
      scheme: {
        ...draft.scheme,
        sectors: draft.scheme.sectors.slice(1, 3),
        tieTypes: draft.scheme.tieTypes.slice(0, 3).map((type, k) => ({ ...type, factor: 1 + k / 3 })),
        resources: draft.scheme.resources.slice(0, 4),
      },
    }),
  );
}

describe('a remedy', () => {
  it('makes the network that its simulation had, to the bit, and is one step', () => {
    fc.assert(
      fc.property(sectorMaps({ actors: 6, ties: 10 }), edits, edits, (parts, first, second) => {
        const { editor, document } = mapOf(parts.actors, parts.ties);
        const before = document.graph;
        const remedies = [editsOf(before, first), editsOf(before, second)];
        const ground = { input: networkInput(before), scheme: before.scheme };
        const simulated = remedies.reduce(applied, ground);
        const done = editor.run(applyRemedy, { remedies, step: { en: 'Remedy', zh: '对策' } });
        expect(done.ok).toBe(true);
        expect(simulated.input).toEqual(networkInput(document.graph));
        expect(simulated.scheme).toEqual(document.graph.scheme);
        document.undo();
        expect(document.undoName).toBeUndefined();
        expect(networkInput(document.graph)).toEqual(ground.input);
      }),
      { numRuns: 60 },
    );
  });

  it('selects whom it makes; one that makes nobody leaves the selection as it is', () => {
    const { editor, document } = mapOf([], []);
    const step = { en: 'Remedy', zh: '对策' };
    const actor: Edit = { do: 'add-actor', id: 'new', sector: 'other', name: { en: 'New', zh: '新' } };
    const done = editor.run(applyRemedy, { remedies: [[actor]], step });
    const [id = ''] = document.graph.actors.keys();
    expect(done).toMatchObject({ ok: true, value: { select: { actors: [id] } } });
    const supply: Edit = { do: 'set-supply', actor: id, resource: 'talent', amount: 2 };
    const other = editor.run(applyRemedy, { remedies: [[supply]], step });
    expect(other).toMatchObject({ ok: true, value: { changed: true, select: undefined } });
  });

  it('changes nothing where an actor or a tie of it is gone', () => {
    const { editor, document } = mapOf([], []);
    const tie: Edit = { do: 'set-weight', tie: 'gone', weight: 2 };
    const supply: Edit = { do: 'set-supply', actor: 'gone', resource: 'talent', amount: 2 };
    for (const edit of [tie, supply])
      expect(editor.run(applyRemedy, { remedies: [[edit]], step: { en: '', zh: '' } }).ok).toBe(false);
    expect(document.undoName).toBeUndefined();
  });
});

describe('the Pareto front', () => {
  const points = fc.array(
    fc.record({ gain: fc.integer({ min: -3, max: 9 }), cost: fc.integer({ min: 1, max: 9 }) }),
  );
  it('has exactly those that gain and that no other beats', () => {
    fc.assert(
      fc.property(points, (all) => {
        const front = paretoFront(all);
        const beats = (a: (typeof all)[number], b: (typeof all)[number]): boolean =>
          a.cost <= b.cost && a.gain >= b.gain && (a.cost < b.cost || a.gain > b.gain);
        for (const point of front) expect(all.some((other) => beats(other, point))).toBe(false);
        for (const point of all)
          if (point.gain > 0)
            expect(front.some((other) => other.cost <= point.cost && other.gain >= point.gain)).toBe(true);
      }),
    );
  });
});
