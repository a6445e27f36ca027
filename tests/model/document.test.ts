import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { moveActors } from '../../src/model/commands/move-actors.ts';
import { remove } from '../../src/model/commands/remove.ts';
import { MapDocument } from '../../src/model/document.ts';
import type { GraphPatch } from '../../src/model/patch.ts';
import { mapUpdates } from '../../src/model/make.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { actor, tie } from './records.ts';
import { connect, editing, newDocument, said } from './support.ts';

/** A document with actors a and b and a tie between them, opened in two windows. */
function twoWindows() {
  const updates = mapUpdates({
    info: { title: 'T', unknown: {} },
    actors: [actor('a'), actor('b')],
    ties: [tie('t', 'a', 'b', { type: 'talent', weight: 2 })],
    projects: [{ id: 'p', name: 'P', actors: ['a', 'b'], unknown: {} }],
    scheme: { complete: true, ...DEFAULT_SCHEME },
    view: {},
  });
  const one = editing(1, updates);
  const two = editing(2, updates);
  return { one, two, exchange: connect(one.document, two.document) };
}

describe('the document', () => {
  it('starts a new map with the default scheme', () => {
    expect(newDocument().graph.scheme).toEqual(DEFAULT_SCHEME);
  });

  it('is the same document whether its pieces are applied at once or loaded with pauses', async () => {
    const updates = mapUpdates(
      {
        info: { title: 'T', unknown: { future: { __proto__: null, deep: [1, { x: 2 }] } } },
        actors: Array.from({ length: 700 }, (_, k) => ({
          id: `a${k}`,
          name: `Actor ${k}`,
          sector: 'other',
          supply: { talent: k },
          demand: {},
          fields: {},
          unknown: { later: [k] },
        })),
        ties: [],
        projects: [],
        scheme: { complete: false, sectors: [], tieTypes: [], resources: [], fields: [] },
        view: { labels: 'all' },
      },
      100,
    );
    expect(updates.length).toBeGreaterThan(6);
    const loaded = new MapDocument();
    let pauses = 0;
    await loaded.load(updates, async () => void pauses++);
    expect(pauses).toBe(updates.length);
    expect(said(loaded.graph)).toEqual(said(newDocument(updates).graph));
    expect(loaded.graph.actors.size).toBe(700);
    expect(loaded.graph.view.labels).toBe('all');
    expect(loaded.undoName).toBeUndefined();
  });

  it('leaves the records of what did not change the same objects', () => {
    const { one } = twoWindows();
    const before = one.document.graph;
    one.editor.run(editActors, { ids: ['a'], changes: { name: 'A' } });
    const after = one.document.graph;
    expect(after.actors.get('b')).toBe(before.actors.get('b'));
    expect(after.ties).toBe(before.ties);
    expect(after.scheme).toBe(before.scheme);
    expect(after.actors.get('a')).not.toBe(before.actors.get('a'));
  });

  it('says in its patch what changed, and only that', () => {
    const { one } = twoWindows();
    const patches: GraphPatch[] = [];
    one.document.onGraph((_graph, patch) => patches.push(patch));
    one.editor.run(remove, { actors: ['a'], ties: [] });
    expect(patches).toHaveLength(1);
    expect(patches[0]?.actors.removed.map(({ id }) => id)).toEqual(['a']);
    expect(patches[0]?.ties.removed.map(({ id }) => id)).toEqual(['t']);
    expect(patches[0]?.scheme).toBe(false);
  });

  it('makes no undo step of an edit that changes nothing', () => {
    const { one } = twoWindows();
    const done = one.editor.run(editActors, {
      ids: ['a'],
      changes: { name: 'a', supply: { talent: undefined } },
    });
    expect(done.ok && done.value.changed).toBe(false);
    expect(one.document.undoName).toBeUndefined();
  });

  it('names each step, in undo and in redo', () => {
    const { one } = twoWindows();
    one.editor.run(editActors, { ids: ['a'], changes: { name: 'Alpha' } });
    expect(one.document.undoName?.en).toBe('Rename “a” to “Alpha”');
    expect(one.document.undo().done?.en).toBe('Rename “a” to “Alpha”');
    expect(one.document.undoName).toBeUndefined();
    expect(one.document.redoName?.zh).toContain('改名');
    one.document.redo();
    expect(one.document.graph.actors.get('a')?.name).toBe('Alpha');
    expect(one.document.undoName?.en).toBe('Rename “a” to “Alpha”');
  });

  it('reports as updates what this window made, undo and redo included, and nothing that came from elsewhere', () => {
    const { one, two, exchange } = twoWindows();
    let own = 0;
    one.document.onUpdate(() => own++);
    two.editor.run(editActors, { ids: ['a'], changes: { notes: 'x' } });
    exchange();
    expect(own).toBe(0);
    one.editor.run(editActors, { ids: ['a'], changes: { notes: 'y' } });
    one.document.undo();
    one.document.redo();
    expect(own).toBe(3);
  });

  it('reads malformed values as absent instead of failing', () => {
    const document = newDocument();
    document.commit({ en: 'x', zh: 'x' }, [
      {
        kind: 'put',
        table: 'actors',
        id: 'odd',
        record: new Map<string, never>([
          ['name', 7 as never],
          ['position', ['x', Number.NaN] as never],
          ['supply:talent', -3 as never],
          ['unknown:broken', '{' as never],
        ]),
      },
    ]);
    expect(document.graph.actors.get('odd')).toEqual({
      id: 'odd',
      name: '',
      sector: 'other',
      supply: {},
      demand: {},
      fields: {},
      unknown: {},
    });
  });
});

describe('Yjs, with open eyes', () => {
  it('a tie whose end another window deleted leaves the graph, and is back when the actor is', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(remove, { actors: ['b'], ties: [] });
    two.editor.run(addTie, { source: 'a', target: 'b', type: 'capital' });
    exchange();
    for (const { document } of [one, two]) {
      expect(document.graph.actors.has('b')).toBe(false);
      expect([...document.graph.ties.values()]).toEqual([]);
    }
    one.document.undo();
    exchange();
    expect(said(one.document.graph)).toEqual(said(two.document.graph));
    expect([...two.document.graph.ties.values()].map(({ type }) => type).sort()).toEqual([
      'capital',
      'talent',
    ]);
  });

  it('parallel ties made in two windows stay two', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(addTie, { source: 'a', target: 'b', type: 'policy' });
    two.editor.run(addTie, { source: 'a', target: 'b', type: 'policy' });
    exchange();
    expect(one.document.graph.ties.size).toBe(3);
    expect(said(one.document.graph)).toEqual(said(two.document.graph));
  });

  it('entries of one record set in two windows are both kept', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(editActors, { ids: ['a'], changes: { supply: { talent: 1 }, fields: { x: 'one' } } });
    two.editor.run(editActors, { ids: ['a'], changes: { supply: { funding: 2 }, fields: { y: 'two' } } });
    exchange();
    expect(one.document.graph.actors.get('a')?.supply).toEqual({ funding: 2, talent: 1 });
    expect(two.document.graph.actors.get('a')?.fields).toEqual({ x: 'one', y: 'two' });
  });

  it('a position is one value: two windows never mix halves of it', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(moveActors, { positions: new Map([['a', [1, 1] as const]]) });
    two.editor.run(moveActors, { positions: new Map([['a', [2, 2] as const]]) });
    exchange();
    const place = one.document.graph.actors.get('a')?.position;
    expect([
      [1, 1],
      [2, 2],
    ]).toContainEqual(place);
    expect(two.document.graph.actors.get('a')?.position).toEqual(place);
  });

  it('undo takes back the own steps and leaves those of others', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(editActors, { ids: ['a'], changes: { notes: 'mine' } });
    two.editor.run(editActors, { ids: ['b'], changes: { notes: 'theirs' } });
    exchange();
    one.document.undo();
    exchange();
    for (const { document } of [one, two]) {
      expect(document.graph.actors.get('a')?.notes).toBeUndefined();
      expect(document.graph.actors.get('b')?.notes).toBe('theirs');
    }
  });

  it('a step that others have overwritten is named as skipped, and the one before it is taken back', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(editActors, { ids: ['b'], changes: { notes: 'kept' } });
    one.editor.run(editActors, { ids: ['a'], changes: { notes: 'mine' } });
    exchange();
    two.editor.run(remove, { actors: ['a'], ties: [] });
    exchange();
    const rewound = one.document.undo();
    expect(rewound.skipped.map(({ en }) => en)).toEqual(['Edit “a”']);
    expect(rewound.done?.en).toBe('Edit “b”');
    expect(one.document.graph.actors.get('b')?.notes).toBeUndefined();
  });

  it('undoing a delete makes the record anew; edits made meanwhile elsewhere to the deleted one are lost', () => {
    const { one, two, exchange } = twoWindows();
    one.editor.run(remove, { actors: ['a'], ties: [] });
    two.editor.run(editActors, { ids: ['a'], changes: { notes: 'lost' } });
    exchange();
    one.document.undo();
    exchange();
    expect(said(one.document.graph)).toEqual(said(two.document.graph));
    expect(one.document.graph.actors.get('a')?.name).toBe('a');
    expect(one.document.graph.actors.get('a')?.notes).toBeUndefined();
    one.editor.run(editActors, { ids: ['a'], changes: { notes: 'after' } });
    exchange();
    expect(two.document.graph.actors.get('a')?.notes).toBe('after');
  });

  it('a project forgets the actors that are gone, and knows them again after an undo', () => {
    const { one } = twoWindows();
    one.editor.run(remove, { actors: ['a'], ties: [] });
    expect(one.document.graph.projects.get('p')?.actors).toEqual(['b']);
    one.document.undo();
    expect(one.document.graph.projects.get('p')?.actors).toEqual(['a', 'b']);
  });

  it('copies of one document never share a client id, so they always merge', () => {
    const { one, two, exchange } = twoWindows();
    for (let k = 0; k < 20; k++) {
      one.editor.run(addActor, { name: `one ${k}`, sector: 'other' });
      two.editor.run(addActor, { name: `two ${k}`, sector: 'other' });
    }
    exchange();
    expect(one.document.graph.actors.size).toBe(42);
    expect(said(one.document.graph)).toEqual(said(two.document.graph));
  });
});
