import type { Graph, Position } from '../model/graph.ts';
import type { Scheme } from '../model/scheme.ts';
import { actorScales } from './actor-encoding.ts';
import { joinedLegend } from './joined-legend.ts';
import type { Legend } from './legend.ts';
import { unionOf, type Bounds } from './marks.ts';
import { joinedScale } from './number-scale.ts';
import { SceneBuilder, type Scene, type SceneInput } from './scene.ts';
import { tieScales } from './tie-encoding.ts';

/** Several states of one map as pictures in which the same look and the same place mean the same. */
export interface SharedScenes {
  /** In the order of the states. */
  readonly scenes: readonly Scene[];
  /** Of all of them. */
  readonly legend: Legend;
  /** Of everything that any of them draws. */
  readonly bounds: Bounds;
}

export type SharedInput = Pick<SceneInput, 'graph' | 'values'>;

/**
 * The first state is the base: its view says what stands for what, its scheme how things look, and its actors where they
 * stand. Groups found by a measure differ from state to state without meaning it, so they lend no colours here.
 *
 * @param builders one for each state: what they have wrapped and drawn before is not made again
 */
export function sharedScenes(
  states: readonly SharedInput[],
  common: Omit<SceneInput, keyof SharedInput | 'groups' | 'scales'>,
  builders: readonly SceneBuilder[] = [],
): SharedScenes {
  const graphs = alikeGraphs(states.map(({ graph }) => graph));
  const inputs = states.map(({ graph, values }, k): SceneInput => ({
    ...common,
    values,
    graph: graphs[k] ?? graph,
  }));
  const ofActors = inputs.map(actorScales);
  const ofTies = graphs.map(tieScales);
  const scales = {
    size: joinedScale(ofActors.map(({ size }) => size)),
    colour: joinedScale(ofActors.map(({ colour }) => colour)),
    weight: joinedScale(ofTies.map(({ weight }) => weight)),
    oneWay: ofTies.some(({ oneWay }) => oneWay),
    drawn: Math.max(0, ...ofTies.map(({ drawn }) => drawn)),
  };
  const scenes = inputs.map((input, k) => (builders[k] ?? new SceneBuilder()).build({ ...input, scales }));
  return {
    scenes,
    legend: joinedLegend(scenes.map(({ legend }) => legend)),
    // An empty map has no place of its own.
    bounds: unionOf(scenes.filter(({ actors }) => actors.length > 0).map(({ bounds }) => bounds)),
  };
}

/** The states under one view and one scheme, with every actor in one place: where the first state has it that knows it. */
function alikeGraphs(graphs: readonly Graph[]): readonly Graph[] {
  const [base] = graphs;
  if (!base) return [];
  const scheme = joinedScheme(graphs.map(({ scheme: own }) => own));
  const { colour } = base.view;
  const view = colour.kind === 'group' ? { ...base.view, colour: { kind: 'sector' } as const } : base.view;
  const places = new Map<string, Position>();
  for (const { actors } of graphs)
    for (const { id, position } of actors.values()) if (position && !places.has(id)) places.set(id, position);
  return graphs.map((graph) => ({
    ...graph,
    scheme,
    view,
    actors: placed(graph.actors, places),
  }));
}

/** Actors that stand where they are to be are the same objects. */
function placed(actors: Graph['actors'], places: ReadonlyMap<string, Position>): Graph['actors'] {
  const elsewhere = [...actors.values()].flatMap((actor) => {
    const position = places.get(actor.id);
    const stays = !position || (position[0] === actor.position?.[0] && position[1] === actor.position[1]);
    return stays ? [] : [[actor.id, { ...actor, position }] as const];
  });
  return elsewhere.length === 0 ? actors : new Map([...actors, ...elsewhere]);
}

/** The entries of the first, then what the others have besides. */
function joinedScheme(schemes: readonly Scheme[]): Scheme {
  const joined = <Entry extends { readonly id: string }>(
    of: (scheme: Scheme) => readonly Entry[],
  ): Entry[] => {
    const byId = new Map<string, Entry>();
    for (const scheme of schemes)
      for (const entry of of(scheme)) if (!byId.has(entry.id)) byId.set(entry.id, entry);
    return [...byId.values()];
  };
  return {
    sectors: joined(({ sectors }) => sectors),
    tieTypes: joined(({ tieTypes }) => tieTypes),
    resources: joined(({ resources }) => resources),
    fields: joined(({ fields }) => fields),
  };
}
