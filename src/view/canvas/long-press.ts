const HOLD_MS = 500;
/** A finger is never quite still. In pixels. */
const REACH = 10;

/** Calls `held` when a finger or pen rests on a surface; a second finger, moving or lifting calls it off. */
export function longPress(surface: HTMLElement, held: (event: PointerEvent) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed: PointerEvent | undefined;

  const callOff = (): void => {
    clearTimeout(timer);
    pressed = undefined;
  };
  const down = (event: PointerEvent): void => {
    const another = pressed !== undefined;
    callOff();
    if (another || event.pointerType === 'mouse' || event.button !== 0) return;
    pressed = event;
    timer = setTimeout(() => {
      pressed = undefined;
      held(event);
    }, HOLD_MS);
  };
  const moved = (event: PointerEvent): void => {
    if (!pressed || event.pointerId !== pressed.pointerId) return;
    if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > REACH) callOff();
  };
  const capture = { capture: true };
  surface.addEventListener('pointerdown', down, capture);
  surface.addEventListener('pointermove', moved, capture);
  surface.addEventListener('pointerup', callOff, capture);
  surface.addEventListener('pointercancel', callOff, capture);
  return () => {
    callOff();
    surface.removeEventListener('pointerdown', down, capture);
    surface.removeEventListener('pointermove', moved, capture);
    surface.removeEventListener('pointerup', callOff, capture);
    surface.removeEventListener('pointercancel', callOff, capture);
  };
}
