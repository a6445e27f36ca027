import { ln, log2 } from '../../base/logarithm.ts';
import { transpose } from '../../network/csr.ts';
import { total, type FlowModel } from './flow-model.ts';

/** How ordered flows are, in bits times their unit unless said otherwise. */
export interface Ascendency {
  /** All flows added up, those across the boundary too: TSTp > 0. */
  readonly throughput: number;
  /** A: what is known of where flow goes from where it is, >= 0. */
  readonly ascendency: number;
  /** C >= A: the most that could be known. */
  readonly capacity: number;
  /** C - A: what is left to chance, and to alternatives. */
  readonly overhead: number;
  /** A / TSTp, in bits. */
  readonly information: number;
  /** A / C, in [0, 1]; null where C is 0. */
  readonly ratio: number | null;
}

/**
 * Ulanowicz (1986, 1997), on the flows with one row for what comes from outside and one column for each sink. Whether
 * exports and losses have one sink or two changes A and C. O(n + m).
 */
export function ascendencyOf({ flows, inflow, sinks, outflow, throughflow }: FlowModel): Ascendency {
  const entering = total(inflow);
  const throughput = entering + total(flows.weights) + total(outflow);
  let ascendency = 0;
  let capacity = 0;
  const add = (flow: number, from: number, to: number): void => {
    if (!(flow > 0)) return;
    ascendency += flow * log2((flow / from) * (throughput / to));
    capacity -= flow * log2(flow / throughput);
  };
  const into = transpose(flows);
  for (let actor = 0; actor < throughflow.length; actor++) {
    const through = throughflow[actor]!;
    add(inflow[actor]!, entering, through);
    for (let e = into.offsets[actor]!; e < into.offsets[actor + 1]!; e++)
      add(into.weights[e]!, throughflow[into.columns[e]!]!, through);
  }
  for (const sink of sinks) {
    const leaving = total(sink);
    for (let actor = 0; actor < throughflow.length; actor++) add(sink[actor]!, throughflow[actor]!, leaving);
  }
  // it is a divergence, which rounding alone can take below 0
  ascendency = Math.max(0, ascendency);
  return {
    throughput,
    ascendency,
    capacity,
    overhead: Math.max(0, capacity - ascendency),
    information: ascendency / throughput,
    ratio: capacity > 0 ? Math.min(1, ascendency / capacity) : null,
  };
}

/** -alpha ln alpha, in [0, 1/e], highest at alpha = 1/e. */
export function robustnessOf(ratio: number): number {
  return ratio > 0 ? Math.max(0, -ratio * ln(ratio)) : 0;
}

/** The exponent with which Ulanowicz et al. (2009) put the best order of food webs at alpha = 0.46. */
const WINDOW = 1.288;

/** -e alpha^b ln alpha^b, in [0, 1], highest at alpha = e^(-1/b) = 0.460. Ulanowicz et al. (2009). */
export function fitnessOf(ratio: number): number {
  return Math.E * robustnessOf(ratio ** WINDOW);
}
