/** A rotation or reflection about a centre, then a move: (x, y) -> ((x, y) - from) * matrix + to. */
export interface Motion {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

export const STILL: Motion = { fromX: 0, fromY: 0, toX: 0, toY: 0, xx: 1, xy: 0, yx: 0, yy: 1 };

/**
 * The rigid motion that brings the points closest to their goals in the sense of least squares, without scaling:
 * orthogonal Procrustes analysis (Schönemann 1966), solved in closed form in the plane. `upright` allows flips alone,
 * so that what lay along an axis still does. Points whose goal is NaN have no say; `STILL` when none has one.
 */
export function procrustes(
  x: Float64Array,
  y: Float64Array,
  goalX: Float64Array,
  goalY: Float64Array,
  upright = false,
): Motion {
  let count = 0;
  let fromX = 0;
  let fromY = 0;
  let toX = 0;
  let toY = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(goalX[i]!) || Number.isNaN(goalY[i]!)) continue;
    count++;
    fromX += x[i]!;
    fromY += y[i]!;
    toX += goalX[i]!;
    toY += goalY[i]!;
  }
  if (count === 0) return STILL;
  fromX /= count;
  fromY /= count;
  toX /= count;
  toY /= count;
  let xx = 0;
  let xy = 0;
  let yx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(goalX[i]!) || Number.isNaN(goalY[i]!)) continue;
    const px = x[i]! - fromX;
    const py = y[i]! - fromY;
    const qx = goalX[i]! - toX;
    const qy = goalY[i]! - toY;
    xx += px * qx;
    xy += px * qy;
    yx += py * qx;
    yy += py * qy;
  }
  const centres = { fromX, fromY, toX, toY };
  if (upright) return { ...centres, xx: xx < 0 ? -1 : 1, xy: 0, yx: 0, yy: yy < 0 ? -1 : 1 };
  // The best rotation has cosine and sine along (xx + yy, xy - yx), the best reflection along (xx - yy, xy + yx).
  const turn = Math.sqrt((xx + yy) * (xx + yy) + (xy - yx) * (xy - yx));
  const flip = Math.sqrt((xx - yy) * (xx - yy) + (xy + yx) * (xy + yx));
  // A reflection must be clearly better: of two nearly equal motions, the one that mirrors nothing is easier to follow.
  if (flip > 1.0001 * turn) {
    const cosine = (xx - yy) / flip;
    const sine = (xy + yx) / flip;
    return { ...centres, xx: cosine, xy: sine, yx: sine, yy: -cosine };
  }
  if (turn === 0) return { ...centres, xx: 1, xy: 0, yx: 0, yy: 1 };
  const cosine = (xx + yy) / turn;
  const sine = (xy - yx) / turn;
  return { ...centres, xx: cosine, xy: sine, yx: -sine, yy: cosine };
}

/** Moves the points where they are stored. */
export function move(motion: Motion, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const px = x[i]! - motion.fromX;
    const py = y[i]! - motion.fromY;
    x[i] = px * motion.xx + py * motion.yx + motion.toX;
    y[i] = px * motion.xy + py * motion.yy + motion.toY;
  }
}
