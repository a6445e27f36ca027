import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { remove } from '../../src/model/commands/remove.ts';
import { RoomCopy } from '../../src/model/room-copy.ts';
import { GARBAGE, OTHER_VERSION } from '../../src/model/room-problems.ts';
import { editing, said } from './support.ts';

const noPause = () => Promise.resolve();

/** What the line does with a change from the room. */
function receive(copy: RoomCopy, update: Uint8Array): ReturnType<RoomCopy['receive']> {
  return copy.receive(update, () => Y.applyUpdate(copy.doc, update, 'line'));
}

/** A map with two actors and a tie, attached to its copy, and what it stored. */
async function shared() {
  const { document, editor } = editing(1);
  for (const name of ['Ada', 'Ben']) editor.run(addActor, { name, sector: 'university', at: [0, 0] });
  const [source = '', target = ''] = document.graph.actors.keys();
  editor.run(addTie, { source, target, type: 'talent' });
  const stored: Uint8Array[] = [];
  document.onUpdate((update) => stored.push(update));
  const copy = new RoomCopy();
  const detach = await copy.attach(document, noPause);
  return { document, editor, copy, stored, detach };
}

/** What another client, which has the copy's state, sends for these edits. */
function change(copy: RoomCopy, edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy.doc));
  const before = Y.encodeStateVector(doc);
  doc.transact(() => edit(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

describe('a room’s copy of a map', () => {
  test('brings each side what the other has, and keeps both alike until it is detached', async () => {
    const one = await shared();
    const other = editing(2, []);
    const copy = new RoomCopy();
    expect(receive(copy, Y.encodeStateAsUpdate(one.copy.doc))).toBeUndefined();
    const detach = await copy.attach(other.document, noPause);
    expect(said(other.document.graph)).toEqual(said(one.document.graph));

    const sent: Uint8Array[] = [];
    copy.doc.on('update', (update: Uint8Array) => sent.push(update));
    other.editor.run(addActor, { name: 'Cai', sector: 'enterprise', at: [9, 9] });
    for (const update of sent) expect(receive(one.copy, update)).toBeUndefined();
    expect(said(one.document.graph)).toEqual(said(other.document.graph));
    expect(one.stored).toHaveLength(1);

    detach();
    sent.length = 0;
    other.editor.run(addActor, { name: 'Dan', sector: 'enterprise', at: [9, 9] });
    expect(sent).toEqual([]);
    receive(
      copy,
      change(copy, (doc) => doc.getMap('actors').clear()),
    );
    expect(other.document.graph.actors.size).toBe(4);
  });

  test('what came from the room is stored once, and is not this window’s to undo', async () => {
    const { document, copy, stored } = await shared();
    const update = change(copy, (doc) => doc.getMap('map').set('title', 'From afar'));
    receive(copy, update);
    receive(copy, update);
    expect(document.graph.info.title).toBe('From afar');
    expect(stored).toHaveLength(1);
    document.undo();
    expect(document.graph.info.title).toBe('From afar');
    expect(document.graph.ties.size).toBe(0);
  });

  test('changes of another window go to the room, and are not stored again', async () => {
    const { document, copy, stored } = await shared();
    const window = editing(3, [document.encode()]);
    const before = window.document.stateVector();
    window.editor.run(addActor, { name: 'Eve', sector: 'university', at: [1, 1] });
    document.apply(window.document.encodeSince(before));
    expect(stored).toEqual([]);
    expect(Y.encodeStateAsUpdate(copy.doc)).toEqual(document.encode());
  });

  test('edits made apart, a deletion among them, meet again', async () => {
    const one = await shared();
    const two = editing(4, [one.document.encode()]);
    one.detach();
    const [ada = ''] = one.document.graph.actors.keys();
    one.editor.run(addActor, { name: 'Fay', sector: 'university', at: [2, 2] });
    two.editor.run(remove, { actors: [ada], ties: [] });
    receive(one.copy, two.document.encode());
    await one.copy.attach(one.document, noPause);
    expect([...one.document.graph.actors.values()].map(({ name }) => name).sort()).toEqual(['Ben', 'Fay']);
    two.document.apply(Y.encodeStateAsUpdate(one.copy.doc));
    expect(said(two.document.graph)).toEqual(said(one.document.graph));
  });
});

describe('what is no part of a map', () => {
  test('leaves document and journal as they were, whatever the bytes are', async () => {
    const { document, copy, stored } = await shared();
    const sound = change(copy, (doc) => doc.getMap('map').set('title', 'Broken on its way'));
    const before = said(document.graph);
    const titles = new Set([document.graph.info.title, 'Broken on its way']);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc.nat(sound.length - 1).map((length) => sound.slice(0, length)),
          fc.tuple(fc.nat(sound.length - 1), fc.nat(255)).map(([at, byte]) => sound.with(at, byte)),
        ),
        async (bytes) => {
          const { document: own } = editing(1, [document.encode()]);
          const kept: Uint8Array[] = [];
          own.onUpdate((update) => kept.push(update));
          const scratch = new RoomCopy();
          await scratch.attach(own, noPause);
          const problem = receive(scratch, bytes);
          // Bytes that happen to be a change are one; then what was stored is what is seen.
          const again = editing(1, [document.encode(), ...kept]);
          expect(said(again.document.graph)).toEqual(said(own.graph));
          if (problem) {
            expect(kept).toEqual([]);
            expect(said(own.graph)).toEqual(before);
          } else expect(own.graph.actors.size === 2 || !titles.has(own.graph.info.title)).toBe(true);
        },
      ),
    );
    expect(stored).toEqual([]);
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ['a record that is a list', (doc) => doc.getMap('actors').set('x', new Y.Array())],
    ['a record that is a number', (doc) => doc.getMap('ties').set('x', 3)],
    ['a document within a record', (doc) => doc.getMap('actors').set('x', new Y.Map([['y', new Y.Doc()]]))],
    ['a text as a value', (doc) => record(doc).set('name', new Y.Text('Ada'))],
    ['a map as the title', (doc) => doc.getMap('map').set('title', new Y.Map())],
    ['a list where a table is', (doc) => doc.get('actors', Y.Array).push(['x'])],
  ])('%s ends the line, and nothing after it is taken', async (_name, edit) => {
    const { document, copy, stored } = await shared();
    const before = said(document.graph);
    const doc = new Y.Doc();
    if (edit.toString().includes('Y.Array).push')) doc.transact(() => edit(doc));
    const update = doc.store.clients.size > 0 ? Y.encodeStateAsUpdate(doc) : change(copy, edit);
    expect(receive(copy, update)).toBe(GARBAGE);
    expect(said(document.graph)).toEqual(before);
    expect(
      receive(
        copy,
        change(copy, (each) => each.getMap('map').set('title', 'After')),
      ),
    ).toBe(GARBAGE);
    expect(said(document.graph)).toEqual(before);
    expect(stored).toEqual([]);
  });

  test('a part of it that another part throws away does not get through', async () => {
    const { document, copy, stored } = await shared();
    const before = said(document.graph);
    const update = change(copy, (doc) => {
      doc.getMap('map').set('title', 'Sound');
      doc.getMap('actors').set('x', 'not sound');
    });
    expect(receive(copy, update)).toBe(GARBAGE);
    expect(said(document.graph)).toEqual(before);
    expect(stored).toEqual([]);
  });

  test('a map of another version is not taken', async () => {
    const { document, copy } = await shared();
    const before = said(document.graph);
    expect(
      receive(
        copy,
        change(copy, (doc) => doc.getMap('map').set('schema', 99)),
      ),
    ).toBe(OTHER_VERSION);
    expect(said(document.graph)).toEqual(before);
  });

  test('tables that a later version may bring are let be', async () => {
    const { document, copy, stored } = await shared();
    const update = change(copy, (doc) => doc.getMap('rounds').set('one', new Y.Map([['name', 'As is']])));
    expect(receive(copy, update)).toBeUndefined();
    expect(stored).toHaveLength(1);
    expect(document.graph.actors.size).toBe(2);
  });
});

function record(doc: Y.Doc): Y.Map<unknown> {
  const [first] = doc.getMap<Y.Map<unknown>>('actors').values();
  if (!first) throw new Error('There is no record.');
  return first;
}
