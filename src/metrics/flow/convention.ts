import type { Localized } from '../../base/localized.ts';
import { clauses } from '../conventions.ts';
import type { Setting } from '../measure.ts';
import { MOST_ACTORS } from './cycling.ts';

export function currencyClause({ currency }: Setting): Localized {
  if (currency === '*')
    return {
      en: 'the ties of all types are added up, which mixes currencies and is contested',
      zh: '所有类型的关系相加，混合了不同的流动内容，有争议',
    };
  return currency === ''
    ? { en: 'one currency: the type of ties that carries most', zh: '单一流动内容：流量最大的一类关系' }
    : { en: 'one currency: the type of ties chosen', zh: '单一流动内容：所选的一类关系' };
}

function closureClause({ lambda }: Setting): Localized {
  return {
    en: `closed with λ = ${lambda}: (1 + λ) times the larger side of an actor’s ties passes through it, and what a side lacks crosses the boundary; an inflow or outflow that is stated takes the place of λ on its side, and is raised only where the sides do not balance`,
    zh: `以 λ = ${lambda} 闭合：主体的通过量为其关系收支较大一侧的 (1 + λ) 倍，各侧的差额视为跨越边界的流量；填写了流入量或流出量的一侧以填写值代替 λ，仅在两侧不平衡时上调`,
  };
}

const TIES_CLAUSE: Localized = {
  en: 'a mutual tie flows both ways, direction and weights always count, self-loops are left out',
  zh: '双向关系按两个方向流动，方向与权重始终计入，自环不计',
};

/** Of all that reads the flows of the ties. */
export function flowConvention(setting: Setting, ...more: readonly (Localized | false)[]): Localized {
  return clauses(currencyClause(setting), closureClause(setting), TIES_CLAUSE, ...more);
}

/** Of what is not computed for many actors. */
export function limitClause({ n }: Setting): Localized | false {
  return (
    n > MOST_ACTORS && {
      en: `none where more than ${MOST_ACTORS} actors hang together in a circle of flows`,
      zh: `彼此循环相连的主体超过 ${MOST_ACTORS} 个时不计算`,
    }
  );
}

export const CLOSURE_CAUTION: Localized = {
  en: 'Ties are no measured flows, and the value moves with λ: compare only maps that are closed alike and follow one currency.',
  zh: '关系并非实测的流量，数值随 λ 变化：只宜比较闭合方式与流动内容相同的网络。',
};
