import type { Localized } from '../../base/localized.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, subsup, sumOver } from '../math.ts';
import { atOnce, type NetworkMeasure, type Setting } from '../measure.ts';
import { modularityOf } from './partition.ts';

export function weightsClause({ weighted }: Setting): Localized {
  return weighted
    ? { en: 'ties count by weight', zh: '关系按权重计' }
    : { en: 'every tie counts one', zh: '每条关系计为一' };
}

export function resolutionClause({ resolution }: Setting): Localized {
  return { en: `resolution γ = ${resolution}`, zh: `分辨率 γ = ${resolution}` };
}

/**
 * Whatever the partition: with a share L of the ties inside groups, the sum of a_s b_s is at most (1 + L) / 2, and Q
 * falls in a line from -gamma / 2 at L = 0 to 1 - gamma at L = 1.
 */
export function modularityRange({ resolution }: Setting): readonly [number, number] {
  return [Math.min(-resolution / 2, 1 - resolution), 1];
}

/** Modularity of the partition into sectors; null without ties. Newman & Girvan (2004); Leicht & Newman (2008). */
export const sectorModularity: NetworkMeasure = {
  id: 'sector-modularity',
  level: 'network',
  group: 'sectors',
  name: { en: 'Modularity of sectors', zh: '主体类型的模块度' },
  symbol: 'Q s',
  formula: {
    text: 'Q(s) = 1/T · Σ (Wᵢⱼ − γ kᵢ(+) kⱼ(−)/T), sᵢ = sⱼ',
    math: math(
      sub('Q', 's'),
      '=',
      fraction('1', 'T'),
      sumOver(row(sub('s', 'i'), '=', sub('s', 'j'))),
      '(',
      sub('W', row('i', 'j')),
      '−',
      'γ',
      fraction(row(subsup('k', 'i', '+'), subsup('k', 'j', '−')), 'T'),
      ')',
    ),
  },
  where: {
    en: 'W is what i gives to j, k(+) all that an actor gives, k(−) all that it receives, T the sum of W; pairs of the same sector s.',
    zh: 'W 为 i 给予 j 的量，k(+) 为主体给出的总量，k(−) 为收到的总量，T 为 W 之和；只计同一类型 s 的成对主体。',
  },
  convention: (setting) =>
    clauses(directionClause(setting), weightsClause(setting), resolutionClause(setting)),
  range: modularityRange,
  hasNormalisedForm: false,
  unit: { en: 'share of ties beyond chance', zh: '超出随机的关系比例' },
  source:
    'Newman & Girvan (2004), Finding and evaluating community structure in networks; Leicht & Newman (2008), Community structure in directed networks',
  status: 'established',
  says: {
    en: 'How far the sectors keep to themselves, beyond what chance would give: a silo index.',
    zh: '各类主体在多大程度上只与同类往来，且超出随机所致：各自为政的程度。',
  },
  caution: {
    en: 'Below 0 where ties go between sectors rather than within them, which is what an ecosystem wants.',
    zh: '关系多在不同类型之间而非同类之内时为负，这正是生态系统所希望的。',
  },
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['resolution'],
  unsureWhenSmall: true,
  compute: atOnce(({ outgoing, incoming, sectors, weighted }, { resolution }) =>
    modularityOf(outgoing, incoming, sectors, { weighted, resolution }),
  ),
};
