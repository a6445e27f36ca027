import type { Localized } from '../base/localized.ts';
import { placeNewcomers } from '../layout/place.ts';
import type { ActorSize } from '../layout/size.ts';
import type { Command } from '../model/commands/command.ts';
import { joinDraft } from '../model/commands/join-draft.ts';
import { moveActors } from '../model/commands/move-actors.ts';
import { MapDocument } from '../model/document.ts';
import type { Draft } from '../model/draft.ts';
import type { Actor, Graph, Position } from '../model/graph.ts';
import { mapUpdates } from '../model/make.ts';
import { nextTask } from '../storage/next-task.ts';
import { ArrangingState } from './arranging.svelte.ts';
import { placedBeside } from './beside.ts';
import { notices } from './notices.svelte.ts';

/** What placing needs of an open map. */
interface PlacedMap {
  readonly graph: Graph;
  readonly centre: Position;
  readonly readOnly: boolean;
  readonly arranging: ArrangingState;
  sizeOf(actor: Actor): ActorSize;
  run<Args>(command: Command<Args>, args: Args, options?: { readonly keepSelection?: boolean }): boolean;
}

const IN_PLACE = { en: 'They are in place already', zh: '位置已经合适，无需移动' };

/** Lays the whole map out anew, shown on its way; one undo step. */
export async function arrange(map: PlacedMap): Promise<void> {
  const positions = await map.arranging.run(map.graph, (actor) => map.sizeOf(actor));
  const step = { en: 'Arrange the map', zh: '重新布局' };
  if (positions) map.run(moveActors, { positions, step }, { keepSelection: true });
  map.arranging.clear();
}

/**
 * Moves these actors, or all, to where the forces of their ties want them, from where they are: the others stay, to the
 * bit. One undo step.
 */
export async function tidy(map: PlacedMap, actors?: ReadonlySet<string>): Promise<void> {
  if (map.readOnly) return;
  const ids = actors ?? new Set(map.graph.actors.keys());
  const places = await map.arranging.run(map.graph, (actor) => map.sizeOf(actor), ids);
  map.arranging.clear();
  if (!places) return;
  const positions = new Map(
    [...places].filter(([id, [x, y]]) => {
      const now = map.graph.actors.get(id)?.position;
      return ids.has(id) && (now?.[0] !== x || now[1] !== y);
    }),
  );
  if (positions.size === 0) notices.info(IN_PLACE);
  else map.run(moveActors, { positions, step: tidyStep(actors && positions.size) }, { keepSelection: true });
}

/** Where a new actor with these partners would go: moves nobody. */
export function placeBeside(map: PlacedMap, partners: readonly string[]): Position {
  const place = placeNewcomers(map.graph, [{ id: '', partners }], {
    near: map.centre,
    sizeOf: (actor) => map.sizeOf(actor),
  }).get('');
  return place ?? map.centre;
}

/**
 * Takes in the content of a file as one step: beside what is there, and nobody moves. `byName` gives what the file says of
 * actors that the map has to them.
 */
export async function join(map: PlacedMap, draft: Draft, name: string, byName: boolean): Promise<void> {
  const document = new MapDocument();
  await document.load(mapUpdates(draft), nextTask);
  const places = new Map<string, Position>(
    draft.actors.flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
  );
  if (places.size < draft.actors.length) {
    const arranging = new ArrangingState();
    const found = await arranging.run(document.graph, (actor) => map.sizeOf(actor));
    arranging.close();
    for (const [id, place] of found ?? []) places.set(id, place);
  }
  document.destroy();
  const actors = placedBeside(map.graph, draft.actors, places);
  map.run(joinDraft, { draft: { ...draft, actors }, name, byName });
}

/** @param count of the actors that moved; all of the map without it */
function tidyStep(count: number | undefined): Localized {
  if (count === undefined) return { en: 'Tidy the map', zh: '整理全图位置' };
  return count === 1
    ? { en: 'Tidy 1 actor', zh: '整理 1 个主体的位置' }
    : { en: `Tidy ${count} actors`, zh: `整理 ${count} 个主体的位置` };
}
