import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { closureKey, closureOf, type Closure } from '../flow/closure.ts';
import { flowConvention } from '../flow/convention.ts';
import { MOST_ACTORS } from '../flow/cycling.ts';
import { exchanges } from '../flow/flow-model.ts';
import { math, row, sub, sup } from '../math.ts';
import type { Computation, Setting } from '../measure.ts';
import { once } from '../once.ts';
import { utilityOf, type Utility } from './utility.ts';

/** Who gains from whom on a map. What is in it is shared: never handed out, never written. */
export interface Symbiosis extends Utility {
  readonly closure: Closure;
  /** Between whom anything flows, whatever the direction. */
  readonly tied: Csr;
}

/** Null without flows and with too many actors. */
export function symbiosisOf(network: Network, options: MeasureOptions): Computation<Symbiosis | null> {
  return once(network, `symbiosis ${closureKey(options)}`, function* () {
    const closure = yield* closureOf(network, options);
    const utility = closure && (yield* utilityOf(closure.model));
    return utility && { ...utility, closure, tied: exchanges(closure.model) };
  });
}

const UTILITY = math(
  'Y',
  '=',
  'T',
  sup(row('(', 'I', '−', 'D', ')'), row('−', '1')),
  ',',
  sub('D', row('i', 'j')),
  '=',
  row('(', sub('F', row('j', 'i')), '−', sub('F', row('i', 'j')), ')', '/', sub('T', 'i')),
);

const SIGNS_CLAUSE: Localized = {
  en: 'by the inverse, whether or not the series converges; the entry of row i and column j is what i gains from j; less than 1e-10 of (TᵢTⱼ)^½ counts as nothing',
  zh: '采用逆矩阵，不论级数是否收敛；第 i 行第 j 列为 i 从 j 获得的效用；小于 (TᵢTⱼ)^½ 的 1e-10 者视为零',
};

/** What all measures of symbiosis share. */
export const OF_SYMBIOSIS = {
  group: 'symbiosis',
  formula: { text: 'Y = T(I − D)⁻¹, Dᵢⱼ = (Fⱼᵢ − Fᵢⱼ)/Tᵢ', math: UTILITY },
  where: {
    en: 'F are the flows, T is throughflow; D is what an actor gains from another directly, Y what it gains over all ways.',
    zh: 'F 为流量，T 为通流量；D 为主体从另一主体直接获得的净收益，Y 为经由全部路径获得的效用。',
  },
  convention: (setting: Setting): Localized =>
    flowConvention(
      setting,
      SIGNS_CLAUSE,
      setting.n > MOST_ACTORS && {
        en: `none for more than ${MOST_ACTORS} actors that something passes through`,
        zh: `有通流量的主体超过 ${MOST_ACTORS} 个时不计算`,
      },
    ),
  source:
    'Patten (1991), Network ecology; Fath & Patten (1998), Network synergism: emergence of positive relations in ecological systems',
  complexity: 'O(n³)',
  digits: 3,
  usesPaths: false,
  options: ['currency', 'lambda'],
  caution: {
    en: 'Where the largest eigenvalue of D is 1 or more, the series that gives Y its meaning does not converge, and the inverse alone stands for it, which is contested. Ties are no measured flows.',
    zh: 'D 的最大特征值（模）不小于 1 时，赋予 Y 含义的级数不收敛，只能以逆矩阵代替，有争议。关系并非实测的流量。',
  },
} as const;
