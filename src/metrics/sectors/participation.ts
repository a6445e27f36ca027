import type { Network } from '../../network/network.ts';
import { clauses, PARALLEL_CLAUSE, SUMMED_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import { atOnce, type ActorMeasure } from '../measure.ts';

/**
 * 1 - sum over sectors of (k_is / k_i)^2, by partners or by strength, direction ignored; NaN for isolates.
 * [0, 1 - 1 / sectors]. Guimera & Amaral (2005), with sectors as modules; Blau's (1977) index of the partners.
 */
export const participation: ActorMeasure = {
  id: 'participation',
  level: 'actor',
  group: 'sectors',
  name: { en: 'Participation', zh: '参与系数' },
  symbol: 'P',
  formula: {
    text: 'Pᵢ = 1 − Σₛ (kᵢₛ/kᵢ)²',
    math: math(
      sub('P', 'i'),
      '=',
      '1',
      '−',
      sumOver('s'),
      sup(row('(', fraction(sub('k', row('i', 's')), sub('k', 'i')), ')'), '2'),
    ),
  },
  where: {
    en: 'kᵢₛ counts the partners of i in sector s, or sums the weight of the ties with them; kᵢ is the sum over all sectors.',
    zh: 'kᵢₛ 为 i 在类型 s 中的合作方数（或关系权重之和），kᵢ 为对全部类型之和。',
  },
  convention: (setting) =>
    setting.participation === 'partners'
      ? clauses({ en: 'by partners, whatever the direction', zh: '按合作方计，不论方向' }, PARALLEL_CLAUSE)
      : clauses({ en: 'by strength, both directions added', zh: '按强度计，两个方向相加' }, SUMMED_CLAUSE),
  range: ({ sectorCount }) => [0, 1 - 1 / Math.max(1, sectorCount)],
  hasNormalisedForm: false,
  unit: { en: 'evenness over sectors', zh: '在各类型间的均匀程度' },
  source:
    'Guimerà & Amaral (2005), Functional cartography of complex metabolic networks; Blau (1977), Inequality and Heterogeneity',
  status: 'established',
  says: {
    en: 'How evenly this actor’s partners are spread over the sectors.',
    zh: '该主体的合作方在各类主体间分布得有多均匀。',
  },
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['participation'],
  compute: atOnce((network, options) => spread(network, options.participation === 'strength')),
};

function spread({ n, either, sectors, sectorIds }: Network, byStrength: boolean): Float64Array {
  const { offsets, columns, weights } = either;
  const values = new Float64Array(n);
  const parts = new Float64Array(sectorIds.length);
  for (let actor = 0; actor < n; actor++) {
    const from = offsets[actor]!;
    const to = offsets[actor + 1]!;
    let total = 0;
    for (let e = from; e < to; e++) {
      const part = byStrength ? weights[e]! : 1;
      parts[sectors[columns[e]!]!]! += part;
      total += part;
    }
    let squares = 0;
    for (let e = from; e < to; e++) {
      const sector = sectors[columns[e]!]!;
      const share = parts[sector]! / total;
      squares += share * share;
      // counted, and ready for the next actor
      parts[sector] = 0;
    }
    values[actor] = from === to ? NaN : 1 - squares;
  }
  return values;
}
