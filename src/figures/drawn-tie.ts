import { tiePath } from '../scene/tie-path.ts';
import type { DrawnTie } from './content.ts';
import { tieElement, type Placement } from './marks.ts';

/**
 * A tie as it is drawn on paper; empty where its actors cover it.
 * @param wider how much wider than on the map all lines are
 */
export function drawnTie({ mark, source, target }: DrawnTie, placement: Placement, wider: number): string {
  const look =
    wider === 1
      ? mark
      : {
          ...mark,
          width: mark.width * wider,
          arrowSize: mark.arrowSize * wider,
          dash: mark.dash.map((length) => length * wider),
        };
  const path = tiePath(look, source, target);
  return path ? tieElement(look, path, placement) : '';
}
