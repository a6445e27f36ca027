/** The shape of a screen: maps are packed towards this ratio of width to height. */
export const ASPECT = 1.6;

/** A rectangle with its upper left corner at (x, y). */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shape = Pick<Rectangle, 'width' | 'height'>;

/**
 * Where a new rectangle fits best against those already placed, `gap` away from each: the spot that lets the whole grow
 * least towards a wide screen, then the one nearest to the middle of the first. Of several shapes the best is taken.
 */
export function nextPlace(placed: readonly Rectangle[], shapes: readonly Shape[], gap: number): Rectangle {
  const anchor = placed[0];
  let best: Rectangle | undefined;
  let leastGrowth = Infinity;
  let leastDistance = Infinity;
  for (const { width, height } of shapes) {
    for (const [x, y] of anchor
      ? spotsAround(placed, width, height, gap)
      : [[-width / 2, -height / 2] as const]) {
      const spot = { x, y, width, height };
      if (placed.some((other) => near(spot, other, 0.99 * gap))) continue;
      const growth = extent([...placed, spot]);
      const dx = anchor ? x + width / 2 - anchor.x - anchor.width / 2 : 0;
      const dy = anchor ? y + height / 2 - anchor.y - anchor.height / 2 : 0;
      const distance = dx * dx + dy * dy;
      if (growth > leastGrowth || (growth === leastGrowth && distance >= leastDistance)) continue;
      best = spot;
      leastGrowth = growth;
      leastDistance = distance;
    }
  }
  // A spot beside the outermost rectangle is always free, so this is for an empty list of shapes alone.
  return best ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Below and right of each rectangle, as one reads: centred and flush with either end. */
function spotsAround(
  placed: readonly Rectangle[],
  width: number,
  height: number,
  gap: number,
): (readonly [x: number, y: number])[] {
  return placed.flatMap((other) => {
    const right = other.x + other.width;
    const bottom = other.y + other.height;
    const across = [other.x + (other.width - width) / 2, other.x, right - width];
    const down = [other.y + (other.height - height) / 2, other.y, bottom - height];
    return [...across.map((x) => [x, bottom + gap] as const), ...down.map((y) => [right + gap, y] as const)];
  });
}

function near(a: Rectangle, b: Rectangle, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** The height of the smallest screen of the wanted shape that shows all. */
function extent(rectangles: readonly Rectangle[]): number {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return Math.max((right - left) / ASPECT, bottom - top);
}

/** Lays shapes out in rows, left to right, towards the shape of a screen. Corners relative to the upper left. */
export function rows(
  shapes: readonly Shape[],
  gap: number,
): { spots: { x: number; y: number }[]; whole: Shape } {
  let area = 0;
  let widest = 0;
  for (const { width, height } of shapes) {
    area += (width + gap) * (height + gap);
    widest = Math.max(widest, width);
  }
  const limit = Math.max(widest, Math.sqrt(area * ASPECT));
  const whole = { width: 0, height: 0 };
  let x = 0;
  let y = 0;
  const spots = shapes.map(({ width, height }) => {
    if (x > 0 && x + width > limit) {
      x = 0;
      y = whole.height + gap;
    }
    const spot = { x, y };
    whole.width = Math.max(whole.width, x + width);
    whole.height = Math.max(whole.height, y + height);
    x += width + gap;
    return spot;
  });
  return { spots, whole };
}
