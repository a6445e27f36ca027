import type { Csr } from '../../network/csr.ts';
import type { Computation } from '../measure.ts';

/** Each pair once, kept by its end with fewer partners (of equals, the first): no actor then keeps many. */
interface KeptPairs {
  /** n + 1 positions. */
  readonly offsets: Int32Array;
  readonly partners: Int32Array;
}

const LOOKS_PER_YIELD = 500_000;

/** The number of triangles that each row of a symmetric matrix is part of. O(m^1.5) at worst (Chiba & Nishizeki 1985). */
export function* triangleCounts(matrix: Csr): Computation<Float64Array> {
  const { offsets, partners } = keptPairs(matrix);
  const n = offsets.length - 1;
  const counts = new Float64Array(n);
  /** Who kept this actor as a partner last. */
  const keeper = new Int32Array(n).fill(-1);
  let looks = 0;
  for (let actor = 0; actor < n; actor++) {
    const start = offsets[actor]!;
    const end = offsets[actor + 1]!;
    if (end - start < 2) continue;
    for (let e = start; e < end; e++) keeper[partners[e]!] = actor;
    let own = 0;
    for (let e = start; e < end; e++) {
      const partner = partners[e]!;
      let shared = 0;
      const last = offsets[partner + 1]!;
      for (let f = offsets[partner]!; f < last; f++) {
        const third = partners[f]!;
        if (keeper[third] !== actor) continue;
        counts[third]!++;
        shared++;
      }
      looks += last - offsets[partner]!;
      counts[partner]! += shared;
      own += shared;
    }
    counts[actor]! += own;
    if (looks > LOOKS_PER_YIELD) {
      looks = 0;
      yield actor / n;
    }
  }
  return counts;
}

/**
 * For each row of a symmetric matrix the sum over the triangles that it is part of: of the product of the values of the
 * three pairs, or of the values of its own two pairs.
 *
 * @param values one for each entry of the matrix, the same for both entries of a pair
 */
export function* triangleSums(
  matrix: Csr,
  values: Float64Array,
  of: 'product' | 'own pairs',
): Computation<Float64Array> {
  const { offsets, partners } = keptPairs(matrix);
  const kept = keptValues(matrix, values, partners.length);
  const product = of === 'product';
  const n = offsets.length - 1;
  const sums = new Float64Array(n);
  /** Where the pair with the actor at hand stands, if it is not before the actor's first. */
  const place = new Int32Array(n).fill(-1);
  let looks = 0;
  for (let actor = 0; actor < n; actor++) {
    const start = offsets[actor]!;
    const end = offsets[actor + 1]!;
    if (end - start < 2) continue;
    for (let e = start; e < end; e++) place[partners[e]!] = e;
    for (let e = start; e < end; e++) {
      const partner = partners[e]!;
      const near = kept[e]!;
      const last = offsets[partner + 1]!;
      for (let f = offsets[partner]!; f < last; f++) {
        const third = partners[f]!;
        const g = place[third]!;
        if (g < start) continue;
        const opposite = kept[f]!;
        const far = kept[g]!;
        if (product) {
          const value = near * opposite * far;
          sums[actor]! += value;
          sums[partner]! += value;
          sums[third]! += value;
        } else {
          sums[actor]! += near + far;
          sums[partner]! += near + opposite;
          sums[third]! += opposite + far;
        }
      }
      looks += last - offsets[partner]!;
    }
    if (looks > LOOKS_PER_YIELD) {
      looks = 0;
      yield actor / n;
    }
  }
  return sums;
}

function keptPairs({ offsets, columns }: Csr): KeptPairs {
  const n = offsets.length - 1;
  const keptOffsets = new Int32Array(n + 1);
  const partners = new Int32Array(columns.length / 2);
  let size = 0;
  for (let actor = 0; actor < n; actor++) {
    const start = offsets[actor]!;
    const end = offsets[actor + 1]!;
    for (let e = start; e < end; e++) {
      const partner = columns[e]!;
      if (!keeps(actor, end - start, partner, offsets[partner + 1]! - offsets[partner]!)) continue;
      partners[size++] = partner;
    }
    keptOffsets[actor + 1] = size;
  }
  return { offsets: keptOffsets, partners };
}

function keptValues({ offsets, columns }: Csr, values: Float64Array, pairs: number): Float64Array {
  const kept = new Float64Array(pairs);
  let size = 0;
  for (let actor = 0; actor + 1 < offsets.length; actor++) {
    const start = offsets[actor]!;
    const end = offsets[actor + 1]!;
    for (let e = start; e < end; e++) {
      const partner = columns[e]!;
      if (keeps(actor, end - start, partner, offsets[partner + 1]! - offsets[partner]!))
        kept[size++] = values[e]!;
    }
  }
  return kept;
}

function keeps(actor: number, degree: number, partner: number, degreeOfPartner: number): boolean {
  return degree < degreeOfPartner || (degree === degreeOfPartner && actor < partner);
}
