import type { Entry } from '../model/entry-parts.ts';
import type { Actor, Graph } from '../model/graph.ts';
import { nearActor } from '../model/near-names.ts';
import { Slice } from './slice.ts';

/** A pasted name that is new to the map and near to one that it has. */
export interface PastedNear {
  readonly typed: string;
  readonly actor: Actor;
}

/** As many new names are compared, and as many found are asked about: nobody reads more. */
const MOST_NEW = 500;
const MOST_FOUND = 12;

/** An actor that is named by its own name too is not meant by another. Undefined where `stopped` says so. */
export async function nearPasted(
  { actors }: Entry,
  graph: Graph,
  stopped: () => boolean,
): Promise<readonly PastedNear[] | undefined> {
  const there = new Set(actors.map(({ existing }) => existing?.id));
  const found: PastedNear[] = [];
  const slice = new Slice();
  for (const { name } of actors.filter(({ existing }) => !existing).slice(0, MOST_NEW)) {
    if (found.length === MOST_FOUND) break;
    const actor = nearActor(graph, name);
    if (actor && !there.has(actor.id)) found.push({ typed: name, actor });
    if (slice.over) await slice.rest();
    if (stopped()) return undefined;
  }
  return found;
}
