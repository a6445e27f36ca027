import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { mergeActors, type MergeActorsArgs } from '../../src/model/commands/merge-actors.ts';
import { setProject } from '../../src/model/commands/projects.ts';
import { splitActor } from '../../src/model/commands/split-actor.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, tiesInOrder, type Actor, type Graph } from '../../src/model/graph.ts';
import { defaultKeeper, mergeConflicts, mergedTies } from '../../src/model/merging.ts';
import { editing, said } from './support.ts';

function mapOf(...lines: readonly string[]): ReturnType<typeof editing> {
  const window = editing(3);
  for (const line of lines) {
    const entry = parseEntry(line, window.document.graph);
    if (!entry.ok) throw new Error(entry.problem.message.en);
    expect(window.editor.run(enter, { entry: entry.value }).ok).toBe(true);
  }
  return window;
}

function called(graph: Graph, name: string): Actor {
  const actor = actorsInOrder(graph).find((each) => each.name === name);
  if (!actor) throw new Error(`there is no ${name}`);
  return actor;
}

function shown(graph: Graph): string[] {
  const name = (id: string): string => graph.actors.get(id)?.name ?? id;
  return tiesInOrder(graph)
    .map(({ source, target, direction, type, weight }) => {
      const ends = [name(source), name(target)];
      return `${(direction === 'mutual' ? ends.sort() : ends).join(direction === 'mutual' ? ' <> ' : ' > ')} : ${type} ${weight}`;
    })
    .sort();
}

function merge(
  { document, editor }: ReturnType<typeof editing>,
  keep: string,
  others: readonly string[],
  more: Partial<MergeActorsArgs> = {},
): Graph {
  const id = (name: string): string => called(document.graph, name).id;
  const done = editor.run(mergeActors, { keep: id(keep), others: others.map(id), addWeights: true, ...more });
  expect(done.ok).toBe(true);
  return document.graph;
}

describe('merging actors', () => {
  it('joins their ties at the one that stays: parallel ones with their weights added, those among them left out', () => {
    const window = mapOf(
      'A > X : talent 2',
      'B > X : talent 3',
      'B > A : capital',
      'Y <> B : alliance',
      'Y <> A : alliance 4',
    );
    expect(shown(merge(window, 'A', ['B']))).toEqual(['A <> Y : alliance 5', 'A > X : talent 5']);
    expect(window.document.undoName?.en).toBe('Merge “B” into “A” (without the tie among them)');
  });

  it('keeps parallel ties apart when asked to, and those that contradict each other in any case', () => {
    const window = mapOf('A > X : talent 2', 'B > X : talent 3');
    const { graph } = window.document;
    const [a, b] = [called(graph, 'A').id, called(graph, 'B').id];
    expect(mergedTies(graph, a, [b], false).kept).toHaveLength(1);
    expect(shown(merge(window, 'A', ['B'], { addWeights: false }))).toEqual([
      'A > X : talent 2',
      'A > X : talent 3',
    ]);

    const dated = mapOf('A > X : talent 2', 'B > X : talent 3', 'project P: B, X');
    const project = [...dated.document.graph.projects.keys()][0] ?? '';
    const tie = tiesInOrder(dated.document.graph).find(({ weight }) => weight === 3)?.id ?? '';
    const other = tiesInOrder(dated.document.graph).find(({ weight }) => weight === 2)?.id ?? '';
    dated.editor.run(setProject, { id: project, name: 'P', actors: [], ties: [tie] });
    dated.editor.run(setProject, { name: 'Q', actors: [], ties: [other] });
    expect(shown(merge(dated, 'A', ['B']))).toEqual(['A > X : talent 2', 'A > X : talent 3']);
  });

  it('gives the one that stays the names, notes, projects and what it does not have; its own word counts unless another is chosen', () => {
    const window = mapOf(
      'A @university',
      'B @enterprise',
      'C @enterprise',
      'project P: B, C',
      'A offers talent 2',
      'B offers talent 5, funding 1',
    );
    const { document, editor } = window;
    const id = (name: string): string => called(document.graph, name).id;
    editor.run(editActors, { ids: [id('A')], changes: { notes: 'one', aliases: ['Alpha'] } });
    editor.run(editActors, {
      ids: [id('B')],
      changes: { notes: 'two', size: 9, secondName: '乙', aliases: ['a', 'Beta'] },
    });
    const [a, b] = [id('A'), id('B')];
    expect(mergeConflicts(document.graph, a, [b]).map(({ key }) => key)).toEqual(['sector', 'supply:talent']);
    merge(window, 'A', ['B'], { choose: new Map([['supply:talent', b]]) });
    expect(called(document.graph, 'A')).toMatchObject({
      sector: 'university',
      secondName: '乙',
      aliases: ['Alpha', 'B', 'Beta'],
      notes: 'one\n\ntwo',
      size: 9,
      supply: { talent: 5, funding: 1 },
    });
    expect([...document.graph.projects.values()][0]?.actors).toEqual([a, id('C')].sort());
    expect(document.graph.actors.has(b)).toBe(false);
  });

  it('keeps the actor with the most ties unless told otherwise', () => {
    const { graph } = mapOf('A > X', 'B > X, Y').document;
    const [a, b] = [called(graph, 'A').id, called(graph, 'B').id];
    expect(defaultKeeper(graph, [a, b])).toBe(b);
  });

  it('needs two actors that are there', () => {
    const { document, editor } = mapOf('A > B');
    const { id } = called(document.graph, 'A');
    for (const others of [[], [id], ['nobody']])
      expect(editor.run(mergeActors, { keep: id, others, addWeights: true }).ok).toBe(false);
  });

  it('never loses weight but that of the ties among them, and is undone as one step', () => {
    const ends = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean(), fc.integer({ min: 1, max: 5 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(ends, fc.boolean(), (list, addWeights) => {
        const lines = list
          .filter(([a, b]) => a !== b)
          .map(([a, b, mutual, w]) => `N${a} ${mutual ? '<>' : '>'} N${b} : talent ${w}`);
        const window = mapOf('N0, N1, N2, N3, N4, N5', ...lines);
        const { document } = window;
        const before = document.graph;
        const merged = new Set(['N0', 'N1', 'N2'].map((name) => called(before, name).id));
        const among = tiesInOrder(before).filter(
          ({ source, target }) => merged.has(source) && merged.has(target),
        );
        const sum = (graph: Graph): number => tiesInOrder(graph).reduce((all, { weight }) => all + weight, 0);
        const after = merge(window, 'N0', ['N1', 'N2'], { addWeights });
        expect(sum(after)).toBe(sum(before) - among.reduce((all, { weight }) => all + weight, 0));
        if (!addWeights) expect(after.ties.size).toBe(before.ties.size - among.length);
        document.undo();
        expect(said(document.graph)).toEqual(said(before));
      }),
      { numRuns: 15 },
    );
  });
});

describe('splitting an actor', () => {
  it('gives the new one the ties and resources chosen, of the same sector, and joins the projects of its ties', () => {
    const { document, editor } = mapOf(
      'A @university',
      'A > X : talent 2',
      'Y > A : capital',
      'A offers talent 2, data 1',
      'A needs funding 3',
    );
    const graph = document.graph;
    const { id } = called(graph, 'A');
    const tie = tiesInOrder(graph).find(({ type }) => type === 'talent')?.id ?? '';
    editor.run(setProject, { name: 'P', actors: [id], ties: [tie] });
    const done = editor.run(splitActor, {
      id,
      name: 'A lab',
      ties: [tie],
      supply: ['talent'],
      demand: ['funding'],
    });
    expect(done.ok).toBe(true);
    expect(shown(document.graph)).toEqual(['A lab > X : talent 2', 'Y > A : capital 1']);
    const lab = called(document.graph, 'A lab');
    expect(lab).toMatchObject({ sector: 'university', supply: { talent: 2 }, demand: { funding: 3 } });
    expect(called(document.graph, 'A')).toMatchObject({ supply: { data: 1 }, demand: {} });
    expect([...document.graph.projects.values()][0]?.actors).toContain(lab.id);
    document.undo();
    expect(document.graph.actors.has(lab.id)).toBe(false);
    expect(called(document.graph, 'A').supply).toEqual({ data: 1, talent: 2 });
  });

  it('refuses an empty name, and ties of others', () => {
    const { document, editor } = mapOf('A > X', 'Y > Z');
    const { id } = called(document.graph, 'A');
    const foreign = tiesInOrder(document.graph).find(({ source }) => source !== id)?.id ?? '';
    const split = { id, ties: [], supply: [], demand: [] };
    expect(editor.run(splitActor, { ...split, name: ' ' }).ok).toBe(false);
    expect(editor.run(splitActor, { ...split, name: 'B', ties: [foreign] }).ok).toBe(false);
    expect(editor.run(addActor, { name: 'B', sector: 'other' }).ok).toBe(true);
  });
});
