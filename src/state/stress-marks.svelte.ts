import type { Shock } from '../metrics/stress/shock.ts';

/** What a stress test shows on the map; nothing of the map itself is changed by it. */
export interface StressMarks {
  /** Ids of what would go. */
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  /** Ids of the actors that would be cut off. */
  readonly stranded: ReadonlySet<string>;
}

/** What the map and the page of stress tests know of each other. */
class StressOnMap {
  /** What is lost, once someone has chosen it; stays so while the page is shut. */
  shock = $state.raw<Shock>();
  /** Drawn over the map while the page is open. */
  marks = $state.raw<StressMarks>();
}

export const stressOnMap = new StressOnMap();
