import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';

/** How groups of actors, such as sectors, act on each other: size x size, row by row, of column on row; diagonals 0. */
export interface GroupEffects {
  /** delta_ij = benefit - cost - pressure. */
  readonly effects: Float64Array;
  /** c W_ji / s_in,i: by what i gets from j. */
  readonly benefit: Float64Array;
  /** g max(0, W_ij - W_ji) / s_out,i: by what i gives to j without return. */
  readonly cost: Float64Array;
  /** q alpha_ij scarcity_ij: where both need what is short. */
  readonly pressure: Float64Array;
}

/**
 * Effects of groups on each other, read from their ties and needs. Our own: W is the weight that flows from one group to
 * another, alpha_ij = sum p_i p_j / sum p_i^2 on the shares p of each resource in a group's needs, scarcity_ij the mean
 * of 1 - c_r weighted by p_ir p_jr. A part of which nothing is known is 0.
 *
 * @param groups of each actor, below `size`; -1 for none
 * @param coverage c_r of each resource
 */
export function effectsBetween(
  network: Network,
  groups: ArrayLike<number>,
  size: number,
  coverage: Float64Array,
  { benefit: c, cost: g, pressure: q }: Pick<MeasureOptions, 'benefit' | 'cost' | 'pressure'>,
): GroupEffects {
  const flows = flowsBetween(network, groups, size);
  const needs = needShares(network, groups, size);
  const width = coverage.length;
  const gets = new Float64Array(size);
  const gives = new Float64Array(size);
  for (const [cell, flow] of flows.entries()) {
    gives[Math.floor(cell / size)]! += flow;
    gets[cell % size]! += flow;
  }
  const each = (of: (i: number, j: number) => number): Float64Array =>
    Float64Array.from(flows, (_, cell) => {
      const [i, j] = [Math.floor(cell / size), cell % size];
      return i === j ? 0 : of(i, j);
    });
  const benefit = each((i, j) => (gets[i]! > 0 ? (c * flows[j * size + i]!) / gets[i]! : 0));
  const cost = each((i, j) =>
    gives[i]! > 0 ? (g * Math.max(0, flows[i * size + j]! - flows[j * size + i]!)) / gives[i]! : 0,
  );
  const pressure = each((i, j) => {
    // The overlap that alpha has above and scarcity below cancels out.
    let short = 0;
    let own = 0;
    for (let r = 0; r < width; r++) {
      const p = needs[i * width + r]!;
      own += p * p;
      if (p > 0) short += p * needs[j * width + r]! * (1 - coverage[r]!);
    }
    return own > 0 ? (q * short) / own : 0;
  });
  return {
    effects: benefit.map((value, cell) => value - cost[cell]! - pressure[cell]!),
    benefit,
    cost,
    pressure,
  };
}

/** W between groups; what stays within one is left out. */
export function flowsBetween(
  { n, outgoing }: Network,
  groups: ArrayLike<number>,
  size: number,
): Float64Array {
  const flows = new Float64Array(size * size);
  const { offsets, columns, weights } = outgoing;
  for (let actor = 0; actor < n; actor++)
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
      const [from, to] = [groups[actor]!, groups[columns[e]!]!];
      if (from !== to && from >= 0 && to >= 0) flows[from * size + to]! += weights[e]!;
    }
  return flows;
}

/** The share of each resource in what a group needs; rows of zeros for groups that need nothing. */
function needShares({ profiles }: Network, groups: ArrayLike<number>, size: number): Float64Array {
  const width = profiles.resourceIds.length;
  const shares = new Float64Array(size * width);
  const sums = new Float64Array(size);
  for (const [cell, amount] of profiles.demand.entries()) {
    const group = groups[Math.floor(cell / width)]!;
    if (group < 0) continue;
    shares[group * width + (cell % width)]! += amount;
    sums[group]! += amount;
  }
  return shares.map((amount, cell) => (amount > 0 ? amount / sums[Math.floor(cell / width)]! : 0));
}
