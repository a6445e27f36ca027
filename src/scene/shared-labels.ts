import type { DifferenceMarks } from './difference-marks.ts';
import { visibleLabels } from './labels.ts';
import type { ActorMark } from './marks.ts';

/** So many actors that differ have their names wherever they stand. */
const NAMED = 12;

/**
 * Ids of the actors that are named in pictures of several states: the same in each, and those that differ whatever is in
 * the way while they are few.
 *
 * @param pictures the actors of each state whose names may be shown
 * @param lit what differs in each
 * @param zoom of all pictures
 * @param scale how much larger than the map around it a name is drawn
 */
export function sharedLabels(
  pictures: readonly (readonly ActorMark[])[],
  lit: readonly DifferenceMarks[],
  zoom: number,
  scale: (mark: ActorMark) => number,
): ReadonlySet<string> {
  const marks = new Map<string, ActorMark>();
  for (const actors of pictures) for (const mark of actors) if (!marks.has(mark.id)) marks.set(mark.id, mark);
  const differing = new Set(lit.flatMap(({ actors }) => actors.map(({ mark: { id } }) => id)));
  return visibleLabels([...marks.values()], zoom, {
    minPixels: 0,
    scale,
    ...(differing.size <= NAMED && { always: differing }),
  });
}
