import type { ForkPoint } from './fork-point.ts';

/** A fork point with the state that it keeps, in our own JSON format. */
export interface WholePoint extends ForkPoint {
  readonly map: string;
}

/** What makes a map a scenario, as a file carries it. */
export interface PortableScenario {
  /** Id that its base had where the file was written. */
  readonly base: string;
  /** #rrggbb */
  readonly colour: string;
  /** Ordered by number; never empty. */
  readonly points: readonly WholePoint[];
}
