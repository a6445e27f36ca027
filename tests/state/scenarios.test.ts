import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { graphToDraft } from '../../src/formats/own-write.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { adopt } from '../../src/model/commands/adopt.ts';
import { editMapInfo } from '../../src/model/commands/edit-map.ts';
import { nextPoint } from '../../src/model/scenario/fork-point.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import type { LibraryEntry } from '../../src/storage/library-entry.ts';
import { inFamilies } from '../../src/state/families.ts';
import { editing, said } from '../model/support.ts';
import { sortedKeys } from '../properties/drafts.ts';

/** Workers are not to be had here: the window does their work. */
class NoWorker {
  onerror: (event: Pick<Event, 'preventDefault'>) => void = () => undefined;
  postMessage(): void {
    queueMicrotask(() => this.onerror({ preventDefault: () => undefined }));
  }
  terminate(): void {
    this.onerror = () => undefined;
  }
}

const actor = { sector: 'enterprise', supply: {}, demand: {}, fields: {}, unknown: {} };

function region() {
  const actors = ['a', 'b'].map((id) => ({
    ...actor,
    id,
    name: id.toUpperCase(),
    position: [0, 0] as const,
  }));
  const tie = { id: 't', source: 'a', target: 'b', type: 'talent', direction: 'one-way', weight: 1 } as const;
  const ties = [{ ...tie, fields: {}, unknown: {} }];
  return editing(1, mapUpdates({ ...emptyDraft('Region'), actors, ties }));
}

function entry(id: string, more: Partial<LibraryEntry> = {}): LibraryEntry {
  return { id, title: id, actors: 0, ties: 0, createdAt: 0, openedAt: 0, changedAt: 0, ...more };
}

const of = (base: string, createdAt = 0): Partial<LibraryEntry> => ({
  createdAt,
  scenario: { base, colour: '#E69F00' },
});

/** The stores of a browser that has nothing stored yet. */
async function browser() {
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('Worker', NoWorker);
  const [family, maps, files, stores, shelf] = await Promise.all([
    import('../../src/state/scenario-family.ts'),
    import('../../src/state/scenario-maps.ts'),
    import('../../src/state/scenario-files.ts'),
    import('../../src/state/stores.ts'),
    import('../../src/state/scenario-store.ts'),
  ]);
  return { ...family, ...maps, ...files, ...stores, ...shelf };
}

let app: Awaited<ReturnType<typeof browser>>;
beforeEach(async () => {
  app = await browser();
});

async function stored(id: string, updates: readonly Uint8Array[]): Promise<void> {
  const appends = updates.map((update, index) => ({ id: `w/${index}`, update }));
  const facts = { title: id, actors: 0, ties: 0 };
  await app.journal.append(id, appends, { first: true, now: 0, facts });
}

function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('failed');
  return result.value;
}

describe('a scenario', () => {
  it('starts as its base is, or with writes carried out and what follows from them, under its own name', async () => {
    const { document } = region();
    await stored('base', [document.encode()]);
    const open = { id: 'base', now: document.graph };
    const one = value(await app.makeScenario(open, 'Plan'));
    const two = value(
      await app.makeScenario(open, 'Without A', { writes: [{ kind: 'remove', table: 'actors', id: 'a' }] }),
    );
    const states = value(await app.familyStates(open));
    expect(states.map(({ name, depth, base }) => [name, depth, base])).toEqual([
      ['Region', 0, undefined],
      ['Plan', 1, 'base'],
      ['Without A', 1, 'base'],
    ]);
    expect(new Set(states.map(({ colour }) => colour)).size).toBe(3);
    const [, plan, without] = states;
    const title = 'Plan';
    expect(plan && said(plan.graph)).toEqual(
      said({ ...document.graph, info: { ...document.graph.info, title } }),
    );
    expect([without?.graph.actors.size, without?.graph.ties.size]).toEqual([1, 0]);
    expect([two.actors, two.ties]).toEqual([1, 0]);
    const common = value(await app.commonState(one.id, document.graph, document.graph));
    expect(sortedKeys(said(common.graph))).toEqual(sortedKeys(said(document.graph)));
  });

  it('has the state of its adoption in common with its base while the mark is there', async () => {
    const base = region();
    await stored('base', [base.document.encode()]);
    const open = { id: 'base', now: base.document.graph };
    const { id } = value(await app.makeScenario(open, 'Plan'));
    const [, member] = value(await app.family(open));
    if (!member) throw new Error('no scenario');
    const plan = editing(2, mapUpdates(graphToDraft(value(await app.stateOf(member, open)))));
    plan.editor.run(addTie, { source: 'b', target: 'a', type: 'capital' });
    const scenario = plan.document.graph;
    const common = value(await app.commonState(id, open.now, scenario));
    const point = nextPoint('p1', 'adopted', common.points, open.now.info, scenario.info);
    const { roundText } = await import('../../src/state/round-files.ts');
    value(await app.scenarios.addPoints(id, [{ ...point, map: await roundText(scenario) }]));
    const mark = { scenario: id, point: 'p1' };
    base.editor.run(adopt, { name: 'Plan', fork: common.graph, scenario, decisions: new Map(), mark });
    expect(base.document.graph.ties.size).toBe(2);
    const after = value(await app.commonState(id, base.document.graph, scenario));
    expect(after.graph.ties.size).toBe(2);
    base.document.undo();
    expect(value(await app.commonState(id, base.document.graph, scenario)).graph.ties.size).toBe(1);
    base.document.redo();
    base.editor.run(editMapInfo, { title: 'Another title' });
    expect(value(await app.commonState(id, base.document.graph, scenario)).graph.ties.size).toBe(2);
  });

  it('finds its base again when both are restored from files under other ids', async () => {
    const { document } = region();
    await stored('base', [document.encode()]);
    const { id } = value(await app.makeScenario({ id: 'base', now: document.graph }, 'Plan'));
    const carried = await app.portableScenario(id);
    expect(await app.portableScenario('base')).toBeUndefined();
    if (!carried) throw new Error('nothing to carry');
    expect(carried.base).toBe('base');

    app = await browser();
    await stored('base2', [document.encode()]);
    await stored('plan2', [document.encode()]);
    await app.bringScenario('plan2', carried, new Map([['base', 'base2']]));
    const members = value(await app.family({ id: 'plan2', now: document.graph }));
    expect(members.map((member) => member.id)).toEqual(['base2', 'plan2']);
    const common = value(await app.commonState('plan2', document.graph, document.graph));
    expect(sortedKeys(said(common.graph))).toEqual(sortedKeys(said(document.graph)));
  });
});

describe('a family', () => {
  it('is the whole tree from the map that all come from, whichever member is open', async () => {
    const { document } = region();
    for (const id of ['a', 'b', 'c', 'd', 'other']) await stored(id, [document.encode()]);
    for (const [id, base] of [
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'b'],
    ] as const)
      await app.scenarios.link(id, { base, colour: '#E69F00' });
    const familyOf = async (id: string) =>
      value(await app.family({ id, now: document.graph })).map((member) => `${member.id}${member.depth}`);
    for (const id of ['a', 'b', 'c', 'd']) expect(await familyOf(id)).toEqual(['a0', 'b1', 'd2', 'c1']);
    expect(await familyOf('other')).toEqual(['other0']);
    expect(await familyOf('nobody')).toEqual([]);
    // Without its base, what came from it heads what came from itself.
    await app.library.remove('a');
    expect(await familyOf('d')).toEqual(['b0', 'd1']);
  });

  it('stands on the start screen where its member stands that was opened last', () => {
    const maps = [
      entry('new'),
      entry('s', of('base')),
      entry('old'),
      entry('base'),
      entry('orphan', of('gone')),
    ];
    expect(inFamilies(maps).map(({ entry: { id }, depth }) => `${id}${depth}`)).toEqual([
      'new0',
      'base0',
      's1',
      'old0',
      'orphan0',
    ]);
    const circle = [entry('x', of('y')), entry('y', of('x'))];
    expect(inFamilies(circle)).toHaveLength(2);
  });
});
