import type { Network } from '../../network/network.ts';
import { cutsOf } from '../cohesion/cuts.ts';
import type { Computation } from '../measure.ts';
import { weakComponents } from '../structure/components.ts';

export interface WorstRemoval {
  /** The first of those whose leaving does the most harm. */
  readonly actor: number;
  /** Actors that stay and are then outside the largest piece; [0, n - 2] with a tie anywhere. */
  readonly outside: number;
}

/** Who leaves the fewest together by leaving alone, direction ignored; null without actors. O(n + m). */
export function* worstRemoval(network: Network): Computation<WorstRemoval | null> {
  const { n } = network;
  const { stranded } = yield* cutsOf(network);
  const { of, sizes } = weakComponents(network);
  let first = 0;
  let second = 0;
  let largest = -1;
  for (const [component, size] of sizes.entries())
    if (size > first) [largest, first, second] = [component, size, first];
    else if (size > second) second = size;
  let worst: WorstRemoval | null = null;
  for (let actor = 0; actor < n; actor++) {
    const component = of[actor]!;
    const left = sizes[component]! - 1 - stranded[actor]!;
    const outside = n - 1 - Math.max(left, component === largest ? second : first);
    if (!worst || outside > worst.outside) worst = { actor, outside };
  }
  yield 1;
  return worst;
}
