import type { Core } from 'cytoscape';
import type { View } from '../../model/view.ts';
import { legibleScale, visibleLabels } from '../../scene/labels.ts';
import type { ActorMark } from '../../scene/marks.ts';
import type { Scene } from '../../scene/scene.ts';

/** Pixels. */
const SMALLEST_LETTERS = 11;
/** How much larger than on the map a label may be drawn when the map is seen from afar. */
const LARGEST_SCALE = 3;
/** Zoom counts in steps of this factor, so that zooming restyles the labels only now and then. */
const ZOOM_STEP = 1.12;

interface LabelRoom {
  /** The least height of letters in pixels; when absent as small as can be read at a desk. */
  readonly letters?: number | undefined;
  /** Who may be named at all; anybody when absent. */
  readonly among?: ReadonlySet<string> | undefined;
}

/**
 * Shows labels in order of importance, as many as have room at this zoom, and those of `always`.
 * @returns the actors whose labels are shown
 */
export function showLabels(
  core: Core,
  scene: Scene,
  labels: View['labels'],
  zoom: number,
  always: ReadonlySet<string>,
  { letters, among }: LabelRoom = {},
): ReadonlySet<string> {
  const step = ZOOM_STEP ** Math.floor(Math.log(zoom) / Math.log(ZOOM_STEP));
  const stepped = zoom >= 1 && letters === undefined ? 1 : step;
  const scale = (mark: ActorMark): number =>
    letters === undefined
      ? Math.min(LARGEST_SCALE, legibleScale(mark, stepped, SMALLEST_LETTERS))
      : legibleScale(mark, stepped, letters);
  const named = among ? scene.actors.filter(({ id }) => among.has(id)) : scene.actors;
  const shown =
    labels === 'all'
      ? new Set(named.map(({ id }) => id))
      : labels === 'none'
        ? always
        : visibleLabels(named, zoom, { always, scale });
  core.batch(() => {
    for (const node of core.nodes().toArray()) {
      const quiet = !shown.has(node.id());
      if (node.hasClass('quiet') !== quiet) node.toggleClass('quiet', quiet);
      const mark = quiet ? undefined : scene.actorById.get(node.id());
      if (mark && node.data('labelScale') !== scale(mark)) node.data('labelScale', scale(mark));
    }
  });
  return shown;
}
