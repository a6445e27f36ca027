/**
 * The kernels of the layouts in plain TypeScript, for where there is no SIMD and as their oracle in tests. All arithmetic
 * is rounded to single precision and sums run in the order of the kernels' four lanes, so that both give the same bits.
 * (A sum, product, quotient or root of single-precision numbers taken in double precision and then rounded is exact.)
 */

const round = Math.fround;
const TINY = round(1e-6);
const TINIER = round(1e-12);
const LANES = 4;

export interface Sources {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly mass: Float32Array;
}

/** Twin of the kernels `repelFar` and, when `bounded`, `repelNear`. */
export function repel(
  bounded: boolean,
  rows: Int32Array,
  from: number,
  to: number,
  x: Float32Array,
  y: Float32Array,
  sources: Sources,
  count: number,
  forceX: Float32Array,
  forceY: Float32Array,
): void {
  const sumX = new Float32Array(LANES);
  const sumY = new Float32Array(LANES);
  const base = bounded ? 1 : TINY;
  for (let r = from; r < to; r++) {
    const i = rows[r]!;
    sumX.fill(0);
    sumY.fill(0);
    for (let j = 0; j < count; j++) {
      const dx = round(x[i]! - sources.x[j]!);
      const dy = round(y[i]! - sources.y[j]!);
      const squared = round(round(round(dx * dx) + round(dy * dy)) + base);
      const divisor = bounded ? round(squared * squared) : squared;
      const push = round(sources.mass[j]! / divisor);
      sumX[j % LANES] = sumX[j % LANES]! + round(push * dx);
      sumY[j % LANES] = sumY[j % LANES]! + round(push * dy);
    }
    forceX[i] = forceX[i]! + total(sumX);
    forceY[i] = forceY[i]! + total(sumY);
  }
}

/** Twin of the kernel of the same name. */
export function majorize(
  rows: Int32Array,
  from: number,
  to: number,
  stride: number,
  distances: Uint8Array,
  x: Float32Array,
  y: Float32Array,
): number {
  const sumX = new Float32Array(LANES);
  const sumY = new Float32Array(LANES);
  const sumWeight = new Float32Array(LANES);
  let moved = 0;
  for (let r = from; r < to; r++) {
    const i = rows[r]!;
    sumX.fill(0);
    sumY.fill(0);
    sumWeight.fill(0);
    for (let j = 0; j < stride; j++) {
      const wanted = distances[i * stride + j]!;
      if (wanted === 0) continue;
      const weight = round(1 / round(wanted * wanted));
      const dx = round(x[i]! - x[j]!);
      const dy = round(y[i]! - y[j]!);
      const squared = round(round(round(dx * dx) + round(dy * dy)) + TINIER);
      const stretch = round(wanted / round(Math.sqrt(squared)));
      const lane = j % LANES;
      sumX[lane] = sumX[lane]! + round(weight * round(x[j]! + round(stretch * dx)));
      sumY[lane] = sumY[lane]! + round(weight * round(y[j]! + round(stretch * dy)));
      sumWeight[lane] = sumWeight[lane]! + weight;
    }
    const all = total(sumWeight);
    if (!(all > 0)) continue;
    const nextX = round(total(sumX) / all);
    const nextY = round(total(sumY) / all);
    const movedX = round(nextX - x[i]!);
    const movedY = round(nextY - y[i]!);
    moved = round(moved + round(round(movedX * movedX) + round(movedY * movedY)));
    x[i] = nextX;
    y[i] = nextY;
  }
  return moved;
}

function total(lanes: Float32Array): number {
  return round(round(lanes[0]! + lanes[1]!) + round(lanes[2]! + lanes[3]!));
}
