import type { ActorMark } from '../scene/marks.ts';
import type { Scene } from '../scene/scene.ts';

/** A map is never drawn larger than so that letters of 11 units have the size of the legend's. */
const UNITS = 11;

/**
 * The scene with no name larger than a journal allows, however large the map is drawn.
 * @param mostPoints the largest text
 * @param fontPoints of the legend
 */
export function withNamesUpTo(scene: Scene, mostPoints: number, fontPoints: number): Scene {
  const most = (mostPoints * UNITS) / fontPoints;
  const actors = scene.actors.map((mark) => capped(mark, most));
  return { ...scene, actors, actorById: new Map(actors.map((mark) => [mark.id, mark])) };
}

function capped(mark: ActorMark, most: number): ActorMark {
  const { label } = mark;
  const part = most / label.fontSize;
  if (part >= 1) return mark;
  return {
    ...mark,
    label: {
      ...label,
      fontSize: most,
      lineHeight: label.lineHeight * part,
      ascent: label.ascent * part,
      width: label.width * part,
      height: label.height * part,
      haloWidth: label.haloWidth * part,
    },
  };
}
