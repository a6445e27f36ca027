import { seededRandom } from '../../base/random.ts';
import {
  compileNetwork,
  type Network,
  type NetworkInput,
  type NetworkOptions,
} from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { quantile } from '../permutation.ts';
import { within } from '../progress.ts';
import { byChance } from '../resilience/removal-order.ts';
import { cohesionLoss } from './cohesion.ts';
import { needsLoss } from './needs.ts';
import { withHit } from './with-hit.ts';

/** Draws whose mean and band are shown. */
export const DRAWS = 100;

/** Over many draws; null where no draw has a value. */
export interface Band {
  readonly mean: number;
  /** The 5 % and 95 % quantiles. */
  readonly low: number;
  readonly high: number;
}

/** What it does that so many actors leave by chance. */
export interface ChanceLoss {
  readonly count: number;
  readonly seed: number;
  readonly draws: number;
  /** Actors cut off, as of the shock itself. */
  readonly stranded: Band | null;
  /** Actors in the largest piece that is left. */
  readonly largest: Band | null;
  /** Resources that are still needed and that nobody offers any more. */
  readonly vacated: Band | null;
  /** Share of the needs of those who stay that is met along ties. */
  readonly met: Band | null;
}

type Counted = 'stranded' | 'largest' | 'vacated' | 'met';

/**
 * So many actors leave, drawn by chance again and again, every choice of them equally likely; the same seed gives the
 * same draws. The first draw is that of the shock `chance` with this seed. O(draws (n + m + Σ k² R)).
 */
export function* chanceLoss(
  input: NetworkInput,
  before: Network,
  count: number,
  seed: number,
  options: NetworkOptions,
  draws: number,
): Computation<ChanceLoss> {
  const random = seededRandom(seed);
  const found: Record<Counted, number[]> = { stranded: [], largest: [], vacated: [], met: [] };
  for (let draw = 0; draw < draws; draw++) {
    const gone = byChance(before.n, random).subarray(0, count);
    const actors = new Set(Array.from(gone, (actor) => input.actorIds[actor]!));
    const after = compileNetwork(withHit(input, { actors, ties: new Set() }), options);
    const { stranded, largest } = cohesionLoss(before, after);
    const needs = yield* within(draw / draws, 0, needsLoss(before, after));
    found.stranded.push(stranded.length);
    found.largest.push(largest[1]);
    found.vacated.push(needs.resources.filter(({ verdict }) => verdict === 'vacant').length);
    if (needs.met[1] !== null) found.met.push(needs.met[1]);
    yield (draw + 1) / draws;
  }
  return {
    count,
    seed,
    draws,
    stranded: bandOf(found.stranded),
    largest: bandOf(found.largest),
    vacated: bandOf(found.vacated),
    met: bandOf(found.met),
  };
}

function bandOf(values: readonly number[]): Band | null {
  if (values.length === 0) return null;
  const ordered = Float64Array.from(values).sort();
  return {
    mean: ordered.reduce((sum, value) => sum + value, 0) / ordered.length,
    low: quantile(ordered, 0.05),
    high: quantile(ordered, 0.95),
  };
}
