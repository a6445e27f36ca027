import { total } from './layout-lanes';
import { f32At, i32At } from './memory';

/** Keeps the force of two actors in one spot finite. */
const TINY: f32 = 1e-6;

/**
 * Adds to the forces on the listed actors the repulsion of every source, four sources at a time. The number of sources
 * is a multiple of four; those that fill it up have no mass. An actor does not repel itself: its distance is 0.
 */
function repel(
  bounded: bool,
  rows: usize,
  count: i32,
  x: usize,
  y: usize,
  sourceX: usize,
  sourceY: usize,
  sourceMass: usize,
  sources: i32,
  forceX: usize,
  forceY: usize,
): void {
  const end = (<usize>sources) << 2;
  const base = f32x4.splat(bounded ? 1 : TINY);
  for (let r = 0; r < count; r++) {
    const i = i32At(rows, r);
    const ownX = f32x4.splat(f32At(x, i));
    const ownY = f32x4.splat(f32At(y, i));
    let sumX = f32x4.splat(0);
    let sumY = f32x4.splat(0);
    for (let at: usize = 0; at < end; at += 16) {
      const dx = f32x4.sub(ownX, v128.load(sourceX + at));
      const dy = f32x4.sub(ownY, v128.load(sourceY + at));
      const squared = f32x4.add(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)), base);
      const divisor = bounded ? f32x4.mul(squared, squared) : squared;
      const push = f32x4.div(v128.load(sourceMass + at), divisor);
      sumX = f32x4.add(sumX, f32x4.mul(push, dx));
      sumY = f32x4.add(sumY, f32x4.mul(push, dy));
    }
    const at = (<usize>i) << 2;
    store<f32>(forceX + at, load<f32>(forceX + at) + total(sumX));
    store<f32>(forceY + at, load<f32>(forceY + at) + total(sumY));
  }
}

/** mass / d: the repulsion of ForceAtlas2 (Jacomy et al. 2014) on an actor of mass 1. */
export function repelFar(
  rows: usize,
  count: i32,
  x: usize,
  y: usize,
  sourceX: usize,
  sourceY: usize,
  sourceMass: usize,
  sources: i32,
  forceX: usize,
  forceY: usize,
): void {
  repel(false, rows, count, x, y, sourceX, sourceY, sourceMass, sources, forceX, forceY);
}

/** mass d / (1 + d^2)^2: the bounded repulsion of short range of the t-force (Zhong et al. 2023). */
export function repelNear(
  rows: usize,
  count: i32,
  x: usize,
  y: usize,
  sourceX: usize,
  sourceY: usize,
  sourceMass: usize,
  sources: i32,
  forceX: usize,
  forceY: usize,
): void {
  repel(true, rows, count, x, y, sourceX, sourceY, sourceMass, sources, forceX, forceY);
}
