import { ln } from '../../base/logarithm.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Csr } from '../../network/csr.ts';
import { clauses, directionClause, RAW_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation, NetworkMeasure, Setting } from '../measure.ts';
import type { Network } from '../../network/network.ts';
import { countingClause, countsWeights } from './spectral-options.ts';
import { spectralRadius } from './spectral-radius.ts';

/** How near the attenuation is to where the sum over all chains has no end. */
const SHARE = 0.85;
/** Where there are no circles any attenuation will do. */
const WITHOUT_CIRCLES = 0.1;
/** Of the largest change in a round; the error is some six times that. */
const TOLERANCE = 1e-14;
const MOST_ROUNDS = 2000;
const ENTRIES_PER_YIELD = 200_000;

const ALPHA_CLAUSE = {
  en: 'α = 0.85/λ, or 0.1 where no tie is part of a circle',
  zh: 'α = 0.85/λ，没有任何关系处于回路中时取 0.1',
};

/** Influence along chains of ties, each step counting alpha times the one before. Katz (1953). */
const SHARED = {
  group: 'position',
  where: {
    en: 'A from j to i is 1 where j gives to i (its weight, by choice); α, the attenuation, makes longer chains count less; λ is the largest eigenvalue of A.',
    zh: '主体 j 向 i 提供资源时 A 为 1（或取权重）；α 为衰减系数，使较长的链计得较少；λ 为 A 的最大特征值。',
  },
  source: 'Katz (1953), A new status index derived from sociometric analysis',
  status: 'variant',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['spectral'],
} as const;

/**
 * x = (I - alpha A^T)^-1 1, alpha = 0.85 / the largest eigenvalue (0.1 if that is 0). Raw in [1, inf), normalised divided
 * by the largest. Katz (1953).
 */
export const katz: ActorMeasure = {
  ...SHARED,
  id: 'katz',
  level: 'actor',
  name: { en: 'Katz centrality', zh: 'Katz 中心性' },
  symbol: 'x K',
  formula: {
    text: 'xᵢ = 1 + α Σⱼ Aⱼᵢ xⱼ, α = 0.85/λ',
    math: math(
      sub('x', 'i'),
      '=',
      '1',
      '+',
      'α',
      sumOver('j'),
      sub('A', row('j', 'i')),
      sub('x', 'j'),
      ',',
      'α',
      '=',
      fraction('0.85', 'λ'),
    ),
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      countingClause(countsWeights(setting, setting)),
      ALPHA_CLAUSE,
      setting.directed && { en: 'incoming ties count', zh: '按入向关系计' },
      setting.normalised
        ? { en: 'normalised: divided by the largest', zh: '标准化值：除以最大值' }
        : RAW_CLAUSE,
    ),
  range: ({ normalised }) => (normalised ? [0, 1] : [1, Infinity]),
  hasNormalisedForm: true,
  unit: { en: 'weighted number of chains', zh: '加权链数' },
  says: {
    en: 'Influence through chains of ties, shorter chains counting more.',
    zh: '沿关系链传递的影响，链越短计得越多。',
  },
  caution: {
    en: 'Depends on α: programs choose it differently.',
    zh: '取决于 α 的取值，各软件的选择不同。',
  },
  complexity: 'O(n + m) a round, about 100 rounds',
  *compute(network, options) {
    const { n, incoming } = network;
    const alpha = yield* attenuation(network, options);
    if (alpha === null) return new Float64Array(n).fill(NaN);
    const values = yield* chains(incoming, alpha, countsWeights(network, options));
    const most = options.normalised ? values.reduce((a, b) => Math.max(a, b), 0) : 1;
    // a long chain of very heavy ties without a circle can leave the range of numbers
    return values.map((value) => (Number.isFinite(value / most) ? value / most : NaN));
  },
};

/** The alpha that Katz centrality uses; null on a map without actors. (0, inf). */
export const katzAlpha: NetworkMeasure = {
  ...SHARED,
  id: 'katz-alpha',
  level: 'network',
  name: { en: 'Attenuation of Katz centrality', zh: 'Katz 中心性的衰减系数' },
  symbol: 'α',
  formula: { text: 'α = 0.85/λ', math: math('α', '=', fraction('0.85', 'λ')) },
  convention: (setting: Setting) =>
    clauses(directionClause(setting), countingClause(countsWeights(setting, setting)), ALPHA_CLAUSE),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'per step', zh: '每步' },
  says: {
    en: 'How much of its effect a chain of ties keeps with each step in Katz centrality.',
    zh: '计算 Katz 中心性时，关系链每延长一步保留多少影响。',
  },
  complexity: 'O(n + m) a round, some 40 rounds',
  *compute(network, options) {
    return network.n === 0 ? null : yield* attenuation(network, options);
  },
};

function* attenuation(network: Network, options: MeasureOptions): Computation<number | null> {
  const radius = yield* spectralRadius(network, countsWeights(network, options));
  if (radius === null) return null;
  return radius === 0 ? WITHOUT_CIRCLES : SHARE / radius;
}

/** Gauss-Seidel: each value is put right from those known best. */
function* chains(incoming: Csr, alpha: number, weighted: boolean): Computation<Float64Array> {
  const { offsets, columns, weights } = incoming;
  const n = offsets.length - 1;
  const values = new Float64Array(n).fill(1);
  const roundsPerYield = Math.max(1, Math.floor(ENTRIES_PER_YIELD / (n + columns.length)));
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let change = 0;
    for (let actor = 0; actor < n; actor++) {
      let received = 0;
      for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++)
        received += weighted ? weights[e]! * values[columns[e]!]! : values[columns[e]!]!;
      const value = 1 + alpha * received;
      change = Math.max(change, (value - values[actor]!) / value);
      values[actor] = value;
    }
    if (change <= TOLERANCE) break;
    if (round % roundsPerYield === 0) yield Math.min(1, Math.max(0, ln(change) / ln(TOLERANCE)));
  }
  return values;
}
