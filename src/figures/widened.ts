import type { ActorMark } from '../scene/marks.ts';
import type { Scene } from '../scene/scene.ts';

/** The scene as it is laid out in a font that is so many times as wide as the one its labels were measured with. */
export function widened(scene: Scene, width: number): Scene {
  if (width === 1) return scene;
  const actors = scene.actors.map((mark): ActorMark => ({
    ...mark,
    label: { ...mark.label, width: mark.label.width * width },
  }));
  return { ...scene, actors, actorById: new Map(actors.map((mark) => [mark.id, mark])) };
}
