import { layoutById } from '../layout/registry.ts';
import { FORCE_LAYOUT } from '../layout/force.ts';
import { layoutInput, type LayoutInput } from '../layout/layout.ts';
import { placeNew } from '../layout/place.ts';
import type { ActorSize } from '../layout/size.ts';
import type { Actor, Graph, Position } from '../model/graph.ts';
import type { View } from '../model/view.ts';
import { networkInput } from '../network/network.ts';
import type { Scene } from '../scene/scene.ts';

/** The same map gives the same picture each time, here and in the app. */
const SEED = 1;

/**
 * The map with a place for every actor: where nobody has one all are arranged, by the layout that the map names; else
 * those without are put beside their partners and nobody moves. The same map gives the same places.
 * @param scenes of the map as it is drawn: how large its actors are at most
 */
function* placedGraph(graph: Graph, scenes: () => readonly Scene[]): Generator<number, Graph, void> {
  const waiting = [...graph.actors.values()].filter(({ position }) => !position).map(({ id }) => id);
  if (waiting.length === 0) return graph;
  const sizeOf = sizesIn(scenes());
  const places =
    waiting.length < graph.actors.size
      ? placeNew(graph, waiting, { sizeOf })
      : yield* arranged(graph, sizeOf);
  return withPlaces(graph, places);
}

/** States of one map with a place for every actor of any of them: a newcomer has one place in all that know it. */
export function* placedStates(
  graphs: readonly Graph[],
  scenes: (union: Graph) => readonly Scene[],
): Generator<number, readonly Graph[], void> {
  const [first] = graphs;
  if (!first) return graphs;
  // What an earlier state says of an actor comes before what a later one says, as in pictures that share places.
  const later = [...graphs].reverse();
  const actors = new Map<string, Actor>();
  for (const graph of later)
    for (const actor of graph.actors.values()) {
      const known = actors.get(actor.id);
      actors.set(
        actor.id,
        actor.position || !known?.position ? actor : { ...actor, position: known.position },
      );
    }
  const union: Graph = {
    ...first,
    actors,
    ties: new Map(later.flatMap(({ ties }) => [...ties])),
  };
  const placed = yield* placedGraph(union, () => scenes(union));
  const places = new Map(
    [...placed.actors.values()].flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
  );
  return graphs.map((graph) => withPlaces(graph, places));
}

/** Those that have a place keep it. */
function withPlaces(graph: Graph, places: ReadonlyMap<string, Position>): Graph {
  const actors = [...graph.actors].map(([id, actor]): [string, Actor] => {
    const position = actor.position ?? places.get(id);
    return [id, position && !actor.position ? { ...actor, position } : actor];
  });
  return { ...graph, actors: new Map(actors) };
}

/** As large as an actor is in any of the pictures: names differ from language to language. */
function sizesIn(scenes: readonly Scene[]): (actor: Actor) => ActorSize {
  return ({ id }) => {
    const marks = scenes.flatMap(({ actorById }) => actorById.get(id) ?? []);
    if (marks.length === 0) return { radius: 16, labelWidth: 80, labelHeight: 18 };
    return {
      radius: Math.max(...marks.map(({ width, height }) => Math.max(width, height) / 2)),
      labelWidth: Math.max(...marks.map(({ label }) => label.width)),
      labelHeight: Math.max(...marks.map(({ height, label }) => label.top - height / 2 + label.height)),
    };
  };
}

/** The layout that places the actors of a map where nobody has a place: the one that it names, or by forces where it is too large for that. */
export function layoutOf({ view, actors }: Pick<Graph, 'view' | 'actors'>): View['layout'] {
  const named = layoutById(view.layout.id);
  const suits = named !== undefined && actors.size <= (named.limit ?? Infinity);
  return suits ? view.layout : { id: FORCE_LAYOUT.id, options: {} };
}

function* arranged(
  graph: Graph,
  sizeOf: (actor: Actor) => ActorSize,
): Generator<number, ReadonlyMap<string, Position>, void> {
  const { regions, measures, ignoreDirection, ignoreWeights } = graph.view;
  const { id, options } = layoutOf(graph);
  const layout = layoutById(id) ?? FORCE_LAYOUT;
  const input: LayoutInput = {
    ...layoutInput(graph, sizeOf, SEED, regions),
    ...(layout.readsNiches && {
      niches: { network: networkInput(graph), options: { ...measures, ignoreDirection, ignoreWeights } },
    }),
  };
  const steps = layout.run(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const { x, y } = step.value;
      // As layouts are written into maps: to a tenth.
      const tenth = (value = 0): number => Math.round(value * 10) / 10;
      return new Map(input.ids.map((id, k): [string, Position] => [id, [tenth(x[k]), tenth(y[k])]]));
    }
    if (typeof step.value === 'number') yield step.value;
  }
}
