import type { Position } from '../../model/graph.ts';
import { pinched, type Camera } from './camera.ts';

/**
 * Two fingers move and zoom the map, however close together they are. cytoscape takes two near ones for a call for a menu,
 * so it is not told how they move, nor how one of them goes on when the other is lifted.
 */
export function twoFingers(
  surface: HTMLElement,
  read: () => Camera,
  show: (camera: Camera) => void,
): () => void {
  let last: readonly [Position, Position] | undefined;
  let pinching = false;

  const fingers = (event: TouchEvent): readonly [Position, Position] | undefined => {
    const [a, b] = [event.touches[0], event.touches[1]];
    if (!a || !b) return undefined;
    const { left, top } = surface.getBoundingClientRect();
    return [
      [a.clientX - left, a.clientY - top],
      [b.clientX - left, b.clientY - top],
    ];
  };
  const changed = (event: TouchEvent): void => {
    last = fingers(event);
    if (last) pinching = true;
    if (event.touches.length === 0) pinching = false;
  };
  const moved = (event: TouchEvent): void => {
    if (!pinching) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
    const now = fingers(event);
    if (last && now) show(pinched(read(), last, now));
    last = now;
  };
  const capture = { capture: true };
  surface.addEventListener('touchstart', changed, { capture: true, passive: true });
  surface.addEventListener('touchmove', moved, { capture: true, passive: false });
  surface.addEventListener('touchend', changed, capture);
  surface.addEventListener('touchcancel', changed, capture);
  return () => {
    surface.removeEventListener('touchstart', changed, capture);
    surface.removeEventListener('touchmove', moved, capture);
    surface.removeEventListener('touchend', changed, capture);
    surface.removeEventListener('touchcancel', changed, capture);
  };
}
