/** A connected graph as a list of ties between the numbers 0 .. n - 1; self-loops and parallel ties count for nothing. */
export interface DrawnGraph {
  readonly n: number;
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

export interface DrawnPlaces {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface LayoutQuality {
  /**
   * How far distances in the picture are from those in the graph: the mean squared relative error over all pairs, at the
   * scale that suits the picture best (Kamada & Kawai 1989). 0 is perfect, 1 when all are in one spot.
   */
  readonly stress: number;
  /**
   * The mean Jaccard index between an actor's partners and as many actors nearest to it in the picture, in [0, 1]; higher
   * is better (neighbourhood preservation: Kruiger et al. 2017).
   */
  readonly neighbourhood: number;
  /** The standard deviation of the lengths of ties over their mean. */
  readonly variation: number;
  /** Pairs of ties without a common end that cross. */
  readonly crossings: number;
}

export function layoutQuality(graph: DrawnGraph, places: DrawnPlaces): LayoutQuality {
  const pairs = pairsOf(graph);
  const partners: number[][] = Array.from({ length: graph.n }, () => []);
  for (const [a, b] of pairs) {
    partners[a]?.push(b);
    partners[b]?.push(a);
  }
  const x = Float64Array.from(places.x);
  const y = Float64Array.from(places.y);
  return {
    stress: stressOf(partners, x, y),
    neighbourhood: neighbourhoodOf(partners, x, y),
    variation: lengthVariationOf(pairs, x, y),
    crossings: crossingsOf(pairs, x, y),
  };
}

function pairsOf({ n, source, target }: DrawnGraph): (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  for (let k = 0; k < source.length; k++) {
    const low = Math.min(at(source, k), at(target, k));
    const high = Math.max(at(source, k), at(target, k));
    if (low !== high) pairs.set(low * n + high, [low, high]);
  }
  return [...pairs.values()];
}

function stressOf(partners: readonly (readonly number[])[], x: Float64Array, y: Float64Array): number {
  const n = partners.length;
  const steps = new Int32Array(n);
  const queue = new Int32Array(n);
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let start = 0; start < n; start++) {
    steps.fill(-1);
    steps[start] = 0;
    queue[0] = start;
    for (let head = 0, tail = 1; head < tail; head++) {
      const actor = at(queue, head);
      for (const partner of partners[actor] ?? []) {
        if (at(steps, partner) !== -1) continue;
        steps[partner] = at(steps, actor) + 1;
        queue[tail++] = partner;
      }
    }
    for (let other = start + 1; other < n; other++) {
      if (at(steps, other) <= 0) continue;
      const ratio = distance(x, y, start, other) / at(steps, other);
      sum += ratio;
      squares += ratio * ratio;
      count++;
    }
  }
  return squares > 0 ? 1 - (sum * sum) / (squares * count) : 1;
}

function neighbourhoodOf(partners: readonly (readonly number[])[], x: Float64Array, y: Float64Array): number {
  let sum = 0;
  let counted = 0;
  for (const [actor, own] of partners.entries()) {
    if (own.length === 0) continue;
    const nearest = Array.from(x, (_, other) => ({ other, far: distance(x, y, actor, other) }))
      .filter(({ other }) => other !== actor)
      .sort((p, q) => p.far - q.far || p.other - q.other)
      .slice(0, own.length);
    const known = new Set(own);
    const common = nearest.filter(({ other }) => known.has(other)).length;
    sum += common / (2 * own.length - common);
    counted++;
  }
  return sum / counted;
}

function lengthVariationOf(
  pairs: readonly (readonly [number, number])[],
  x: Float64Array,
  y: Float64Array,
): number {
  const lengths = pairs.map(([a, b]) => distance(x, y, a, b));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
  return Math.sqrt(variance) / mean;
}

/** Sweeps from left to right: only ties whose extents along x meet are compared. */
function crossingsOf(
  pairs: readonly (readonly [number, number])[],
  x: Float64Array,
  y: Float64Array,
): number {
  const ties = pairs
    .map(([a, b]) => {
      const [ax, ay, bx, by] = [at(x, a), at(y, a), at(x, b), at(y, b)];
      const across = { left: Math.min(ax, bx), right: Math.max(ax, bx) };
      return { a, b, ax, ay, bx, by, ...across, top: Math.min(ay, by), bottom: Math.max(ay, by) };
    })
    .sort((p, q) => p.left - q.left);
  let crossings = 0;
  for (const [k, one] of ties.entries()) {
    for (let l = k + 1; l < ties.length; l++) {
      const other = ties[l];
      if (!other || other.left > one.right) break;
      if (other.top > one.bottom || other.bottom < one.top) continue;
      if (one.a === other.a || one.a === other.b || one.b === other.a || one.b === other.b) continue;
      const apart =
        side(one.ax, one.ay, one.bx, one.by, other.ax, other.ay) *
          side(one.ax, one.ay, one.bx, one.by, other.bx, other.by) <
          0 &&
        side(other.ax, other.ay, other.bx, other.by, one.ax, one.ay) *
          side(other.ax, other.ay, other.bx, other.by, one.bx, one.by) <
          0;
      if (apart) crossings++;
    }
  }
  return crossings;
}

/** On which side of the line from a to b a point lies: the sign; 0 on it. */
function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

function distance(x: Float64Array, y: Float64Array, i: number, j: number): number {
  const dx = at(x, i) - at(x, j);
  const dy = at(y, i) - at(y, j);
  return Math.sqrt(dx * dx + dy * dy);
}

function at(values: ArrayLike<number>, k: number): number {
  return values[k] ?? Number.NaN;
}
