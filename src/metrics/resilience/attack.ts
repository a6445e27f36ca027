import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { actorsByDegree } from '../structure/by-degree.ts';
import { LargestPiece } from './largest-piece.ts';
import { byBetweennessAnew, byChance, byDegreeAnew } from './removal-order.ts';

/** Orders drawn by chance, whose mean is shown. */
export const RANDOM_ORDERS = 200;

/** Adjacency entries scanned between two steps. */
const STEP_WORK = 50_000;

export interface Attack {
  /** S(Q) for Q = 0 … n: the largest weak component as a share of the original n. */
  readonly left: Float64Array;
  /** Who leaves first, second …; absent where orders are drawn by chance. */
  readonly order?: Uint32Array;
}

/** What is left while actors leave in the order of `attack`; found once for all that read it. n > 0. */
export function attackOn(
  network: Network,
  attack: MeasureOptions['attack'],
  options: MeasureOptions,
): Computation<Attack> {
  if (attack === 'random')
    return once(network, `attack random ${options.seed}`, () => randomFailure(network, options.seed));
  return once(network, `attack ${attack}`, function* () {
    const order = yield* removalOrder(network, attack, options);
    const sizes = new Float64Array(network.n + 1);
    const steps = new LargestPiece(network.either).add(order, sizes);
    while (!steps.next().done) yield 1;
    return { left: sizes.map((size) => size / network.n), order };
  });
}

function* removalOrder(
  network: Network,
  attack: Exclude<MeasureOptions['attack'], 'random'>,
  options: MeasureOptions,
): Computation<Uint32Array> {
  if (attack === 'betweenness') return yield* byBetweennessAnew(network, options);
  return attack === 'degree' ? yield* byDegreeAnew(network) : actorsByDegree(network);
}

function* randomFailure({ n, either }: Network, seed: number): Computation<Attack> {
  const random = seededRandom(seed);
  const piece = new LargestPiece(either);
  const sizes = new Float64Array(n + 1);
  let work = 0;
  for (let k = 0; k < RANDOM_ORDERS; k++) {
    const steps = piece.add(byChance(n, random), sizes);
    while (!steps.next().done) yield k / RANDOM_ORDERS;
    work += n + either.columns.length;
    if (work < STEP_WORK) continue;
    work = 0;
    yield k / RANDOM_ORDERS;
  }
  return { left: sizes.map((size) => size / RANDOM_ORDERS / n) };
}

/** R = (1/n) sum of S(Q) over Q = 1 … n. Schneider et al. (2011). */
export function robustnessOf({ left }: Attack): number {
  let sum = 0;
  for (let removed = 1; removed < left.length; removed++) sum += left[removed]!;
  return sum / (left.length - 1);
}
