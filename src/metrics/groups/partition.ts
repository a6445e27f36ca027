import { ln } from '../../base/logarithm.ts';
import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';

/**
 * Q = sum over pairs in one group of (W_ij - gamma * k_i(out) k_j(in) / T) / T, T being the sum of W: Newman & Girvan
 * (2004) for a symmetric matrix, Leicht & Newman (2008) for a directed one. Null without ties. O(n + m).
 *
 * @param of The group of each actor; entries below 0 stand for actors without ties.
 * @param incoming The transpose of `outgoing`.
 */
export function modularityOf(
  outgoing: Csr,
  incoming: Csr,
  of: ArrayLike<number>,
  { weighted, resolution }: { readonly weighted: boolean; readonly resolution: number },
): number | null {
  const n = outgoing.offsets.length - 1;
  const groups = groupCount(of);
  const given = new Float64Array(groups);
  const received = new Float64Array(groups);
  let inside = 0;
  let total = 0;
  for (let actor = 0; actor < n; actor++) {
    const group = of[actor]!;
    for (let e = outgoing.offsets[actor]!; e < outgoing.offsets[actor + 1]!; e++) {
      const weight = weighted ? outgoing.weights[e]! : 1;
      total += weight;
      given[group]! += weight;
      if (of[outgoing.columns[e]!] === group) inside += weight;
    }
    for (let e = incoming.offsets[actor]!; e < incoming.offsets[actor + 1]!; e++)
      received[group]! += weighted ? incoming.weights[e]! : 1;
  }
  if (total === 0) return null;
  let expected = 0;
  for (let group = 0; group < groups; group++)
    expected += (given[group]! / total) * (received[group]! / total);
  return inside / total - resolution * expected;
}

/** The largest label plus one. */
function groupCount(of: ArrayLike<number>): number {
  let count = 0;
  for (let k = 0; k < of.length; k++) if (of[k]! >= count) count = of[k]! + 1;
  return count;
}

/** The actors' groups by size, the largest being 0; those of one size in the order of their first actors. */
export interface Groups {
  /** -1 for actors without ties, who belong to none. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
}

export function groupsBySize({ n, either }: Network, labels: Int32Array): Groups {
  const sizes = new Map<number, number>();
  for (let actor = 0; actor < n; actor++)
    if (either.offsets[actor + 1]! > either.offsets[actor]!)
      sizes.set(labels[actor]!, (sizes.get(labels[actor]!) ?? 0) + 1);
  // A map keeps the order of first actors, and sorting is stable.
  const ordered = [...sizes].sort((a, b) => b[1] - a[1]);
  const place = new Map(ordered.map(([label], k) => [label, k]));
  return {
    of: labels.map((label, actor) =>
      either.offsets[actor + 1]! > either.offsets[actor]! ? (place.get(label) ?? -1) : -1,
    ),
    sizes: ordered.map(([, size]) => size),
  };
}

/** How far two partitions of the same actors agree. */
interface Agreement {
  /**
   * Mutual information over the mean of both entropies, in [0, 1] (Danon et al. 2005); null where neither partition
   * tells actors apart.
   */
  readonly normalisedMutualInformation: number | null;
  /** 1 where equal, 0 as by chance (Hubert & Arabie 1985); null where both are all one group or all single actors. */
  readonly adjustedRandIndex: number | null;
}

/** Over the actors that have a group in the first. O(n). */
export function agreementOf(first: Int32Array, second: ArrayLike<number>): Agreement {
  const width = groupCount(second);
  const cells = new Map<number, number>();
  const rows = new Float64Array(groupCount(first));
  const columns = new Float64Array(width);
  let n = 0;
  for (let actor = 0; actor < first.length; actor++) {
    const row = first[actor]!;
    if (row < 0) continue;
    const column = second[actor]!;
    const cell = row * width + column;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
    rows[row]!++;
    columns[column]!++;
    n++;
  }
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const pairsOf = (counts: Iterable<number>): number => {
    let sum = 0;
    for (const count of counts) sum += pairs(count);
    return sum;
  };
  const information = (counts: Iterable<number>): number => {
    let sum = 0;
    for (const count of counts) if (count > 0) sum -= (count / n) * ln(count / n);
    return sum;
  };
  const entropies = information(rows) + information(columns);
  const shared = entropies - information(cells.values());
  const rowPairs = pairsOf(rows);
  const columnPairs = pairsOf(columns);
  const expected = (rowPairs * columnPairs) / pairs(n);
  const most = (rowPairs + columnPairs) / 2;
  return {
    normalisedMutualInformation: entropies > 0 ? Math.min(1, Math.max(0, (2 * shared) / entropies)) : null,
    adjustedRandIndex:
      n > 1 && most > expected ? (pairsOf(cells.values()) - expected) / (most - expected) : null,
  };
}

/**
 * For each actor the mean over `runs` of the share of its group mates in `of` that it is together with; NaN where it
 * has none. [0, 1].
 */
export function certaintyOf(groups: Groups, runs: readonly Int32Array[]): Float64Array {
  const { of, sizes } = groups;
  const n = of.length;
  const starts = new Uint32Array(sizes.length + 1);
  for (const [group, size] of sizes.entries()) starts[group + 1] = starts[group]! + size;
  const next = starts.slice();
  const members = new Uint32Array(starts[sizes.length]!);
  for (let actor = 0; actor < n; actor++) if (of[actor]! >= 0) members[next[of[actor]!]!++] = actor;

  const certainty = new Float64Array(n).fill(NaN);
  for (const actor of members) certainty[actor] = 0;
  const together = new Uint32Array(n);
  for (const labels of runs)
    for (let group = 0; group < sizes.length; group++) {
      const start = starts[group]!;
      const end = starts[group + 1]!;
      for (let k = start; k < end; k++) together[labels[members[k]!]!]!++;
      for (let k = start; k < end; k++) certainty[members[k]!]! += together[labels[members[k]!]!]! - 1;
      for (let k = start; k < end; k++) together[labels[members[k]!]!] = 0;
    }
  // Whole numbers until here, so that certain is exactly 1; without mates it is 0 / 0.
  for (const actor of members) certainty[actor]! /= (sizes[of[actor]!]! - 1) * runs.length;
  return certainty;
}
