import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { rowSizes, rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';
import { byChance } from '../resilience/removal-order.ts';
import type { BusyBy, Hit, RemovalShock } from './shock.ts';

const NONE: ReadonlySet<string> = new Set();

/** Values nearer than this, relatively, are equal: betweenness is a sum of fractions. */
const EQUAL = 1e-9;

/** Whom and what a shock takes from this network; ids that it does not have are passed over. */
export function* hitOf(network: Network, shock: RemovalShock, options: MeasureOptions): Computation<Hit> {
  const { actorIds, sectorIds, sectors, ties } = network;
  const actors = (indexes: Iterable<number>): Hit => ({
    actors: new Set(Array.from(indexes, (actor) => actorIds[actor]!)),
    ties: NONE,
  });
  switch (shock.kind) {
    case 'parts': {
      const [wantedActors, wantedTies] = [new Set(shock.actors), new Set(shock.ties)];
      return {
        actors: new Set(actorIds.filter((id) => wantedActors.has(id))),
        ties: new Set(ties.ids.filter((id) => wantedTies.has(id))),
      };
    }
    case 'sector': {
      const sector = sectorIds.indexOf(shock.id);
      return { actors: new Set(actorIds.filter((_, actor) => sectors[actor] === sector)), ties: NONE };
    }
    case 'tie-type': {
      const type = ties.typeIds.indexOf(shock.id);
      return { actors: NONE, ties: new Set(ties.ids.filter((_, tie) => ties.types[tie] === type)) };
    }
    case 'busiest':
      return actors(firstOf(yield* busyness(network, shock.by, options), within(shock.count, network.n)));
    case 'chance':
      return actors(
        byChance(network.n, seededRandom(shock.seed)).subarray(0, within(shock.count, network.n)),
      );
  }
}

function within(count: number, n: number): number {
  return Math.max(0, Math.min(n, Math.floor(count)));
}

function* busyness(network: Network, by: BusyBy, options: MeasureOptions): Computation<Float64Array> {
  if (by === 'degree') return rowSizes(network.either);
  if (by === 'strength') return rowSums(network.either);
  const { betweenness } = yield* sweepFor(network, options);
  return betweenness;
}

/** The places of the largest values; of equal ones the first. O(count n). */
function firstOf(values: Float64Array, count: number): number[] {
  const left = values.slice();
  const chosen: number[] = [];
  while (chosen.length < count) {
    const largest = left.reduce((most, value) => Math.max(most, value), -Infinity);
    const next = left.findIndex((value) => value >= largest - EQUAL * Math.abs(largest));
    chosen.push(next);
    left[next] = -Infinity;
  }
  return chosen;
}
