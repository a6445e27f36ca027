import { rowSums, sum, transpose, type Csr } from '../../network/csr.ts';

/** Flows of one currency between actors and across the boundary, in the unit of the weights. */
export interface FlowModel {
  /** F_ij > 0, what moves from actor i to actor j: rows give, columns receive. None from an actor to itself. */
  readonly flows: Csr;
  /** z_i >= 0: what comes to each actor from outside. */
  readonly inflow: Float64Array;
  /** y_i >= 0: what leaves each, one array a sink: exports and losses apart, or all in one. */
  readonly sinks: readonly Float64Array[];
  /** y_i, all sinks added up. */
  readonly outflow: Float64Array;
  /** T_i, what passes through each: all that it receives, from others and from outside. */
  readonly throughflow: Float64Array;
}

/** A model of flows that balance: the column sum of F and z is the row sum of F and y. */
export function flowModel(flows: Csr, inflow: Float64Array, sinks: readonly Float64Array[]): FlowModel {
  const received = rowSums(transpose(flows));
  return {
    flows,
    inflow,
    sinks,
    outflow: inflow.map((_, actor) => sinks.reduce((all, sink) => all + (sink[actor] ?? 0), 0)),
    throughflow: received.map((flow, actor) => flow + (inflow[actor] ?? 0)),
  };
}

/** Which actors exchange anything, whatever the direction; the weights are F_ij + F_ji. */
export function exchanges({ flows }: FlowModel): Csr {
  return sum(flows, transpose(flows));
}

/** Of all actors. */
export function total(values: Float64Array): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
