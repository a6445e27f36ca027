import { seededRandom } from '../../src/base/random.ts';
import type { LayoutInput } from '../../src/layout/layout.ts';
import { boxesOf, Sweep } from '../../src/layout/box.ts';

export interface Sketch {
  readonly ids?: readonly string[];
  readonly n: number;
  /** Pairs of indexes, with an optional weight. */
  readonly ties: readonly (readonly [source: number, target: number, weight?: number])[];
  readonly places?: readonly (readonly [x: number, y: number] | null)[];
  readonly pinned?: readonly number[];
  readonly labels?: boolean;
  readonly seed?: number;
}

export function inputOf({ n, ids, ties, places, pinned = [], labels = true, seed = 1 }: Sketch): LayoutInput {
  const pins = new Set(pinned);
  return {
    ids: ids ?? Array.from({ length: n }, (_, i) => `a${String(i).padStart(5, '0')}`),
    source: Uint32Array.from(ties, ([source]) => source),
    target: Uint32Array.from(ties, ([, target]) => target),
    weight: Float64Array.from(ties, ([, , weight]) => weight ?? 1),
    x: Float64Array.from({ length: n }, (_, i) => places?.[i]?.[0] ?? NaN),
    y: Float64Array.from({ length: n }, (_, i) => places?.[i]?.[1] ?? NaN),
    pinned: Uint8Array.from({ length: n }, (_, i) => (pins.has(i) ? 1 : 0)),
    radius: new Float64Array(n).fill(16),
    labelWidth: new Float64Array(n).fill(labels ? 80 : 0),
    labelHeight: new Float64Array(n).fill(labels ? 32 : 0),
    seed,
  };
}

/** Ties mostly inside `groups`, as sectors and clusters have them. */
export function groupedTies(n: number, m: number, groups: number, seed: number): [number, number, number][] {
  const random = seededRandom(seed);
  const group = Array.from({ length: n }, () => Math.floor(random() * groups));
  const ties: [number, number, number][] = [];
  while (ties.length < m) {
    const source = Math.floor(random() * n);
    const target = Math.floor(random() * n);
    if (source === target || (group[source] !== group[target] && random() > 0.03)) continue;
    ties.push([source, target, 1 + Math.floor(random() * 5)]);
  }
  return ties;
}

/** Pairs of actors whose marks or labels cover each other. */
export function overlaps(
  input: Pick<LayoutInput, 'radius' | 'labelWidth' | 'labelHeight'>,
  x: Float64Array,
  y: Float64Array,
): [number, number][] {
  const found: [number, number][] = [];
  new Sweep(boxesOf(input, 0)).each(x, y, (i, j) => found.push([i, j]));
  return found;
}
