import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { editView } from '../../src/model/commands/edit-map.ts';
import { lockRegion, unlockRegion } from '../../src/model/commands/regions.ts';
import { connect, editing } from './support.ts';

const BOX = { x: 10, y: -20, width: 300, height: 80 };

describe('locked areas', () => {
  it('are kept with the map, ordered by id, until they are unlocked', () => {
    const { document, editor } = editing(1);
    editor.run(lockRegion, { box: BOX });
    editor.run(lockRegion, { box: { ...BOX, x: 500.04 } });
    const ids = document.graph.view.regions.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(document.graph.view.regions.map(({ x }) => x).sort()).toEqual([10, 500]);
    const first = document.graph.view.regions[0]?.id ?? '';
    expect(editor.run(unlockRegion, { id: first }).ok).toBe(true);
    expect(document.graph.view.regions.map(({ id }) => id)).not.toContain(first);
    expect(document.graph.view.regions).toHaveLength(1);
    document.undo();
    expect(document.graph.view.regions).toHaveLength(2);
  });

  it('reach around the actors that they are made for, with room for marks and labels', () => {
    const { document, editor } = editing(1);
    for (const [x, y] of [
      [0, 0],
      [100, 40],
    ] as const)
      editor.run(addActor, { name: `A${x}`, sector: 'other', at: [x, y] });
    editor.run(lockRegion, { actors: document.graph.actors.keys() });
    const [region] = document.graph.view.regions;
    expect(region).toMatchObject({ x: -60, y: -60, width: 220, height: 160 });
  });

  it('are not made of nothing, and what is gone cannot be unlocked', () => {
    const { document, editor } = editing(1);
    expect(editor.run(lockRegion, { actors: ['nobody'] }).ok).toBe(false);
    expect(editor.run(lockRegion, { box: { ...BOX, width: 0 } }).ok).toBe(false);
    expect(editor.run(lockRegion, { box: { ...BOX, x: NaN } }).ok).toBe(false);
    expect(editor.run(unlockRegion, { id: 'gone' }).ok).toBe(false);
    expect(document.graph.view.regions).toEqual([]);
  });

  it('of two windows are all kept, and so are layout options that each window sets', () => {
    const one = editing(1);
    const two = editing(2, [one.document.encode()]);
    const exchange = connect(one.document, two.document);
    one.editor.run(lockRegion, { box: BOX });
    two.editor.run(lockRegion, { box: BOX });
    one.editor.run(editView, { layout: { options: { spacing: 1.5 } } });
    two.editor.run(editView, { layout: { id: 'stress', options: { tightness: 2 } } });
    exchange();
    expect(one.document.graph.view.regions).toHaveLength(2);
    expect(one.document.graph.view.layout).toEqual({ id: 'stress', options: { spacing: 1.5, tightness: 2 } });
    expect(two.document.graph.view).toEqual(one.document.graph.view);
  });
});
