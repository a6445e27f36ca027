import { describe, expect, it } from 'vitest';
import { editActors, type ActorChanges } from '../../src/model/commands/edit-actors.ts';
import { editTies } from '../../src/model/commands/edit-ties.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { moveActors } from '../../src/model/commands/move-actors.ts';
import { remove } from '../../src/model/commands/remove.ts';
import type { Editor } from '../../src/model/editor.ts';
import { parseEntry } from '../../src/model/entry.ts';
import type { Graph } from '../../src/model/graph.ts';
import { changesMeasures } from '../../src/model/measured-patch.ts';
import { editing } from './support.ts';

interface Made {
  readonly editor: Editor;
  readonly graph: Graph;
  readonly actor: string;
  readonly tie: string;
}

function typed(editor: Editor, graph: Graph, text: string): boolean {
  const entry = parseEntry(text, graph);
  return entry.ok && editor.run(enter, { entry: entry.value }).ok;
}

/** Whether measures have to be computed anew after the step on A > B. */
function measured(step: (made: Made) => boolean): boolean {
  const { editor, document } = editing(1);
  typed(editor, document.graph, 'A > B : talent 2');
  const { graph } = document;
  let changed = false;
  document.onGraph((_graph, patch) => (changed ||= changesMeasures(patch)));
  const [actor = ''] = graph.actors.keys();
  const [tie = ''] = graph.ties.keys();
  expect(step({ editor, graph, actor, tie })).toBe(true);
  expect(document.graph).not.toBe(graph);
  return changed;
}

const actorChange = (changes: ActorChanges): boolean =>
  measured(({ editor, actor }) => editor.run(editActors, { ids: [actor], changes }).ok);

describe('what measures read of a change', () => {
  it('is not a name, a note or a place', () => {
    expect(actorChange({ name: 'New' })).toBe(false);
    expect(actorChange({ notes: 'x' })).toBe(false);
    expect(
      measured(({ editor, tie }) => editor.run(editTies, { ids: [tie], changes: { notes: 'x' } }).ok),
    ).toBe(false);
    expect(
      measured(
        ({ editor, actor }) => editor.run(moveActors, { positions: new Map([[actor, [7, 9] as const]]) }).ok,
      ),
    ).toBe(false);
  });

  it('is who and what there is, what ties weigh, and what actors are, have and need', () => {
    expect(actorChange({ size: 7 })).toBe(true);
    expect(actorChange({ from: '2020' })).toBe(true);
    expect(
      measured(({ editor, tie }) => editor.run(editTies, { ids: [tie], changes: { weight: 7 } }).ok),
    ).toBe(true);
    expect(measured(({ editor, actor }) => editor.run(remove, { actors: [actor], ties: [] }).ok)).toBe(true);
    expect(measured(({ editor, graph }) => typed(editor, graph, 'A offers talent 3'))).toBe(true);
  });
});
