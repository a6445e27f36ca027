import { clauses, directionClause, distancesClause, lengthClause, sampleClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';

/**
 * ((r - 1) / (n - 1)) * ((r - 1) / sum of distances), r actors reached with oneself; 0 where nobody is reached, null
 * where n < 2. [0, 1] without weights. Wasserman & Faust (1994), p. 201. The other form is the second factor alone, null
 * where nobody is reached.
 */
export const closeness: ActorMeasure = {
  id: 'closeness',
  level: 'actor',
  group: 'position',
  name: { en: 'Closeness', zh: '接近中心性' },
  symbol: 'C',
  formula: {
    text: 'Cᵢ = (rᵢ − 1)/(n − 1) · (rᵢ − 1)/Σⱼ d(i, j)',
    math: math(
      sub('C', 'i'),
      '=',
      fraction(row(sub('r', 'i'), '−', '1'), row('n', '−', '1')),
      '·',
      fraction(row(sub('r', 'i'), '−', '1'), row(sumOver('j'), 'd', '(', 'i', ',', 'j', ')')),
    ),
  },
  where: {
    en: 'r is the number of actors that i can reach, itself included; d is the length of the shortest path; the sum runs over those reached.',
    zh: 'r 为 i 能到达的主体数（含自身）；d 为最短路径长度；只对能到达的主体求和。',
  },
  convention: (setting) =>
    clauses(
      setting.closeness === 'wasserman-faust'
        ? {
            en: 'Wasserman-Faust form, for networks in several pieces',
            zh: 'Wasserman–Faust 形式，适用于不连通网络',
          }
        : {
            en: 'over those reached alone: without the first factor, undefined where nobody is reached',
            zh: '仅计可达主体：不乘第一个因子，无可达主体时无定义',
          },
      directionClause(setting),
      distancesClause(setting),
      lengthClause(setting),
      sampleClause(setting),
    ),
  range: ({ weighted }) => [0, weighted ? Infinity : 1],
  hasNormalisedForm: false,
  unit: { en: 'per unit of length', zh: '每单位长度' },
  source: 'Wasserman & Faust (1994), Social Network Analysis, p. 201',
  status: 'variant',
  says: {
    en: 'How quickly this actor reaches everyone it can reach, discounted by how many it cannot.',
    zh: '该主体到达其所能到达的各方有多快，并按到达不了的比例打折。',
  },
  caution: {
    en: 'Programs differ: some leave out the discount for unreached actors, some measure incoming distances. Harmonic closeness needs no such choice.',
    zh: '各软件算法不一：有的不对到达不了的主体打折，有的按指向自身的距离计算。调和接近中心性无需作此选择。',
  },
  complexity: 'O(n·m), weighted O(n·m + n² log n)',
  style: 'number',
  digits: 3,
  usesPaths: true,
  options: ['closeness', 'distances', 'sources', 'seed'],
  *compute(network, options) {
    const { reach, farness } = yield* sweepFor(network, options);
    const { n } = network;
    const discounted = options.closeness === 'wasserman-faust';
    return reach.map((reached, actor) => {
      if (n < 2) return NaN;
      const others = reached - 1;
      if (others === 0) return discounted ? 0 : NaN;
      return (discounted ? others / (n - 1) : 1) * (others / farness[actor]!);
    });
  },
};
