import type { Boxes } from './box.ts';
import type { Part } from './parts.ts';

/**
 * This share of the actors are free of all others at the scale that fits, the rest are pushed apart: most where marks stand
 * alone, so that ties between them can be followed; fewer the more room labels take, which may cover a tie.
 */
const FREE = 0.75;

/** How much of what the actors cover is marks, in (0, 1]. */
function markShare({ halfWidth, above, below }: Boxes): number {
  let marks = 0;
  let boxes = 0;
  for (let i = 0; i < halfWidth.length; i++) {
    marks += 4 * above[i]! * above[i]!;
    boxes += 2 * halfWidth[i]! * (above[i]! + below[i]!);
  }
  return boxes > 0 ? marks / boxes : 1;
}

/**
 * The factor by which a picture must grow for most boxes to be free of each other. Two boxes are free of each other once
 * they are along one axis. From a `sample` of actors, evenly spread over the order of ids.
 */
export function fittingScale(boxes: Boxes, x: Float32Array, y: Float32Array, sample: number): number {
  const { halfWidth, above, below } = boxes;
  const n = halfWidth.length;
  const stride = Math.ceil(n / sample);
  const scales: number[] = [];
  for (let i = 0; i < n; i += stride) {
    let most = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const dx = Math.abs(x[i]! - x[j]!);
      const dy = y[j]! - y[i]!;
      const width = halfWidth[i]! + halfWidth[j]!;
      const height = dy > 0 ? below[i]! + above[j]! : below[j]! + above[i]!;
      // scale = min(width / dx, height / |dy|); a picture in one spot has none
      const free = Math.max(dx / width, Math.abs(dy) / height);
      if (free > 0) most = Math.max(most, 1 / free);
    }
    if (most > 0) scales.push(most);
  }
  const marks = markShare(boxes);
  scales.sort((p, q) => p - q);
  return scales[Math.floor(FREE * marks * marks * scales.length)] ?? 1;
}

/** So much of most ties should be seen between the marks that they join, in map units. */
const SEEN = 36;

/** The factor by which a picture must grow for half of its ties to be seen. From a `sample` of ties, evenly spread. */
export function tieScale(
  { first, second }: Pick<Part, 'first' | 'second'>,
  radius: Float64Array,
  x: Float32Array,
  y: Float32Array,
  sample: number,
): number {
  const stride = Math.max(1, Math.ceil(first.length / sample));
  const scales: number[] = [];
  for (let t = 0; t < first.length; t += stride) {
    const i = first[t]!;
    const j = second[t]!;
    const length = Math.sqrt((x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2);
    if (length > 0) scales.push((radius[i]! + SEEN + radius[j]!) / length);
  }
  scales.sort((p, q) => p - q);
  return scales[scales.length >> 1] ?? 0;
}
