import type { Field } from './field.ts';
import { degreeOf, type Part } from './parts.ts';

/** Attraction at any distance, which keeps distant partners in sight of each other. */
const FAR_PULL = 0.1;
/** Of the speed, what is left after a round. */
const MOMENTUM = 0.6;

/** Towards the middle line, per unit of height. */
const GRAVITY = 0.02;
/** Width to height from which on a picture is not pressed down. */
const WIDE = 1.4;

export interface TForceOptions {
  readonly rounds: number;
  /** How far actors move in the first round; falls to a twentieth of it. */
  readonly energy: number;
  /** Attraction between near partners: the higher, the tighter the clusters. */
  readonly tightness: number;
  /** Presses a picture down until it is wide, as screens are. */
  readonly flatten?: boolean;
  /** The only ones to move. */
  readonly movable?: Int32Array;
  /** Called after each round with the share of it that is done in (0, 1]; may move actors. */
  readonly afterRound?: (done: number) => void;
}

/** How strongly the tie of each pair pulls: 1 at the mean weight, from 0.6 for a light one to 1.4 for a heavy one. */
export function pullOf(part: Part): Float64Array {
  const mean = part.weight.reduce((sum, weight) => sum + weight, 0) / part.weight.length;
  return part.weight.map((weight) => 0.6 + (0.8 * (weight / mean)) / (1 + weight / mean));
}

/**
 * Forces after Student's t-distribution (t-FDP: Zhong, Xue, Zhang et al. 2023): actors repel each other by d / (1 + d^2)^2,
 * which is bounded and of short range, and ties attract by (0.1 + tightness / (1 + d^2)) d, so that partners come close
 * without crushing what is near them. Cools down as it goes. Yields true after each round, false within one. `pull` has
 * the strength of each pair's tie.
 */
export function* tForce(
  part: Part,
  field: Field,
  pull: Float64Array,
  options: TForceOptions,
): Generator<boolean, void, void> {
  const { rounds, tightness, flatten = false, movable, afterRound } = options;
  const { n, x, y, mass, forceX, forceY } = field;
  const { first, second } = part;
  const rows = movable ?? Int32Array.from({ length: n }, (_, i) => i);
  const speedX = new Float64Array(n);
  const speedY = new Float64Array(n);
  const cooling = 1 - 3 / Math.max(4, rounds);
  let energy = options.energy;
  mass.fill(1, 0, n);
  for (let round = 1; round <= rounds; round++) {
    for (const _ of field.repel(true, movable)) yield false;
    for (let p = 0; p < first.length; p++) {
      const a = first[p]!;
      const b = second[p]!;
      const dx = x[b]! - x[a]!;
      const dy = y[b]! - y[a]!;
      const strength = pull[p]! * attraction(dx * dx + dy * dy, tightness);
      forceX[a]! += strength * dx;
      forceY[a]! += strength * dy;
      forceX[b]! -= strength * dx;
      forceY[b]! -= strength * dy;
    }
    const gravity = flatten && !isWide(field) ? GRAVITY : 0;
    for (let r = 0; r < rows.length; r++) {
      const i = rows[r]!;
      // Those with many ties feel many forces at a time: they move by a share of them.
      const step = energy / (1 + 0.5 * (FAR_PULL + tightness) * degreeOf(part, i));
      speedX[i] = MOMENTUM * (speedX[i]! + step * forceX[i]!);
      speedY[i] = MOMENTUM * (speedY[i]! + step * (forceY[i]! - gravity * y[i]!));
      x[i]! += speedX[i]!;
      y[i]! += speedY[i]!;
    }
    energy *= cooling;
    afterRound?.(round / rounds);
    yield true;
  }
}

/** Whether a picture, its middle near the origin, has the shape of a screen or is wider. */
function isWide({ n, x, y }: Field): boolean {
  let width = 0;
  let height = 0;
  for (let i = 0; i < n; i++) {
    width += x[i]! * x[i]!;
    height += y[i]! * y[i]!;
  }
  return width > WIDE * WIDE * height;
}

/** Per unit of distance, at a squared distance. */
function attraction(squared: number, tightness: number): number {
  return FAR_PULL + tightness / (1 + squared);
}

/** Rows that stand for all, and halvings of the range of scales, when the scale of a picture is looked for. */
const SAMPLE = 48;
const HALVINGS = 16;

/**
 * Map units per unit of the t-force at which a picture is at rest as a whole: where repulsion spreads it as much as ties
 * contract it (the virials are equal). From a sample of actors, evenly spread over the order of ids; ties without pull have
 * no say.
 */
export function scaleAtRest(
  part: Part,
  pull: Float64Array,
  tightness: number,
  x: Float64Array,
  y: Float64Array,
): number {
  const n = x.length;
  let length = 0;
  let counted = 0;
  for (let p = 0; p < part.first.length; p++) {
    if (pull[p] === 0) continue;
    const dx = x[part.first[p]!]! - x[part.second[p]!]!;
    const dy = y[part.first[p]!]! - y[part.second[p]!]!;
    length += Math.sqrt(dx * dx + dy * dy);
    counted++;
  }
  if (!(length > 0)) return 1;
  length /= counted;
  const stride = Math.max(1, Math.ceil(n / SAMPLE));
  const share = Math.ceil(n / stride) / n;
  const expansion = (scale: number): number => {
    const shrink = 1 / (scale * scale);
    let sum = 0;
    for (let i = 0; i < n; i += stride) {
      for (let j = 0; j < n; j++) {
        const dx = x[i]! - x[j]!;
        const dy = y[i]! - y[j]!;
        const squared = shrink * (dx * dx + dy * dy);
        sum += squared / ((1 + squared) * (1 + squared));
      }
    }
    for (let p = 0; p < part.first.length; p++) {
      const dx = x[part.first[p]!]! - x[part.second[p]!]!;
      const dy = y[part.first[p]!]! - y[part.second[p]!]!;
      const squared = shrink * (dx * dx + dy * dy);
      sum -= 2 * share * pull[p]! * attraction(squared, tightness) * squared;
    }
    return sum;
  };
  // The larger the scale, the closer all seem, and the more they repel each other.
  let low = length / 20;
  let high = length * 5;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = Math.sqrt(low * high);
    if (expansion(middle) > 0) high = middle;
    else low = middle;
  }
  return Math.sqrt(low * high);
}
