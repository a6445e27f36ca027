import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphToDraft, ownText } from '../../src/formats/own-write.ts';
import { compareGraphs } from '../../src/model/compare.ts';
import { goBack } from '../../src/model/commands/go-back.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { remove } from '../../src/model/commands/remove.ts';
import type { Draft } from '../../src/model/draft.ts';
import { graphOfDraft } from '../../src/model/graph-of-draft.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { readOwnText } from '../formats/reading.ts';
import { connect, editing, newDocument, said } from '../model/support.ts';
import { arbitraryDraft, sortedKeys } from './drafts.ts';

/** A round as it is taken, and as it is read again. */
const roundTrip = (draft: Draft) => graphOfDraft(readOwnText(ownText(draft)).draft);

const RUNS = process.env['ECOTONE_LONG'] === '1' ? 1000 : 60;

describe('going back to a round', () => {
  it('gives exactly its state with the saved views of now, whatever the map is, in one step whose undo gives back exactly what was', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, (earlier, later) => {
        const target = newDocument(mapUpdates(earlier)).graph;
        const round = roundTrip(graphToDraft(target));
        const { document, editor } = editing(1, mapUpdates(later));
        const before = said(document.graph);
        const views = document.graph.view.views;
        const after = sortedKeys(said({ ...target, view: { ...target.view, views } }));
        const done = editor.run(goBack, { name: 'as is', graph: round });
        expect(done.ok).toBe(true);
        expect(sortedKeys(said(document.graph))).toEqual(after);
        // A window that opens later sees the same.
        expect(said(newDocument([document.encode()]).graph)).toEqual(said(document.graph));
        if (document.undoName === undefined) return;
        document.undo();
        expect(said(document.graph)).toEqual(before);
        expect(document.undoName).toBeUndefined();
        document.redo();
        expect(sortedKeys(said(document.graph))).toEqual(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing where the map is as it was then', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const { document, editor } = editing(1, mapUpdates(draft));
        const { graph } = document;
        editor.run(goBack, { name: 'as is', graph: roundTrip(graphToDraft(graph)) });
        expect(document.graph).toBe(graph);
        expect(document.undoName).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('brings no tie along that waits unseen for an actor deleted in another window', () => {
    const actor = { sector: 'other', supply: {}, demand: {}, fields: {}, unknown: {} };
    const actors = ['a', 'b'].map((id) => ({ ...actor, id, name: id, position: [0, 0] as const }));
    const one = editing(1, mapUpdates({ ...emptyDraft('map'), actors }));
    const round = roundTrip(graphToDraft(one.document.graph));
    const two = editing(2, [one.document.encode()]);
    const exchange = connect(one.document, two.document);
    one.editor.run(addTie, { source: 'a', target: 'b', type: 'talent' });
    two.editor.run(remove, { actors: ['b'], ties: [] });
    exchange();
    expect(one.document.graph.ties.size).toBe(0);
    one.editor.run(goBack, { name: 'as is', graph: round });
    expect(one.document.graph.actors.size).toBe(2);
    expect(one.document.graph.ties.size).toBe(0);
    exchange();
    expect(said(two.document.graph)).toEqual(said(one.document.graph));
  });
});

describe('a round', () => {
  it('reads as the document of its map would be', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const { graph } = newDocument(mapUpdates(draft));
        expect(sortedKeys(said(graphOfDraft(draft)))).toEqual(sortedKeys(said(graph)));
        expect(sortedKeys(said(roundTrip(graphToDraft(graph))))).toEqual(sortedKeys(said(graph)));
      }),
      { numRuns: RUNS },
    );
  });

  it('travels in the file of its map, with name, time, note, unknown keys and its own map', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, fc.string(), (draft, earlier, note) => {
        const cleaned = note.replace(/[^ -~]/gu, '').trim();
        const round = {
          name: 'as is, 10:40',
          time: '2026-03-01T10:40:00.000Z',
          ...(cleaned !== '' && { note: cleaned }),
          actors: earlier.actors.length,
          ties: earlier.ties.length,
          unknown: { mood: ['tired', 3] },
          map: ownText(graphToDraft(graphOfDraft(earlier))),
        };
        const { draft: back, codes } = readOwnText(ownText({ ...draft, rounds: [round] }));
        expect(codes).toEqual(['rounds']);
        expect(back.rounds).toEqual([round]);
        expect(ownText(back)).toBe(ownText({ ...draft, rounds: [round] }));
      }),
      { numRuns: RUNS },
    );
  });

  it('that can’t be read is left out and told; a file without rounds has none', () => {
    const text = ownText({ ...emptyDraft('map') });
    expect(readOwnText(text).draft.rounds).toBeUndefined();
    const withRounds = (rounds: unknown): { draft: Draft; codes: readonly string[] } =>
      readOwnText(text.replace(/\}\s*$/u, `,"rounds":${JSON.stringify(rounds)}}`));
    expect(withRounds('x').codes).toEqual(['value-left-out']);
    expect(withRounds([3, { name: 'no map' }, { map: { version: 99 } }]).codes).toEqual([
      'round-left-out',
      'round-left-out',
      'round-left-out',
    ]);
    const { draft, codes } = withRounds([{ map: {} }]);
    expect(codes).toEqual(['round-without-time', 'rounds']);
    expect(draft.rounds).toMatchObject([{ name: '1', actors: 0, ties: 0 }]);
  });
});

describe('the comparison of two states', () => {
  it('finds nothing between a state and itself, and turned round finds the same the other way', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, (first, second) => {
        const [a, b] = [graphOfDraft(first), graphOfDraft(second)];
        const none = compareGraphs(a, roundTrip(first));
        for (const records of [none.actors, none.ties])
          expect([records.added, records.removed, records.changed]).toEqual([[], [], []]);
        const [there, back] = [compareGraphs(a, b), compareGraphs(b, a)];
        for (const table of ['actors', 'ties'] as const) {
          expect(there[table].added).toEqual(back[table].removed);
          expect(there[table].removed).toEqual(back[table].added);
          expect(there[table].changed.map(({ fields }) => fields)).toEqual(
            back[table].changed.map(({ fields }) =>
              fields.map(({ key, from, to }) => ({ key, from: to, to: from })),
            ),
          );
          const kept = there[table].changed.length + there[table].added.length;
          expect(kept).toBeLessThanOrEqual(b[table].size);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('tells which fields became what, and not that an actor was moved', () => {
    const actor = { id: 'a', name: 'A', sector: 'other', fields: {}, unknown: {} };
    const before = graphOfDraft({
      ...emptyDraft('map'),
      actors: [{ ...actor, supply: { talent: 1 }, demand: {}, position: [0, 0] }],
    });
    const after = graphOfDraft({
      ...emptyDraft('map'),
      actors: [{ ...actor, sector: 'enterprise', supply: {}, demand: {}, position: [5, 5] }],
    });
    expect(compareGraphs(before, after).actors.changed.map(({ fields }) => fields)).toEqual([
      [
        { key: 'sector', from: 'other', to: 'enterprise' },
        { key: 'supply:talent', from: 1, to: undefined },
      ],
    ]);
    const moved = graphOfDraft({
      ...emptyDraft('map'),
      actors: [{ ...actor, supply: { talent: 1 }, demand: {}, position: [5, 5] }],
    });
    expect(compareGraphs(before, moved).actors.changed).toEqual([]);
  });
});
