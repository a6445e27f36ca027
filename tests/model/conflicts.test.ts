import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphToDraft } from '../../src/formats/own-write.ts';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { adopt } from '../../src/model/commands/adopt.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { editMapInfo, editView } from '../../src/model/commands/edit-map.ts';
import { moveSchemeEntry, removeSchemeEntry, setSchemeEntry } from '../../src/model/commands/edit-scheme.ts';
import { editTies, reverseTies } from '../../src/model/commands/edit-ties.ts';
import { moveActors } from '../../src/model/commands/move-actors.ts';
import { removeProject, setProject } from '../../src/model/commands/projects.ts';
import { remove } from '../../src/model/commands/remove.ts';
import type { MapDocument } from '../../src/model/document.ts';
import type { Editor } from '../../src/model/editor.ts';
import type { Graph } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import type { Side } from '../../src/model/scenario/conflict.ts';
import { summarise, summaryText } from '../../src/model/scenario/summary.ts';
import { resolve } from '../../src/model/scenario/resolve.ts';
import { compareThree } from '../../src/model/scenario/three-way.ts';
import { editing } from '../model/support.ts';

interface Window {
  readonly document: MapDocument;
  readonly editor: Editor;
}

const actor = { sector: 'enterprise', demand: {}, fields: {}, unknown: {} };
const tie = { direction: 'one-way', weight: 1, fields: {}, unknown: {} } as const;
const start = mapUpdates({
  ...emptyDraft('Region'),
  actors: ['a', 'b', 'c'].map((id) => ({
    ...actor,
    id,
    name: id.toUpperCase(),
    supply: { talent: 1 },
    position: [0, 0] as const,
  })),
  ties: [
    { ...tie, id: 't', source: 'a', target: 'b', type: 'talent', project: 'p' },
    { ...tie, id: 'u', source: 'b', target: 'c', type: 'capital' },
  ],
  projects: [{ id: 'p', name: 'P', actors: ['a', 'b'], unknown: {} }],
});

/** Both sides start from the same state; what each does to it is compared by way of that. */
function parted(ours: (window: Window) => void, theirs: (window: Window) => void) {
  const [base, scenario] = [editing(1, start), editing(2, start)];
  const fork = base.document.graph;
  ours(base);
  theirs(scenario);
  return { base, scenario, fork, three: compareThree(fork, base.document.graph, scenario.document.graph) };
}

function entry(graph: Graph, table: 'sectors' | 'tieTypes' | 'resources', index: number) {
  const found = graph.scheme[table][index];
  if (!found) throw new Error('no entry');
  return found;
}

/** Edits of one value each, to the v-th of several values that are none of them what it was. */
const EDITS: Readonly<Record<string, (window: Window, v: number) => void>> = {
  'actors/name': ({ editor }, v) => editor.run(editActors, { ids: ['a'], changes: { name: `A${v}` } }),
  'actors/sector': ({ editor }, v) =>
    editor.run(editActors, {
      ids: ['a'],
      changes: { sector: ['government', 'university', 'other'][v] ?? 'intermediary' },
    }),
  'actors/size': ({ editor }, v) => editor.run(editActors, { ids: ['a'], changes: { size: 7 + v } }),
  'actors/notes': ({ editor }, v) => editor.run(editActors, { ids: ['a'], changes: { notes: `n${v}` } }),
  'actors/supply': ({ editor }, v) =>
    editor.run(editActors, { ids: ['a'], changes: { supply: { talent: v === 0 ? undefined : 7 + v } } }),
  'actors/demand': ({ editor }, v) =>
    editor.run(editActors, { ids: ['a'], changes: { demand: { data: 7 + v } } }),
  'ties/weight': ({ editor }, v) => editor.run(editTies, { ids: ['t'], changes: { weight: 7 + v } }),
  'ties/type': ({ editor }, v) =>
    editor.run(editTies, {
      ids: ['t'],
      changes: { type: ['knowledge', 'policy', 'alliance'][v] ?? 'feedback' },
    }),
  'ties/from': ({ editor }, v) => editor.run(editTies, { ids: ['t'], changes: { from: `202${v}` } }),
  'projects/name': ({ editor }, v) => editor.run(setProject, { id: 'p', name: `P${v}`, actors: ['a', 'b'] }),
  'sectors/name': ({ editor, document }, v) =>
    editor.run(setSchemeEntry, {
      table: 'sectors',
      entry: { ...entry(document.graph, 'sectors', 0), name: { en: `S${v}`, zh: `S${v}` } },
    }),
  'tieTypes/name': ({ editor, document }, v) =>
    editor.run(setSchemeEntry, {
      table: 'tieTypes',
      entry: { ...entry(document.graph, 'tieTypes', 0), name: { en: `T${v}`, zh: `T${v}` } },
    }),
  'map/description': ({ editor }, v) => editor.run(editMapInfo, { description: `d${v}` }),
  'view/option': ({ editor }, v) => editor.run(editView, { measures: { runs: 30 + v } }),
  'view/size': ({ editor }, v) => editor.run(editView, { size: { kind: 'measure', id: `m${v}` } }),
  'view/layout': ({ editor }, v) => editor.run(editView, { layout: { id: `l${v}` } }),
};

describe('edits of both sides', () => {
  it('of one value are a conflict if and only if the values differ; of different values they never are', () => {
    const kind = fc.constantFrom(...Object.keys(EDITS));
    fc.assert(
      fc.property(kind, kind, fc.nat(3), fc.nat(3), (first, second, v, w) => {
        const { three, base } = parted(
          (window) => EDITS[first]?.(window, v),
          (window) => EDITS[second]?.(window, w),
        );
        expect(three.conflicts.length).toBe(first === second && v !== w ? 1 : 0);
        const [conflict] = three.conflicts;
        if (!conflict) return;
        expect(conflict.kind).toBe('value');
        expect(conflict.table).toBe(first.split('/')[0]);
        expect(three.graphs.base).toBe(base.document.graph);
      }),
      { numRuns: process.env['ECOTONE_LONG'] === '1' ? 2000 : 60 },
    );
  });

  it('that move one actor are none: each map keeps its own place when the other is written into it', () => {
    const { three } = parted(
      ({ editor }) => editor.run(moveActors, { positions: new Map([['a', [5, 5] as const]]) }),
      ({ editor }) => editor.run(moveActors, { positions: new Map([['a', [9, 9] as const]]), pin: true }),
    );
    expect(three.conflicts).toEqual([]);
    const [adopted] = resolve(three, 'base', new Map()).effects;
    expect(adopted?.after?.get('position')).toEqual([5, 5]);
    expect(adopted?.after?.get('pinned')).toBe(true);
    expect(resolve(three, 'scenario', new Map()).effects).toEqual([]);
  });

  it('that reorder one list are a conflict if and only if the orders differ', () => {
    const move = (id: string, by: 1 | -1) => (window: Window) =>
      window.editor.run(moveSchemeEntry, { table: 'sectors', id, by });
    expect(parted(move('government', 1), move('government', 1)).three.conflicts).toEqual([]);
    expect(parted(move('government', 1), move('other', -1)).three.conflicts).toMatchObject([
      { kind: 'order', table: 'sectors' },
    ]);
    expect(parted(move('government', 1), () => undefined).three.conflicts).toEqual([]);
  });

  it('that turn a tie and give it another end do not make a tie that neither has meant', () => {
    const { three } = parted(
      ({ editor }) => editor.run(reverseTies, { ids: ['t'] }),
      ({ document }) =>
        document.commit({ en: 'x', zh: 'x' }, [
          { kind: 'set', table: 'ties', id: 't', changes: new Map([['target', 'c']]) },
        ]),
    );
    expect(three.conflicts).toMatchObject([{ key: 'ends', base: ['b', 'a'], scenario: ['a', 'c'] }]);
  });
});

/** What one side removes, and what the other does with it meanwhile. */
const REMOVALS: readonly {
  readonly says: string;
  readonly removes: (window: Window) => void;
  readonly uses: (window: Window) => void;
  readonly conflict: { readonly table: string; readonly record: string };
  /** Whether the record and its use are there on a map. */
  readonly kept: (graph: Graph) => boolean;
}[] = [
  {
    says: 'an actor that the other changed',
    removes: ({ editor }) => editor.run(remove, { actors: ['a'], ties: [] }),
    uses: ({ editor }) => editor.run(editActors, { ids: ['a'], changes: { notes: 'new' } }),
    conflict: { table: 'actors', record: 'a' },
    kept: (graph) => graph.actors.has('a') && graph.ties.has('t'),
  },
  {
    says: 'an actor that the other tied something to',
    removes: ({ editor }) => editor.run(remove, { actors: ['a'], ties: [] }),
    uses: ({ editor }) => editor.run(addTie, { source: 'c', target: 'a', type: 'talent' }),
    conflict: { table: 'actors', record: 'a' },
    kept: (graph) => graph.actors.has('a') && graph.ties.size === 3,
  },
  {
    says: 'an actor whose tie the other changed',
    removes: ({ editor }) => editor.run(remove, { actors: ['a'], ties: [] }),
    uses: ({ editor }) => editor.run(editTies, { ids: ['t'], changes: { weight: 5 } }),
    conflict: { table: 'actors', record: 'a' },
    kept: (graph) => graph.ties.get('t')?.weight === 5,
  },
  {
    says: 'an actor that the other took into a project',
    removes: ({ editor }) => editor.run(remove, { actors: ['c'], ties: [] }),
    uses: ({ editor }) => editor.run(setProject, { id: 'p', name: 'P', actors: ['a', 'b', 'c'] }),
    conflict: { table: 'actors', record: 'c' },
    kept: (graph) => graph.projects.get('p')?.actors.includes('c') === true,
  },
  {
    says: 'a tie that the other changed',
    removes: ({ editor }) => editor.run(remove, { actors: [], ties: ['t'] }),
    uses: ({ editor }) => editor.run(editTies, { ids: ['t'], changes: { weight: 5 } }),
    conflict: { table: 'ties', record: 't' },
    kept: (graph) => graph.ties.get('t')?.weight === 5,
  },
  {
    says: 'a project that the other took a tie into',
    removes: ({ editor }) => editor.run(removeProject, { id: 'p' }),
    uses: ({ editor }) => editor.run(editTies, { ids: ['u'], changes: { project: 'p' } }),
    conflict: { table: 'projects', record: 'p' },
    kept: (graph) => graph.projects.has('p') && graph.ties.get('u')?.project === 'p',
  },
  {
    says: 'a sector that a new actor of the other is of',
    removes: ({ editor }) => editor.run(removeSchemeEntry, { table: 'sectors', id: 'government' }),
    uses: ({ editor }) => editor.run(addActor, { name: 'G', sector: 'government' }),
    conflict: { table: 'sectors', record: 'government' },
    kept: (graph) => graph.scheme.sectors.some(({ id }) => id === 'government'),
  },
  {
    says: 'a tie type that a new tie of the other is of',
    removes: ({ editor }) => editor.run(removeSchemeEntry, { table: 'tieTypes', id: 'policy' }),
    uses: ({ editor }) => editor.run(addTie, { source: 'a', target: 'c', type: 'policy' }),
    conflict: { table: 'tieTypes', record: 'policy' },
    kept: (graph) => graph.scheme.tieTypes.some(({ id }) => id === 'policy'),
  },
  {
    says: 'a resource of which the other offers another amount',
    removes: ({ editor }) => editor.run(removeSchemeEntry, { table: 'resources', id: 'talent' }),
    uses: ({ editor }) => editor.run(editActors, { ids: ['a'], changes: { supply: { talent: 4 } } }),
    conflict: { table: 'resources', record: 'talent' },
    kept: (graph) => graph.actors.get('a')?.supply['talent'] === 4,
  },
];

describe.each(REMOVALS)('one side removes $says', ({ removes, uses, conflict, kept }) => {
  it.each(['base', 'scenario'] as const)(
    '(the %s): a conflict, and either choice is carried out whole',
    (side) => {
      const made = side === 'base' ? parted(removes, uses) : parted(uses, removes);
      const { three, fork, scenario } = made;
      expect(three.conflicts).toMatchObject([{ kind: 'removal', removedBy: side, ...conflict }]);
      for (const choice of ['base', 'scenario'] as const) {
        const base = editing(3, [made.base.document.encode()]);
        const decisions = new Map<string, Side>(three.conflicts.map(({ id }) => [id, choice]));
        const mark = { scenario: 's', point: 'p1' };
        const args = { name: 'S', fork, scenario: scenario.document.graph, decisions, mark };
        expect(base.editor.run(adopt, args).ok).toBe(true);
        const { graph } = base.document;
        expect(kept(graph)).toBe(choice !== side);
        for (const { source, target } of graph.ties.values())
          expect([graph.actors.has(source), graph.actors.has(target)]).toEqual([true, true]);
        expect(graph.info.adopted).toEqual({ s: ['p1'] });
        // Unseen, nothing waits either: what is written out is what is there.
        expect(graphToDraft(editing(4, [base.document.encode()]).document.graph)).toEqual(
          graphToDraft(graph),
        );
      }
    },
  );
});

describe('changes in words', () => {
  it('count what a scenario changes, and what is to be decided', () => {
    const { three } = parted(
      ({ editor }) => editor.run(editTies, { ids: ['t'], changes: { weight: 4 } }),
      ({ editor }) => {
        editor.run(editTies, { ids: ['t'], changes: { weight: 5, type: 'policy' } });
        editor.run(editActors, { ids: ['c'], changes: { sector: 'university' } });
      },
    );
    const line = summaryText(summarise(three, resolve(three, 'base', new Map())));
    expect(line).toEqual({
      en: '1 actor changed, 1 tie changed; 1 conflict',
      zh: '更改 1 个主体，更改 1 条关系；1 处冲突',
    });
  });

  it('count what a scenario changes in one line', () => {
    const { three } = parted(
      () => undefined,
      ({ editor }) => {
        for (const name of ['X', 'Y']) editor.run(addActor, { name, sector: 'other' });
        editor.run(addTie, { source: 'a', target: 'c', type: 'talent' });
        editor.run(editTies, { ids: ['u'], changes: { weight: 3 } });
        editor.run(moveActors, { positions: new Map([['b', [1, 1] as const]]) });
      },
    );
    expect(summaryText(summarise(three, resolve(three, 'base', new Map())))).toEqual({
      en: '+2 actors, +1 tie, 1 weight',
      zh: '+2 个主体，+1 条关系，1 项权重',
    });
    const same = parted(
      () => undefined,
      () => undefined,
    ).three;
    expect(summaryText(summarise(same, resolve(same, 'base', new Map()))).en).toBe('no changes');
  });
});
