import { seededRandom } from '../../src/base/random.ts';
import type { LayoutInput, LayoutOutcome, Region } from '../../src/layout/layout.ts';
import { boxesOf, Sweep } from '../../src/layout/box.ts';

export interface Sketch {
  readonly ids?: readonly string[];
  readonly n: number;
  /** Pairs of indexes, with an optional weight. */
  readonly ties: readonly (readonly [source: number, target: number, weight?: number])[];
  readonly places?: readonly (readonly [x: number, y: number] | null)[];
  readonly pinned?: readonly number[];
  readonly labels?: boolean;
  readonly regions?: readonly Region[];
  readonly seed?: number;
}

export function inputOf({
  n,
  ids,
  ties,
  places,
  pinned = [],
  labels = true,
  regions = [],
  seed = 1,
}: Sketch): LayoutInput {
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
    regions,
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

/** A map of four parts and some isolates whose picture is the same, to the bit, in every program that we run on. */
export function referenceMap(): LayoutInput {
  const large = groupedTies(150, 400, 6, 11);
  const small = groupedTies(30, 60, 2, 12).map(([a, b, w]): [number, number, number] => [
    a + 150,
    b + 150,
    w,
  ]);
  return inputOf({ n: 190, ties: [...large, ...small, [180, 181], [182, 183]] });
}

/** FNV-1a of the bits of all positions, in hexadecimal. */
export function hashOf({ x, y }: LayoutOutcome): string {
  let hash = 0x811c9dc5;
  for (const values of [x, y]) {
    const copy = values.slice();
    for (const byte of new Uint8Array(copy.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
