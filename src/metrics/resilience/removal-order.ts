import type { Random } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { rowSizes } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';
import { shuffle } from '../shuffle.ts';
import { patternAmong, plainNetwork } from '../structure/plain-network.ts';
import { Tournament } from './tournament.ts';

/** In which order actors leave; of equal ones the first in the order of actors. Direction is ignored. */

/** Changes of a tournament between two steps. */
const STEP_WORK = 5_000;

/** Most partners among those still there first. O((n + m) log n). */
export function* byDegreeAnew({ n, either }: Network): Computation<Uint32Array> {
  const remaining = new Tournament(rowSizes(either));
  const gone = new Uint8Array(n);
  const order = new Uint32Array(n);
  let work = 0;
  for (let step = 0; step < n; step++) {
    const actor = remaining.first;
    order[step] = actor;
    gone[actor] = 1;
    remaining.remove(actor);
    const start = either.offsets[actor]!;
    const end = either.offsets[actor + 1]!;
    for (let e = start; e < end; e++)
      if (gone[either.columns[e]!] === 0) remaining.decrease(either.columns[e]!);
    work += end - start + 1;
    if (work < STEP_WORK) continue;
    work = 0;
    yield step / n;
  }
  return order;
}

export function byChance(n: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, actor) => actor);
  shuffle(order, n, random);
  return order;
}

/** Betweenness values nearer than this, relatively, are equal: they are sums of fractions. */
const EQUAL = 1e-9;

/**
 * Highest betweenness on U, in steps, among those still there first. After each removal only the piece that it was taken
 * from is looked at anew. O(n^2 m) in the worst case.
 */
export function* byBetweennessAnew(network: Network, options: MeasureOptions): Computation<Uint32Array> {
  const { n, either } = network;
  const order = new Uint32Array(n);
  const betweenness = new Float64Array(n);
  const gone = new Uint8Array(n);
  const place = new Int32Array(n);
  const seen = new Uint8Array(n);
  const everyone = Uint32Array.from({ length: n }, (_, actor) => actor);
  const exact: MeasureOptions = { ...options, sources: 0, distances: 'outgoing' };

  /** Finds the betweenness of these, a union of pieces, in ascending order. */
  function* measure(actors: Uint32Array, share: number): Computation<void> {
    const part = plainNetwork(patternAmong(either, actors, place));
    const work = sweepFor(part, exact);
    let step = work.next();
    for (; !step.done; step = work.next()) yield share;
    for (let k = 0; k < actors.length; k++) betweenness[actors[k]!] = step.value.betweenness[k]!;
  }

  /** Those still there whom the actor's piece consists of, without the actor, in ascending order. */
  function rest(actor: number): Uint32Array {
    const queue = new Uint32Array(n);
    seen.fill(0);
    seen[actor] = 1;
    queue[0] = actor;
    let size = 1;
    for (let k = 0; k < size; k++)
      for (let e = either.offsets[queue[k]!]!; e < either.offsets[queue[k]! + 1]!; e++) {
        const partner = either.columns[e]!;
        if (gone[partner] === 1 || seen[partner] === 1) continue;
        seen[partner] = 1;
        queue[size++] = partner;
      }
    return queue.slice(1, size).sort();
  }

  yield* measure(everyone, 0);
  for (let step = 0; step < n; step++) {
    let largest = 0;
    for (let actor = 0; actor < n; actor++)
      if (gone[actor] === 0 && betweenness[actor]! > largest) largest = betweenness[actor]!;
    let next = 0;
    while (gone[next] === 1 || betweenness[next]! < largest * (1 - EQUAL)) next++;
    order[step] = next;
    const left = rest(next);
    gone[next] = 1;
    if (left.length > 0 && largest > 0) yield* measure(left, step / n);
    else yield step / n;
  }
  return order;
}
