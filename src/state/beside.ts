import type { Actor, Graph, Position } from '../model/graph.ts';

/** Map units between what is there and what comes. */
const GAP = 220;

/**
 * Places for what joins a map: the picture that it makes by itself, set to the right of what is there, so that nothing
 * lies over another and nobody moves.
 */
export function placedBeside(
  graph: Graph,
  actors: readonly Actor[],
  places: ReadonlyMap<string, Position>,
): readonly Actor[] {
  const there = boxOf([...graph.actors.values()].flatMap(({ position }) => (position ? [position] : [])));
  const coming = boxOf([...places.values()]);
  const [dx, dy] =
    there && coming
      ? [there.right + GAP - coming.left, (there.top + there.bottom - coming.top - coming.bottom) / 2]
      : [0, 0];
  return actors.map((actor) => {
    const place = places.get(actor.id);
    return place ? { ...actor, position: [place[0] + dx, place[1] + dy] } : actor;
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(places: readonly Position[]): Box | undefined {
  const [first, ...rest] = places;
  if (!first) return undefined;
  return rest.reduce<Box>(
    ({ left, right, top, bottom }, [x, y]) => ({
      left: Math.min(left, x),
      right: Math.max(right, x),
      top: Math.min(top, y),
      bottom: Math.max(bottom, y),
    }),
    { left: first[0], right: first[0], top: first[1], bottom: first[1] },
  );
}
