import { ln } from '../../base/logarithm.ts';
import { seededRandom } from '../../base/random.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { triangleCounts } from '../cohesion/triangles.ts';
import { clauses } from '../conventions.ts';
import { fraction, math, sub } from '../math.ts';
import type { Computation, NetworkMeasure } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';
import { largestOf, weakComponents } from './components.ts';
import { patternAmong, plainNetwork } from './plain-network.ts';
import { Rewiring } from './rewiring.ts';

/** Chance versions whose mean is compared with. */
const REWIRINGS = 100;

/** Transitivity C and mean distance L in steps, over pairs with a path. */
interface Shape {
  readonly clustering: number;
  readonly distance: number;
}

function* shapeOf(pattern: Csr, options: MeasureOptions): Computation<Shape> {
  const { offsets } = pattern;
  const n = offsets.length - 1;
  const triangles = yield* triangleCounts(pattern);
  let closed = 0;
  let triples = 0;
  for (let actor = 0; actor < n; actor++) {
    const degree = offsets[actor + 1]! - offsets[actor]!;
    closed += triangles[actor]!;
    triples += (degree * (degree - 1)) / 2;
  }
  const exact: MeasureOptions = { ...options, sources: 0, distances: 'outgoing' };
  const { farness, reach } = yield* sweepFor(plainNetwork(pattern), exact);
  let distance = 0;
  let pairs = 0;
  for (let actor = 0; actor < n; actor++) {
    distance += farness[actor]!;
    pairs += reach[actor]! - 1;
  }
  return { clustering: triples > 0 ? closed / triples : 0, distance: distance / pairs };
}

/** What a random network with as many actors and ties has: C = k/(n - 1), L = ln n/ln k. */
function analyticShape(pattern: Csr): Shape {
  const n = pattern.offsets.length - 1;
  const meanDegree = pattern.columns.length / n;
  return { clustering: meanDegree / (n - 1), distance: ln(n) / ln(meanDegree) };
}

function* rewiredShape(pattern: Csr, options: MeasureOptions): Computation<Shape> {
  const random = seededRandom(options.seed);
  const rewiring = new Rewiring(pattern);
  let clustering = 0;
  let distance = 0;
  for (let k = 0; k < REWIRINGS; k++) {
    const work = (function* (): Computation<Shape> {
      return yield* shapeOf(yield* rewiring.next(random), options);
    })();
    let step = work.next();
    for (; !step.done; step = work.next()) yield k / REWIRINGS;
    clustering += step.value.clustering / REWIRINGS;
    distance += step.value.distance / REWIRINGS;
  }
  return { clustering, distance };
}

/** U among the actors of the largest weak component, the first of those of one size. */
function largestComponent(network: Network): Csr {
  const components = weakComponents(network);
  const { of, sizes } = components;
  const largest = sizes.indexOf(largestOf(components));
  const actors = new Uint32Array(sizes[largest] ?? 0);
  let size = 0;
  for (let actor = 0; actor < network.n; actor++) if (of[actor] === largest) actors[size++] = actor;
  return patternAmong(network.either, actors, new Int32Array(network.n));
}

/**
 * Sigma = (C/C_rand)/(L/L_rand) of the largest component, direction and weights ignored; null where it has less than
 * three actors or chance has no triangles. [0, inf). Watts & Strogatz (1998); Humphries & Gurney (2008).
 */
export const smallWorld: NetworkMeasure = {
  id: 'small-world',
  level: 'network',
  group: 'cohesion',
  name: { en: 'Small-world ratio', zh: '小世界系数' },
  symbol: 'σ',
  formula: {
    text: 'σ = (C/C₀)/(L/L₀)',
    math: math('σ', '=', fraction(fraction('C', sub('C', '0')), fraction('L', sub('L', '0')))),
  },
  where: {
    en: 'C is the share of connected triples that are closed, L the mean distance; C₀ and L₀ are what chance gives.',
    zh: 'C 为闭合的连通三元组占比，L 为平均距离；C₀ 和 L₀ 为随机情形下的值。',
  },
  convention: (setting) =>
    clauses(
      { en: 'largest component, direction and weights ignored', zh: '最大连通分支，不计方向与权重' },
      setting.smallWorld === 'analytic'
        ? {
            en: 'chance by formula: C₀ = k/(n − 1), L₀ = ln n/ln k, k the mean degree',
            zh: '随机情形用解析值：C₀ = k/(n − 1)，L₀ = ln n/ln k，k 为平均度',
          }
        : {
            en: `chance by ${REWIRINGS} rewirings that keep every degree, seed ${setting.seed}`,
            zh: `随机情形取 ${REWIRINGS} 次保度重连的平均，随机种子 ${setting.seed}`,
          },
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'ratio', zh: '比值' },
  source:
    'Humphries & Gurney (2008), Network small-world-ness; Watts & Strogatz (1998), Collective dynamics of small-world networks',
  status: 'contested',
  says: {
    en: 'How far the ecosystem is both clustered and short of ways, compared with chance: above 1 is called a small world.',
    zh: '与随机情形相比，生态系统在多大程度上既抱团又路径短：大于 1 称为小世界。',
  },
  caution: {
    en: 'Unreliable below some 30 actors, grows with the size of the network, and depends on what it is compared with.',
    zh: '主体少于约 30 个时不可靠；数值随网络规模增大，并取决于比较基准。',
  },
  complexity: 'O(n·m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['smallWorld', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
  *compute(network, options) {
    const pattern = largestComponent(network);
    if (pattern.offsets.length - 1 < 3) return null;
    const { clustering, distance } = yield* shapeOf(pattern, options);
    const chance =
      options.smallWorld === 'analytic' ? analyticShape(pattern) : yield* rewiredShape(pattern, options);
    return chance.clustering > 0 ? clustering / chance.clustering / (distance / chance.distance) : null;
  },
};
