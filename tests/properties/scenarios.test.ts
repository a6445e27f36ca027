import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { adopt, bringIn } from '../../src/model/commands/adopt.ts';
import { goBack } from '../../src/model/commands/go-back.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { MapDocument } from '../../src/model/document.ts';
import type { Editor } from '../../src/model/editor.ts';
import type { Graph } from '../../src/model/graph.ts';
import { mapUpdates } from '../../src/model/make.ts';
import type { Decisions, Side } from '../../src/model/scenario/conflict.ts';
import { nextPoint, pointInForce, type ForkPoint } from '../../src/model/scenario/fork-point.ts';
import { compareThree, type ThreeWay } from '../../src/model/scenario/three-way.ts';
import { NoteBook } from '../../src/formats/note-book.ts';
import { readOwnMap } from '../../src/formats/own-read.ts';
import type { JsonObject } from '../../src/formats/own-values.ts';
import { graphToDraft, ownText } from '../../src/formats/own-write.ts';
import { graphOfDraft } from '../../src/model/graph-of-draft.ts';
import { editing, newDocument, said } from '../model/support.ts';
import { arbitraryDraft, sortedKeys } from './drafts.ts';
import { oneStep, take, type Step } from './random-steps.ts';

const RUNS = process.env['ECOTONE_LONG'] === '1' ? 1000 : 12;

const steps = fc.array(oneStep, { maxLength: 12 });

interface Kept extends ForkPoint {
  readonly graph: Graph;
}

/** A state as it comes back from where fork points are kept, which is as a file of our own. */
function keptState(graph: Graph): Graph {
  const steps = readOwnMap(JSON.parse(ownText(graphToDraft(graph))) as JsonObject, '', new NoteBook());
  for (let step = steps.next(); ; step = steps.next())
    if (step.done) {
      if (!step.value.ok) throw new Error(step.value.problem.message.en);
      return graphOfDraft(step.value.value);
    }
}

/** A map and a scenario of it, as the app has them: two documents, and the fork points beside the scenario. */
class Pair {
  readonly base;
  readonly scenario;
  readonly #points: Kept[];
  #made = 0;

  constructor(base: { document: MapDocument; editor: Editor }, seed: number) {
    this.base = base;
    const { info, ...rest } = graphToDraft(base.document.graph);
    this.scenario = editing(seed, mapUpdates({ ...rest, info: { ...info, title: `S${seed}` } }));
    const graph = keptState(base.document.graph);
    this.#points = [{ id: `f${seed}`, kind: 'fork', number: 0, after: [], graph }];
    this.name = `S${seed}`;
  }
  readonly name: string;

  get fork(): Graph {
    const point = pointInForce(
      this.#points,
      this.base.document.graph.info,
      this.scenario.document.graph.info,
    );
    if (!point) throw new Error('no fork point');
    return point.graph;
  }

  compare(): ThreeWay {
    return compareThree(this.fork, this.base.document.graph, this.scenario.document.graph);
  }

  adopt(decisions: Decisions = this.all('scenario')): void {
    const scenario = this.scenario.document.graph;
    const { fork } = this;
    const point = this.#next('adopted', scenario);
    const args = { name: 'S', fork, scenario, decisions, mark: { scenario: this.name, point } };
    const done = this.base.editor.run(adopt, args);
    expect(done.ok).toBe(true);
  }

  bringIn(decisions: Decisions = this.all('base')): void {
    const base = this.base.document.graph;
    const { fork } = this;
    const point = this.#next('brought', base);
    const done = this.scenario.editor.run(bringIn, { name: 'B', fork, base, decisions, mark: { point } });
    expect(done.ok).toBe(true);
  }

  all(side: Side): Decisions {
    return new Map(this.compare().conflicts.map(({ id }) => [id, side]));
  }

  #next(kind: 'adopted' | 'brought', graph: Graph): string {
    const id = `${this.name}-${this.#made++}`;
    const [base, scenario] = [this.base.document.graph.info, this.scenario.document.graph.info];
    this.#points.push({ ...nextPoint(id, kind, this.#points, base, scenario), graph: keptState(graph) });
    return id;
  }
}

function edit(window: { document: MapDocument; editor: Editor }, list: readonly Step[]): void {
  for (const step of list) take(window, step);
}

/** What a state says of the ecosystem: all but what belongs to the map itself. */
function content(graph: Graph): unknown {
  const { title: _title, adopted: _adopted, brought: _brought, ...info } = graph.info;
  return sortedKeys(said({ ...graph, info: { ...info, title: '' }, view: { ...graph.view, views: [] } }));
}

/** The same without places: each map keeps its own where both moved an actor. */
function withoutPlaces(graph: Graph): unknown {
  const actors = [...graph.actors].map(
    ([id, { position: _position, pinned: _pinned, ...actor }]) => [id, actor] as const,
  );
  return content({ ...graph, actors: new Map(actors) });
}

function expectWhole(graph: Graph): void {
  for (const tie of graph.ties.values()) {
    expect(graph.actors.has(tie.source)).toBe(true);
    expect(graph.actors.has(tie.target)).toBe(true);
  }
}

const fork = fc.tuple(arbitraryDraft, steps);

function forked([draft, first]: readonly [Draft, readonly Step[]]): Pair {
  const base = editing(1, mapUpdates(draft));
  edit(base, first);
  base.document.forgetSteps();
  return new Pair(base, 2);
}

describe('adopting a scenario', () => {
  it('of a base that nobody has touched gives exactly the scenario, in one step whose undo gives back exactly the base', () => {
    fc.assert(
      fc.property(fork, steps, (start, list) => {
        const pair = forked(start);
        const { document } = pair.base;
        const before = said(document.graph);
        edit(pair.scenario, list);
        expect(pair.compare().conflicts).toEqual([]);
        pair.adopt();
        expect(content(document.graph)).toEqual(content(pair.scenario.document.graph));
        // A window that opens later sees the same.
        expect(said(newDocument([document.encode()]).graph)).toEqual(said(document.graph));
        if (document.undoName === undefined) return;
        const after = said(document.graph);
        document.undo();
        expect(said(document.graph)).toEqual(before);
        expect(document.undoName).toBeUndefined();
        document.redo();
        expect(said(document.graph)).toEqual(after);
      }),
      { numRuns: RUNS },
    );
  });

  it('of which nothing was changed changes nothing, whatever the base has become', () => {
    fc.assert(
      fc.property(fork, steps, (start, list) => {
        const pair = forked(start);
        edit(pair.base, list);
        const { graph } = pair.base.document;
        expect(pair.compare().conflicts).toEqual([]);
        pair.adopt();
        expect(pair.base.document.graph).toBe(graph);
      }),
      { numRuns: RUNS },
    );
  });

  it('with both changed is refused while a conflict is undecided; its undo is exact, and no tie dangles however it is decided', () => {
    fc.assert(
      fc.property(fork, steps, steps, fc.infiniteStream(fc.boolean()), (start, ours, theirs, choices) => {
        const pair = forked(start);
        edit(pair.base, ours);
        edit(pair.scenario, theirs);
        const { document, editor } = pair.base;
        const { conflicts } = pair.compare();
        const before = said(document.graph);
        if (conflicts.length > 0) {
          const scenario = pair.scenario.document.graph;
          const mark = { scenario: 's', point: 'p' };
          const args = { name: 'S', fork: pair.fork, scenario, decisions: new Map(), mark };
          expect(editor.run(adopt, args)).toMatchObject({
            ok: false,
            problem: { code: 'conflicts-undecided' },
          });
          expect(said(document.graph)).toEqual(before);
        }
        const chosen = conflicts.map(({ id }) => [id, choices.next().value ? 'base' : 'scenario'] as const);
        pair.adopt(new Map(chosen));
        expectWhole(document.graph);
        const after = said(document.graph);
        expect(said(newDocument([document.encode()]).graph)).toEqual(after);
        // Nothing is asked twice, and there is nothing left to adopt.
        expect(pair.compare().conflicts).toEqual([]);
        const { graph } = document;
        pair.adopt();
        expect(document.graph).toBe(graph);
        if (after === before || JSON.stringify(after) === JSON.stringify(before)) return;
        document.undo();
        expect(said(document.graph)).toEqual(before);
        expect(pair.compare().conflicts).toEqual(conflicts);
        pair.adopt(new Map(chosen));
        expect(content(document.graph)).toEqual(content(graph));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('going on after an adoption', () => {
  it('adopts what was edited since, and only that: the base again becomes the scenario where it was left alone', () => {
    fc.assert(
      fc.property(fork, steps, steps, (start, first, second) => {
        const pair = forked(start);
        edit(pair.scenario, first);
        pair.adopt();
        edit(pair.scenario, second);
        expect(pair.compare().conflicts).toEqual([]);
        pair.adopt();
        expect(content(pair.base.document.graph)).toEqual(content(pair.scenario.document.graph));
      }),
      { numRuns: RUNS },
    );
  });

  it('holds the state before the fork point again once the adoption is undone, and the later one once it is redone', () => {
    fc.assert(
      fc.property(fork, steps, steps, (start, first, second) => {
        const pair = forked(start);
        const before = pair.fork;
        edit(pair.scenario, first);
        pair.adopt();
        const after = pair.fork;
        const adopted = pair.base.document.undoName !== undefined;
        if (adopted) pair.base.document.undo();
        expect(pair.fork).toBe(before);
        edit(pair.scenario, second);
        if (adopted) pair.base.document.redo();
        expect(pair.fork).toBe(after);
        if (adopted) pair.base.document.undo();
        pair.adopt();
        expect(content(pair.base.document.graph)).toEqual(content(pair.scenario.document.graph));
      }),
      { numRuns: RUNS },
    );
  });
});

it('going back to a round from before an adoption holds the earlier fork point again', () => {
  const base = editing(1);
  const pair = new Pair(base, 2);
  const { graph } = base.document;
  const before = pair.fork;
  pair.scenario.editor.run(addActor, { name: 'A', sector: 'other' });
  pair.adopt();
  expect(pair.fork).not.toBe(before);
  expect(base.document.graph.actors.size).toBe(1);
  base.editor.run(goBack, { name: 'round', graph });
  expect(pair.fork).toBe(before);
  pair.adopt();
  expect(base.document.graph.actors.size).toBe(1);
});

describe('bringing the base in', () => {
  it('and adopting then makes both maps alike but for places, however conflicts were decided', () => {
    fc.assert(
      fc.property(fork, steps, steps, fc.boolean(), (start, ours, theirs, byBase) => {
        const pair = forked(start);
        edit(pair.base, ours);
        edit(pair.scenario, theirs);
        pair.bringIn(pair.all(byBase ? 'base' : 'scenario'));
        expectWhole(pair.scenario.document.graph);
        expect(pair.compare().conflicts).toEqual([]);
        pair.adopt();
        expect(withoutPlaces(pair.base.document.graph)).toEqual(withoutPlaces(pair.scenario.document.graph));
      }),
      { numRuns: RUNS },
    );
  });

  it('is undone exactly, also after the scenario was adopted: adopting once more takes nothing of the base away', () => {
    fc.assert(
      fc.property(fork, steps, steps, (start, ours, theirs) => {
        const pair = forked(start);
        edit(pair.base, ours);
        edit(pair.scenario, theirs);
        pair.scenario.document.forgetSteps();
        const before = said(pair.scenario.document.graph);
        pair.bringIn(pair.all('scenario'));
        pair.adopt();
        const base = withoutPlaces(pair.base.document.graph);
        if (pair.scenario.document.undoName !== undefined) pair.scenario.document.undo();
        expect(said(pair.scenario.document.graph)).toEqual(before);
        pair.adopt(pair.all('scenario'));
        expect(withoutPlaces(pair.base.document.graph)).toEqual(base);
      }),
      { numRuns: RUNS },
    );
  });

  it('of a base that has not changed changes nothing', () => {
    fc.assert(
      fc.property(fork, steps, (start, theirs) => {
        const pair = forked(start);
        edit(pair.scenario, theirs);
        const { graph } = pair.scenario.document;
        pair.bringIn();
        expect(pair.scenario.document.graph).toBe(graph);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a scenario of a scenario', () => {
  it('is adopted into that scenario, and with it into the base', () => {
    fc.assert(
      fc.property(fork, steps, steps, (start, first, second) => {
        const outer = forked(start);
        edit(outer.scenario, first);
        const inner = new Pair(outer.scenario, 3);
        edit(inner.scenario, second);
        inner.adopt();
        outer.adopt();
        expect(content(outer.base.document.graph)).toEqual(content(inner.scenario.document.graph));
      }),
      { numRuns: RUNS },
    );
  });
});
