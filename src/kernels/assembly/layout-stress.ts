import { total } from './layout-lanes';
import { f32At, i32At } from './memory';

/** Keeps the direction from an actor in the same spot finite. */
const TINY: f32 = 1e-12;

/**
 * One round of stress majorisation (Gansner, Koren & North 2004) over the listed actors, each moved at once to where all
 * others want it. `distances` are rows of `stride` bytes, a multiple of four; 0 for the actor itself and for what fills
 * the row up, which have no say. Returns the sum of the squared moves.
 */
export function majorize(rows: usize, count: i32, stride: i32, distances: usize, x: usize, y: usize): f32 {
  const zero = i32x4.splat(0);
  const one = f32x4.splat(1);
  const tiny = f32x4.splat(TINY);
  let moved: f32 = 0;
  for (let r = 0; r < count; r++) {
    const i = i32At(rows, r);
    const row = distances + <usize>i * <usize>stride;
    const ownX = f32x4.splat(f32At(x, i));
    const ownY = f32x4.splat(f32At(y, i));
    let sumX = f32x4.splat(0);
    let sumY = f32x4.splat(0);
    let sumWeight = f32x4.splat(0);
    for (let j = 0; j < stride; j += 4) {
      const at = (<usize>j) << 2;
      const bytes = v128.load32_zero(row + <usize>j);
      const steps = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
      const wanted = f32x4.convert_i32x4_s(steps);
      const weight = v128.and(i32x4.ne(steps, zero), f32x4.div(one, f32x4.mul(wanted, wanted)));
      const otherX = v128.load(x + at);
      const otherY = v128.load(y + at);
      const dx = f32x4.sub(ownX, otherX);
      const dy = f32x4.sub(ownY, otherY);
      const squared = f32x4.add(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)), tiny);
      const stretch = f32x4.div(wanted, f32x4.sqrt(squared));
      sumX = f32x4.add(sumX, f32x4.mul(weight, f32x4.add(otherX, f32x4.mul(stretch, dx))));
      sumY = f32x4.add(sumY, f32x4.mul(weight, f32x4.add(otherY, f32x4.mul(stretch, dy))));
      sumWeight = f32x4.add(sumWeight, weight);
    }
    const all = total(sumWeight);
    if (!(all > 0)) continue;
    const nextX = total(sumX) / all;
    const nextY = total(sumY) / all;
    const movedX = nextX - f32At(x, i);
    const movedY = nextY - f32At(y, i);
    moved += movedX * movedX + movedY * movedY;
    store<f32>(x + ((<usize>i) << 2), nextX);
    store<f32>(y + ((<usize>i) << 2), nextY);
  }
  return moved;
}
