import type { Graph } from './graph.ts';

/** A state of a map beside which others are laid: the base, a scenario, a round. */
export interface ComparedState {
  readonly id: string;
  readonly name: string;
  /** #rrggbb, as on light paper. */
  readonly colour: string;
  readonly graph: Graph;
}
