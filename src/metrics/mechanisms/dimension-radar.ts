import { DIMENSION_NAMES, DIMENSIONS } from '../../model/scheme.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { RadarDetail } from '../detail.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type DetailMeasure } from '../measure.ts';
import { eachTieEnd } from '../niche/resource-states.ts';

/**
 * How the weight of each sector's ties is spread over the strategy's three dimensions, each type of tie serving one.
 * Shares in [0, 1] that sum to 1, NaN for sectors without ties; null without ties.
 */
export const dimensionRadar: DetailMeasure = {
  id: 'dimension-radar',
  level: 'detail',
  group: 'mechanisms',
  name: { en: 'Sectors on the three dimensions', zh: '各类主体的三维战略雷达图' },
  symbol: 'p d',
  formula: {
    text: 'pₛd = Xₛd/Σd Xₛd',
    math: math(
      sub('p', row('s', 'd')),
      '=',
      fraction(sub('X', row('s', 'd')), row(sumOver('d'), sub('X', row('s', 'd')))),
    ),
  },
  where: {
    en: 'X is the weight of the ties of sector s whose type serves dimension d, given or received.',
    zh: 'X 为类型 s 的主体给出或获得的、其关系类型服务于维度 d 的关系权重之和。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      {
        en: 'a tie counts for the sectors of both its ends, twice where they are one; self-loops are left out',
        zh: '关系计入两端各自的类型，两端同类时计两次；自环不计',
      },
      {
        en: 'each type of tie serves the dimension that the vocabulary says',
        zh: '关系类型所服务的维度以词汇表为准',
      },
    ),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of tie weight', zh: '占关系权重的比例' },
  source: 'Ecotone’s own heuristic; the three dimensions after Qiao (2025)',
  status: 'ours',
  says: {
    en: 'What each sector works for with its ties: enterprises’ growth, emerging industries, or the training of talent.',
    zh: '各类主体的合作着力于何处：企业经济发展、战略性新兴产业需求，还是科技创新人才培养。',
  },
  caution: {
    en: 'It shows where effort goes, not how much: small sectors weigh as much as large ones. Which dimension a type of tie serves is a judgement.',
    zh: '显示着力的方向而非规模：小类型与大类型同等看待。关系类型服务于哪一维度属于判断。',
  },
  complexity: 'O(n + m)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network): RadarDetail | null => {
    const { sectorIds, sectors, ties, profiles } = network;
    const width = DIMENSIONS.length;
    const weights = new Float64Array(sectorIds.length * width);
    const all = new Float64Array(width);
    eachTieEnd(network, network.directed, (actor, _, tie) => {
      const dimension = profiles.tieTypeDimensions[ties.types[tie]!]!;
      weights[sectors[actor]! * width + dimension]! += ties.weight[tie]!;
      all[dimension]! += ties.weight[tie]!;
    });
    const overall = shares(all);
    if (Number.isNaN(overall[0])) return null;
    return {
      kind: 'radar',
      axes: { of: 'dimension', ids: [...DIMENSIONS], names: DIMENSIONS.map((id) => DIMENSION_NAMES[id]) },
      series: sectorIds.flatMap((sector, s) =>
        sectors.includes(s) ? [{ sector, values: shares(weights.subarray(s * width, (s + 1) * width)) }] : [],
      ),
      style: 'share',
      digits: 3,
      facts: DIMENSIONS.map((id, d) => ({
        id,
        name: {
          en: `All sectors: ${DIMENSION_NAMES[id].en}`,
          zh: `各类主体合计：${DIMENSION_NAMES[id].zh}`,
        },
        value: overall[d]!,
        style: 'share',
        digits: 3,
      })),
    };
  }),
};

/** NaN throughout where there is nothing. */
function shares(weights: Float64Array): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : NaN));
}
