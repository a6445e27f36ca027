import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';

/**
 * Every tied pair, and how far common partners close it: all that Burt's measures of structural holes read. Z is S
 * where weights are used and U (0 or 1) else; both are symmetric, so that one number serves both ends of a pair.
 */
export interface Closure {
  /** Ends of the pairs, each pair once; one entry a pair in every array of `Float64Array` below. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Z_ij > 0. */
  readonly tie: Float64Array;
  /** Sum over common partners q of Z_iq Z_qj / z_q. */
  readonly indirect: Float64Array;
  /** Sum over common partners q of Z_iq Z_qj. */
  readonly shared: Float64Array;
  /** Of each actor: partners, z_i = sum of Z_ij, and the largest Z_ij. */
  readonly partners: Float64Array;
  readonly total: Float64Array;
  readonly largest: Float64Array;
}

/** Pairs of ties looked at between two steps: about a millisecond. */
const STEP_WORK = 100_000;

/** Found once for all measures that read it. O(m sqrt m), after Chiba & Nishizeki (1985). */
export function closureOf(network: Network): Computation<Closure> {
  return once(network, 'closure', () => close(network.either, network.weighted));
}

/**
 * Every triangle is met once: ties point from the actor with fewer partners to the one with more, and a triangle is a
 * pair of ties from one actor to two that are tied.
 */
function* close(either: Csr, weighted: boolean): Computation<Closure> {
  const n = either.offsets.length - 1;
  const { order, rank } = byPartners(either);
  const pairs = either.columns.length / 2;
  const start = new Uint32Array(n + 1);
  const first = new Uint32Array(pairs);
  const second = new Uint32Array(pairs);
  const tie = new Float64Array(pairs).fill(1);
  const partners = new Float64Array(n);
  const total = new Float64Array(n);
  const largest = new Float64Array(n);
  for (let r = 0, pair = 0; r < n; r++) {
    const actor = order[r]!;
    const from = either.offsets[actor]!;
    const to = either.offsets[actor + 1]!;
    partners[actor] = to - from;
    for (let e = from; e < to; e++) {
      const weight = weighted ? either.weights[e]! : 1;
      total[actor]! += weight;
      if (weight > largest[actor]!) largest[actor] = weight;
      const partner = either.columns[e]!;
      if (rank[partner]! < r) continue;
      first[pair] = actor;
      second[pair] = partner;
      tie[pair++] = weight;
    }
    start[r + 1] = pair;
  }

  const indirect = new Float64Array(pairs);
  const shared = new Float64Array(pairs);
  /** 1 + the pair of the actor at hand with each of its partners; 0 for others. */
  const pairWith = new Uint32Array(n);
  let work = 0;
  for (let r = 0; r < n; r++) {
    const ownStart = start[r]!;
    const ownEnd = start[r + 1]!;
    for (let own = ownStart; own < ownEnd; own++) pairWith[second[own]!] = own + 1;
    const actorTotal = total[order[r]!]!;
    for (let own = ownStart; own < ownEnd; own++) {
      const partner = second[own]!;
      const partnerRank = rank[partner]!;
      const partnerTotal = total[partner]!;
      const ownTie = tie[own]!;
      const nextEnd = start[partnerRank + 1]!;
      work += nextEnd - start[partnerRank]!;
      for (let next = start[partnerRank]!; next < nextEnd; next++) {
        const third = second[next]!;
        const closing = pairWith[third]! - 1;
        if (closing < 0) continue;
        const throughActor = ownTie * tie[closing]!;
        const throughPartner = ownTie * tie[next]!;
        const throughThird = tie[closing]! * tie[next]!;
        shared[next]! += throughActor;
        shared[closing]! += throughPartner;
        shared[own]! += throughThird;
        indirect[next]! += throughActor / actorTotal;
        indirect[closing]! += throughPartner / partnerTotal;
        indirect[own]! += throughThird / total[third]!;
      }
    }
    for (let own = ownStart; own < ownEnd; own++) pairWith[second[own]!] = 0;
    if (work < STEP_WORK) continue;
    work = 0;
    yield (r + 1) / n;
  }
  return { first, second, tie, indirect, shared, partners, total, largest };
}

/** Actors by number of partners, the fewest first, and each one's place in that order. */
function byPartners({ offsets }: Csr): { order: Uint32Array; rank: Uint32Array } {
  const n = offsets.length - 1;
  const next = new Uint32Array(n + 1);
  for (let actor = 0; actor < n; actor++) next[offsets[actor + 1]! - offsets[actor]! + 1]!++;
  for (let size = 0; size < n; size++) next[size + 1]! += next[size]!;
  const order = new Uint32Array(n);
  const rank = new Uint32Array(n);
  for (let actor = 0; actor < n; actor++) {
    const place = next[offsets[actor + 1]! - offsets[actor]!]!++;
    order[place] = actor;
    rank[actor] = place;
  }
  return { order, rank };
}
