import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arrange, foldUpdates, mergeState } from '../../src/model/bytes.ts';

/** What one of three windows does: write, delete or add a record, or hear of all that another did. */
type Step =
  | { kind: 'set'; window: number; record: number; key: number; value: number }
  | { kind: 'remove'; window: number; record: number }
  | { kind: 'hear'; window: number; from: number };

const window = fc.nat(2);
const record = fc.nat(4);
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('set' as const), window, record, key: fc.nat(3), value: fc.integer() }),
    fc.record({ kind: fc.constant('remove' as const), window, record }),
    fc.record({ kind: fc.constant('hear' as const), window, from: window }),
  ),
  { minLength: 1, maxLength: 40 },
);

/** Plays the steps; every update that a window made itself, in the order of making. */
function play(history: readonly Step[]): { updates: Uint8Array[]; whole: Y.Doc } {
  const updates: Uint8Array[] = [];
  const docs = [0, 1, 2].map(() => {
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'elsewhere') updates.push(update);
    });
    return doc;
  });
  for (const step of history) {
    const doc = docs[step.window] ?? new Y.Doc();
    const table = doc.getMap<Y.Map<number>>('actors');
    if (step.kind === 'hear') {
      const other = docs[step.from] ?? doc;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'elsewhere');
    } else if (step.kind === 'remove') table.delete(String(step.record));
    else
      doc.transact(() => {
        let map = table.get(String(step.record));
        if (!map) table.set(String(step.record), (map = new Y.Map()));
        map.set(String(step.key), step.value);
      });
  }
  const whole = new Y.Doc();
  for (const update of updates) Y.applyUpdate(whole, update);
  return { updates, whole };
}

function applied(updates: readonly Uint8Array[], onto = new Y.Doc()): Y.Doc {
  for (const update of updates) Y.applyUpdate(onto, update);
  return onto;
}

function pendingIn(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

function content(doc: Y.Doc): unknown {
  return doc.getMap('actors').toJSON();
}

/** A copy of `updates` in an order given by numbers. */
function shuffled(updates: readonly Uint8Array[], order: readonly number[]): Uint8Array[] {
  return updates
    .map((update, index) => ({ update, rank: order[index % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ update }) => update);
}

const order = fc.array(fc.integer(), { minLength: 7, maxLength: 7 });

describe('mergeState', () => {
  it('gives the document that the updates make, in whatever order they come', () => {
    fc.assert(
      fc.property(steps, order, (history, ranks) => {
        const { updates, whole } = play(history);
        const merged = mergeState(shuffled(updates, ranks));
        expect(merged.complete).toBe(true);
        const doc = applied([merged.state]);
        expect(content(doc)).toEqual(content(whole));
        expect(Y.encodeStateVector(doc)).toEqual(merged.stateVector);
      }),
    );
  });

  it('drops what was deleted', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let edit = 0; edit < 200; edit++) doc.getMap('map').set('notes', 'x'.repeat(1000));
    expect(mergeState(updates).state.length).toBeLessThan(4000);
  });
});

describe('foldUpdates', () => {
  it('gives the document in pieces, or nothing when an update is missing', () => {
    fc.assert(
      fc.property(steps, order, fc.integer({ min: 1, max: 9 }), fc.nat(), (history, ranks, size, lost) => {
        const { updates, whole } = play(history);
        const folded = foldUpdates({ updates: shuffled(updates, ranks), size });
        expect(content(applied(folded?.pieces ?? []))).toEqual(content(whole));
        const some = updates.filter((_, index) => index !== lost % updates.length);
        expect(foldUpdates({ updates: some, size }) !== undefined).toBe(mergeState(some).complete);
      }),
    );
  });
});

describe('arrange', () => {
  it('gives pieces that make the same document, each applicable when it comes', () => {
    fc.assert(
      fc.property(steps, order, fc.integer({ min: 1, max: 9 }), (history, ranks, size) => {
        const { updates, whole } = play(history);
        const { pieces, complete, unreadable } = arrange(shuffled(updates, ranks), undefined, size);
        expect({ complete, unreadable }).toEqual({ complete: true, unreadable: [] });
        const doc = new Y.Doc();
        for (const piece of pieces) {
          Y.applyUpdate(doc, piece);
          expect(pendingIn(doc)).toBe(false);
        }
        expect(content(doc)).toEqual(content(whole));
        expect(Y.encodeStateVector(doc).length).toBe(Y.encodeStateVector(whole).length);
        // Nothing more to learn from the originals, deletions included.
        const before = content(doc);
        expect(content(applied(updates, doc))).toEqual(before);
        // And a later edit of the original still applies.
        whole.getMap<Y.Map<number>>('actors').set('later', new Y.Map<number>());
        expect(content(applied([Y.encodeStateAsUpdate(whole)], doc))).toEqual(content(whole));
      }),
    );
  });

  it('continues from what is already there', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (history, cut) => {
        const { updates, whole } = play(history);
        const at = cut % (updates.length + 1);
        // Updates come in the order of making, so any beginning is complete in itself.
        const known = mergeState(updates.slice(0, at));
        const { pieces, complete } = arrange(updates, known.stateVector, 3);
        expect(complete).toBe(true);
        expect(content(applied([known.state, ...pieces]))).toEqual(content(whole));
      }),
    );
  });

  it('cuts a whole state as well', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 9 }), (history, size) => {
        const { updates, whole } = play(history);
        const { pieces, complete } = arrange([mergeState(updates).state], undefined, size);
        expect(complete).toBe(true);
        expect(content(applied(pieces))).toEqual(content(whole));
      }),
    );
  });

  it('says that something is missing exactly when Yjs would wait for it', () => {
    let incomplete = 0;
    fc.assert(
      fc.property(steps, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (history, kept) => {
        const { updates } = play(history);
        const some = updates.filter((_, index) => kept[index % kept.length]);
        const arranged = arrange(some, undefined, 4);
        expect(arranged.complete).toBe(mergeState(some).complete);
        expect(arranged.complete).toBe(!pendingIn(applied(some)));
        if (!arranged.complete) {
          incomplete++;
          expect(arranged.pieces).toEqual(some);
        }
      }),
      { numRuns: 300 },
    );
    expect(incomplete).toBeGreaterThan(20);
  });

  it('names what is no update and arranges the rest', () => {
    const doc = new Y.Doc();
    doc.getMap('actors').set('a', 1);
    const good = Y.encodeStateAsUpdate(doc);
    const { pieces, unreadable } = arrange(
      [new Uint8Array([9, 9, 9]), good, good.slice(0, -3)],
      undefined,
      10,
    );
    expect(unreadable).toEqual([0, 2]);
    expect(content(applied(pieces))).toEqual({ a: 1 });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 4 }), (updates) => {
        arrange(updates, undefined, 10);
      }),
      { numRuns: 2000 },
    );
  });
});
