import { cubeRoot } from '../../base/cube-root.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { rowSizes, rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation, Setting } from '../measure.ts';
import { once } from '../once.ts';
import { triangleCounts, triangleSums } from './triangles.ts';

type Variant = MeasureOptions['clustering'];

/** The variant in force: without weights, or without direction, some are the unweighted one. */
export function variantInForce(
  { weighted, directed }: Pick<Setting, 'weighted' | 'directed'>,
  clustering: Variant,
): Variant {
  if (clustering === 'fagiolo') return directed ? clustering : 'unweighted';
  return weighted ? clustering : 'unweighted';
}

/** How many triangles each actor is part of, direction ignored; not to be changed. */
export function trianglesOf(network: Network): Computation<Float64Array> {
  return once(network, 'triangles', () => triangleCounts(network.either));
}

/** The clustering coefficient of each actor, NaN where it has fewer than two partners. A fresh array. */
export function* localClustering(network: Network, clustering: Variant): Computation<Float64Array> {
  const variant = variantInForce(network, clustering);
  const [sums, most] =
    variant === 'unweighted'
      ? [yield* trianglesOf(network), pairsOfPartners(network)]
      : variant === 'barrat'
        ? yield* barrat(network)
        : variant === 'onnela'
          ? yield* onnela(network)
          : yield* fagiolo(network);
  const values = new Float64Array(network.n);
  for (let actor = 0; actor < network.n; actor++)
    values[actor] = most[actor]! > 0 ? sums[actor]! / most[actor]! : NaN;
  return values;
}

/** k (k - 1) / 2 of each actor. */
export function pairsOfPartners({ either }: Network): Float64Array {
  const pairs = rowSizes(either);
  for (let actor = 0; actor < pairs.length; actor++) pairs[actor] = (pairs[actor]! * (pairs[actor]! - 1)) / 2;
  return pairs;
}

/** What was found, and the most that it could be. */
type Parts = readonly [Float64Array, Float64Array];

/** Each triangle by the mean weight of the actor's own two pairs. */
function* barrat({ either }: Network): Computation<Parts> {
  const sums = yield* triangleSums(either, either.weights, 'own pairs');
  const degrees = rowSizes(either);
  return [sums, rowSums(either).map((strength, actor) => strength * (degrees[actor]! - 1))];
}

/** Each triangle by the geometric mean of its weights, relative to the largest weight of the map. */
function* onnela(network: Network): Computation<Parts> {
  const { either } = network;
  const largest = either.weights.reduce((a, b) => Math.max(a, b), 0);
  const roots = either.weights.map((weight) => cubeRoot(weight / largest));
  return [yield* triangleSums(either, roots, 'product'), pairsOfPartners(network)];
}

/** Each triangle by the number of ways to choose a direction for each of its sides. */
function* fagiolo(network: Network): Computation<Parts> {
  const { n, either, outgoing, incoming } = network;
  const ways = new Float64Array(either.columns.length);
  const most = new Float64Array(n);
  for (let actor = 0; actor < n; actor++) {
    let out = outgoing.offsets[actor]!;
    let inward = incoming.offsets[actor]!;
    let total = 0;
    let mutual = 0;
    for (let e = either.offsets[actor]!; e < either.offsets[actor + 1]!; e++) {
      const partner = either.columns[e]!;
      const gives = out < outgoing.offsets[actor + 1]! && outgoing.columns[out] === partner;
      const receives = inward < incoming.offsets[actor + 1]! && incoming.columns[inward] === partner;
      if (gives) out++;
      if (receives) inward++;
      if (gives && receives) mutual++;
      ways[e] = (gives ? 1 : 0) + (receives ? 1 : 0);
      total += ways[e]!;
    }
    most[actor] = total * (total - 1) - 2 * mutual;
  }
  return [yield* triangleSums(either, ways, 'product'), most];
}
