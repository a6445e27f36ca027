import { failed, ok, type Result } from '../base/result.ts';
import type { Localized } from '../base/localized.ts';
import { MapDocument } from '../model/document.ts';
import type { Write } from '../model/write.ts';
import { Editor } from '../model/editor.ts';
import type { Command, Environment } from '../model/commands/command.ts';
import { remove, type RemoveArgs } from '../model/commands/remove.ts';
import type { Draft } from '../model/draft.ts';
import type { Graph } from '../model/graph.ts';
import { mapPieces } from '../model/make.ts';
import { freeColour } from '../model/scenario/colours.ts';
import { pointInForce, type ForkPoint } from '../model/scenario/fork-point.ts';
import { comparing, type ThreeWay } from '../model/scenario/three-way.ts';
import type { LibraryEntry } from '../storage/library-entry.ts';
import { newId } from '../storage/new-id.ts';
import { nextTask } from '../storage/next-task.ts';
import { Kept } from './kept.ts';
import { roundGraph, roundText } from './round-files.ts';
import { family, type OpenMap } from './scenario-family.ts';
import { scenarios } from './scenario-store.ts';

/** What a scenario starts with: another state of its base, or its base with these writes carried out. */
export type Start = { readonly graph: Graph } | { readonly writes: readonly Write[] };

/**
 * Makes and stores a scenario of the open map, forked at its present state. It is not opened.
 * @param start the present state where absent
 */
export async function makeScenario(
  base: OpenMap,
  name: string,
  start: Start = { graph: base.now },
): Promise<Result<LibraryEntry>> {
  const fork = base.now;
  const relatives = await family(base);
  const taken = relatives.ok ? relatives.value.map(({ colour }) => colour) : [];
  const made = await documentOf(named('graph' in start ? start.graph : fork, name), start);
  if (!made.ok) return made;
  const { updates, graph } = made.value;
  return scenarios.make({
    id: newId(),
    updates,
    facts: { title: name, actors: graph.actors.size, ties: graph.ties.size },
    link: { base: base.id, colour: freeColour(taken) },
    point: { id: newId(), kind: 'fork', number: 0, after: [], map: await roundText(fork) },
  });
}

/** Makes and stores a scenario of the open map without these actors and ties. */
export async function makeScenarioWithout(
  base: OpenMap,
  name: string,
  loss: RemoveArgs,
): Promise<Result<LibraryEntry>> {
  const planned = remove.plan(base.now, loss, NOBODY_NEW);
  return planned.ok ? makeScenario(base, name, { writes: planned.value.writes }) : planned;
}

/** For steps that bring no actors: none of them needs a place. */
const NOBODY_NEW: Environment = { newId, place: (_graph, requests) => requests.map(() => [0, 0]) };

/** The state under its own name, without the marks of scenarios that its base has adopted. */
function named(graph: Graph, title: string): Graph {
  const { adopted: _adopted, brought: _brought, ...info } = graph.info;
  return { ...graph, info: { ...info, title } };
}

const START: Localized = { en: 'Start of the scenario', zh: '情景的起点' };

async function documentOf(
  state: Graph,
  start: Start,
): Promise<Result<{ readonly updates: readonly Uint8Array[]; readonly graph: Graph }>> {
  const { graphToDraft } = await import('../formats/own-write.ts');
  const updates = await pieces(graphToDraft(state));
  if (!('writes' in start)) return ok({ updates, graph: state });
  const document = new MapDocument();
  await document.load(updates, nextTask);
  document.onUpdate((update) => updates.push(update));
  const step: Command<readonly Write[]> = {
    id: 'start-scenario',
    title: START,
    keys: [],
    available: () => true,
    plan: (_graph, writes) => ok({ step: START, writes }),
  };
  const done = new Editor(document, NOBODY_NEW).run(step, start.writes);
  const { graph } = document;
  document.destroy();
  return done.ok ? ok({ updates, graph }) : failed(done.problem);
}

/** The bytes of a new map; a large one does not freeze the page. */
async function pieces(draft: Draft): Promise<Uint8Array[]> {
  const made: Uint8Array[] = [];
  for (const piece of mapPieces(draft)) {
    made.push(piece);
    await nextTask();
  }
  return made;
}

/** Compares a base with its scenario in turns with the page. */
export async function compareInTurns(fork: Graph, base: Graph, scenario: Graph): Promise<ThreeWay> {
  const steps = comparing(fork, base, scenario);
  let step = steps.next();
  while (!step.done) {
    await nextTask();
    step = steps.next();
  }
  return step.value;
}

/** The state that a base and its scenario have in common, and the points that tell which it is. */
export interface CommonState {
  readonly graph: Graph;
  readonly points: readonly ForkPoint[];
}

/** Points never change: each is read once. */
const read = new Kept<Graph>();

/** @param id of the scenario */
export async function commonState(id: string, base: Graph, scenario: Graph): Promise<Result<CommonState>> {
  const listed = await scenarios.points(id);
  if (!listed.ok) return listed;
  const points = listed.value;
  const point = pointInForce(points, base.info, scenario.info)?.id ?? '';
  const known = read.get(point);
  if (known) return ok({ graph: known, points });
  const text = await scenarios.pointMap(id, point);
  const graph = text.ok ? await roundGraph(text.value) : text;
  if (!graph.ok) return graph;
  read.set(point, graph.value);
  return ok({ graph: graph.value, points });
}
