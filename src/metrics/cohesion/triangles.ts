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
  const pairs = keptPairs(matrix);
  const n = pairs.offsets.length - 1;
  const counts = new Uint32Array(n);
  /** Who kept this actor as a partner last. */
  const keeper = new Int32Array(n).fill(-1);
  for (let actor = 0; actor < n;) {
    actor = countFrom(actor, pairs, keeper, counts);
    yield actor / n;
  }
  return new Float64Array(counts);
}

/** Goes on for about a millisecond; the actor that comes next. */
function countFrom(
  first: number,
  { offsets, partners }: KeptPairs,
  keeper: Int32Array,
  counts: Uint32Array,
): number {
  const n = counts.length;
  let looks = 0;
  let actor = first;
  for (; actor < n && looks < LOOKS_PER_YIELD; actor++) {
    const start = offsets[actor]!;
    const end = offsets[actor + 1]!;
    for (let e = start; e < end; e++) keeper[partners[e]!] = actor;
    let own = 0;
    for (let e = start; e < end; e++) {
      const partner = partners[e]!;
      const from = offsets[partner]!;
      const to = offsets[partner + 1]!;
      let shared = 0;
      for (let f = from; f < to; f++) {
        const third = partners[f]!;
        if (keeper[third] !== actor) continue;
        counts[third]!++;
        shared++;
      }
      looks += to - from;
      counts[partner]! += shared;
      own += shared;
    }
    counts[actor]! += own;
  }
  return actor;
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
  const degrees = new Int32Array(n);
  for (let actor = 0; actor < n; actor++) degrees[actor] = offsets[actor + 1]! - offsets[actor]!;
  const keptOffsets = new Int32Array(n + 1);
  const partners = new Int32Array(columns.length / 2 + 1);
  let size = 0;
  for (let actor = 0; actor < n; actor++) {
    const degree = degrees[actor]!;
    for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
      const partner = columns[e]!;
      // written in any case and overwritten if not kept: quicker than a branch that goes either way
      partners[size] = partner;
      size += keeps(actor, degree, partner, degrees[partner]!);
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
      if (keeps(actor, end - start, partner, offsets[partner + 1]! - offsets[partner]!) === 1)
        kept[size++] = values[e]!;
    }
  }
  return kept;
}

/** 1 if the pair is kept by the first of the two, else 0; without a branch, which would go either way. */
function keeps(actor: number, degree: number, partner: number, degreeOfPartner: number): number {
  const fewer = (degree - degreeOfPartner) >>> 31;
  const more = (degreeOfPartner - degree) >>> 31;
  return fewer | (~more & ((actor - partner) >>> 31));
}
