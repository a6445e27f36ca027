import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { eachPair, overlapBy } from '../niche/overlap.ts';
import { stateMatrix } from '../niche/state-matrix.ts';
import { balanceOf } from '../resources/balance.ts';

/** Two actors of one sector that offer, or need, much the same. */
export interface OverlappingPair {
  readonly one: number;
  readonly other: number;
  /** Schoener (1968), in [0, 1]. */
  readonly overlap: number;
  /** Mean of 1 - c_r weighted by p_ir p_jr, in [0, 1]; null where nobody needs what they share. */
  readonly scarcity: number | null;
  /** The resource that they share most of, an index. */
  readonly resource: number;
}

export interface OverlapSearch {
  /** Whether there were two actors of one sector to compare, with two resources each. */
  readonly compared: boolean;
  /** By overlap, the largest first, at most as many as were asked for. */
  readonly pairs: readonly OverlappingPair[];
  /** How many there are. */
  readonly count: number;
}

/** A profile of one resource overlaps by 0 or 1 only. */
const FEWEST_STATES = 2;

/**
 * Pairs of one sector whose profiles overlap by more than a threshold, both with two resources or more. O(n² R).
 *
 * @param of what profiles are made of
 * @param scarceAbove only those that share what is short by more than this; all without it
 */
export function* overlappingPairs(
  network: Network,
  of: 'supply' | 'demand',
  overlapAbove: number,
  scarceAbove: number | null,
  most: number,
): Computation<OverlapSearch> {
  const { n, profiles, sectors } = network;
  const width = profiles.resourceIds.length;
  const { coverage } = yield* balanceOf(network);
  const matrix = stateMatrix(profiles[of], n, width);
  const rows = Uint32Array.from(matrix.used.keys()).filter((actor) => matrix.used[actor]! >= FEWEST_STATES);
  const overlapOf = overlapBy('schoener', matrix);
  let compared = false;
  let count = 0;
  let pairs: OverlappingPair[] = [];
  yield* eachPair(rows, width, (one, other) => {
    if (sectors[one] !== sectors[other]) return;
    compared = true;
    const overlap = overlapOf(one, other);
    if (!(overlap > overlapAbove)) return;
    const shared = sharedBy(matrix.shares, coverage, one, other);
    if (scarceAbove !== null && !((shared.scarcity ?? 0) > scarceAbove)) return;
    count++;
    pairs.push({ one, other, overlap, ...shared });
    if (pairs.length >= 4 * most) pairs = pairs.sort(byOverlap).slice(0, most);
  });
  return { compared, pairs: pairs.sort(byOverlap).slice(0, most), count };
}

/** Of equal overlap first those who share what is shorter. */
function byOverlap(a: OverlappingPair, b: OverlappingPair): number {
  return b.overlap - a.overlap || (b.scarcity ?? 0) - (a.scarcity ?? 0) || a.one - b.one || a.other - b.other;
}

function sharedBy(
  shares: Float64Array,
  coverage: Float64Array,
  one: number,
  other: number,
): Pick<OverlappingPair, 'scarcity' | 'resource'> {
  const width = coverage.length;
  let short = 0;
  let known = 0;
  let resource = 0;
  let largest = 0;
  for (let r = 0; r < width; r++) {
    const [p, q] = [shares[one * width + r]!, shares[other * width + r]!];
    if (Math.min(p, q) > largest) [largest, resource] = [Math.min(p, q), r];
    if (Number.isNaN(coverage[r]!)) continue;
    known += p * q;
    short += p * q * (1 - coverage[r]!);
  }
  return { scarcity: known > 0 ? short / known : null, resource };
}
