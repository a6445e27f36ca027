import { rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { SUMMED_CLAUSE, clauses } from '../conventions.ts';
import { fraction, math, row, sub, subsup, sumOver } from '../math.ts';
import { atOnce, type NetworkMeasure } from '../measure.ts';

/** p_i = s_i / sum of s over both directions; null without ties. */
export function strengthShares({ either }: Network): Float64Array | null {
  const strengths = rowSums(either);
  let total = 0;
  for (const strength of strengths) total += strength;
  return total > 0 ? strengths.map((strength) => strength / total) : null;
}

const SHARE_OF_STRENGTH: NetworkMeasure['formula'] = {
  text: 'pᵢ = sᵢ/Σⱼ sⱼ',
  math: math(sub('p', 'i'), '=', fraction(sub('s', 'i'), row(sumOver('j'), sub('s', 'j')))),
};

/** What both share. */
const OF_SHARES = {
  level: 'network',
  group: 'resilience',
  convention: () =>
    clauses(
      { en: 'strength counts what an actor gives and what it receives', zh: '强度包括主体给出的和收到的' },
      SUMMED_CLAUSE,
    ),
  // Each tie counts at both of its ends, so that no actor can have more than half.
  range: ({ n }: { readonly n: number }): readonly [number, number] => [
    Math.min(0.5, 1 / Math.max(1, n)),
    0.5,
  ],
  hasNormalisedForm: false,
  source: 'Hirschman (1945), National power and the structure of foreign trade; Herfindahl (1950)',
  status: 'established',
  caution: {
    en: 'Cannot exceed 1/2, since each tie counts at both of its ends.',
    zh: '最大为 1/2，因为每条关系在两端各计一次。',
  },
  complexity: 'O(n + m)',
  digits: 3,
  usesPaths: false,
} as const;

/** HHI, the sum of squared shares of strength; null without ties. [1/n, 1/2]. Herfindahl & Hirschman. */
export const hubDependence: NetworkMeasure = {
  ...OF_SHARES,
  id: 'hub-dependence',
  name: { en: 'Hub dependence', zh: '枢纽依赖度' },
  symbol: 'HHI',
  formula: {
    text: 'HHI = Σᵢ pᵢ², pᵢ = sᵢ/Σⱼ sⱼ',
    math: math(sumOver('i'), subsup('p', 'i', '2'), ',', SHARE_OF_STRENGTH.math),
  },
  where: { en: 's is strength, p the share of it that an actor has.', zh: 's 为强度，p 为主体所占的份额。' },
  unit: { en: 'concentration index', zh: '集中度指数' },
  says: {
    en: 'How far all that flows is concentrated on a few actors.',
    zh: '全部流动在多大程度上集中于少数主体。',
  },
  style: 'number',
  compute: atOnce((network) => {
    const shares = strengthShares(network);
    return shares && shares.reduce((sum, share) => sum + share * share, 0);
  }),
};

/** The largest share of strength that one actor has; null without ties. [1/n, 1/2]. */
export const topShare: NetworkMeasure = {
  ...OF_SHARES,
  id: 'top-share',
  name: { en: 'Share of the largest actor', zh: '最大主体的份额' },
  symbol: 'p 1',
  formula: {
    text: 'max pᵢ, pᵢ = sᵢ/Σⱼ sⱼ',
    math: math('max', sub('p', 'i'), ',', SHARE_OF_STRENGTH.math),
  },
  where: { en: 's is strength, p the share of it that an actor has.', zh: 's 为强度，p 为主体所占的份额。' },
  unit: { en: 'share of strength', zh: '占强度的比例' },
  says: {
    en: 'Which share of all that flows begins or ends at the busiest actor.',
    zh: '全部流动中，始于或止于最活跃主体的占多大比例。',
  },
  style: 'share',
  compute: atOnce((network) => {
    const shares = strengthShares(network);
    return shares && shares.reduce((largest, share) => Math.max(largest, share), 0);
  }),
};
