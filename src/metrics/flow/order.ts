import type { Localized } from '../../base/localized.ts';
import { fraction, math, row, sub, sumOver, sup, type MathNode } from '../math.ts';
import type { NetworkMeasure } from '../measure.ts';
import { once } from '../once.ts';
import { ascendencyOf, fitnessOf, robustnessOf, type Ascendency } from './ascendency.ts';
import { closureKey, closureOf } from './closure.ts';
import { CLOSURE_CAUTION, flowConvention } from './convention.ts';

type Texts = Pick<
  NetworkMeasure,
  'id' | 'name' | 'symbol' | 'formula' | 'unit' | 'range' | 'says' | 'status' | 'style' | 'source'
> & { readonly caution?: Localized };

const SINK: Localized = {
  en: 'one row for what comes from outside, one column for what leaves; logarithms to base 2',
  zh: '外部流入合为一行，向外流出合为一列；对数以 2 为底',
};

const X: MathNode = sub('X', row('i', 'j'));

const WHERE: Localized = {
  en: 'X holds the flows between actors, one row of inflow and one column of outflow; A dot stands for a sum, TSTₚ for the sum of all, A for ascendency, C for capacity, α for A/C.',
  zh: 'X 为主体之间的流量，外加一行流入与一列流出；点号表示求和，TSTₚ 为全部之和，A 为上升性，C 为发展能力，α 为 A/C。',
};

const ULANOWICZ =
  'Ulanowicz (1986), Growth and Development; Ulanowicz (1997), Ecology, the Ascendent Perspective';
const WINDOW =
  'Ulanowicz, Goerner, Lietaer & Gomez (2009), Quantifying sustainability: resilience, efficiency and the return of information theory';

const CONTESTED: Localized = {
  en: `The algebra is sound, the best value is not: the “window of vitality” was fitted to food webs. ${CLOSURE_CAUTION.en}`,
  zh: `代数推导无误，最佳值却有争议：“活力窗口”由食物网拟合得出。${CLOSURE_CAUTION.zh}`,
};

function ofOrder(texts: Texts, value: (order: Ascendency) => number | null): NetworkMeasure {
  return {
    caution: CLOSURE_CAUTION,
    ...texts,
    level: 'network',
    group: 'flow',
    where: WHERE,
    convention: (setting) => flowConvention(setting, SINK),
    hasNormalisedForm: false,
    complexity: 'O(n + m)',
    digits: 4,
    usesPaths: false,
    options: ['currency', 'lambda'],
    *compute(network, options) {
      const order = yield* once(network, `flow order ${closureKey(options)}`, function* () {
        const closure = yield* closureOf(network, options);
        yield 1;
        return closure && ascendencyOf(closure.model);
      });
      return order && value(order);
    },
  };
}

/** What only a ratio leads to. */
function ofRatio(texts: Texts, value: (ratio: number) => number): NetworkMeasure {
  return ofOrder(texts, ({ ratio }) => (ratio === null ? null : value(ratio)));
}

/** AMI = A / TSTp, in bits; null without flows. */
export const mutualInformation = ofOrder(
  {
    id: 'flow-information',
    name: { en: 'Mutual information of flows', zh: '流的平均互信息' },
    symbol: 'AMI',
    formula: { text: 'AMI = A/TSTₚ', math: math('AMI', '=', fraction('A', sub('TST', 'p'))) },
    unit: { en: 'bits', zh: '比特' },
    range: () => [0, Infinity],
    source: ULANOWICZ,
    status: 'established',
    style: 'number',
    says: {
      en: 'How surely one knows where a flow goes from where it is.',
      zh: '由流当前所在之处，能在多大程度上确定它的去向。',
    },
  },
  ({ information }) => information,
);

/** A, in bits times the unit of weights; null without flows. Ulanowicz (1986). */
export const ascendency = ofOrder(
  {
    id: 'ascendency',
    name: { en: 'Ascendency', zh: '上升性' },
    symbol: 'A',
    formula: {
      text: 'A = Σ Xᵢⱼ log₂(Xᵢⱼ TSTₚ/(Xᵢ. X.ⱼ))',
      math: math(
        'A',
        '=',
        sumOver(row('i', ',', 'j')),
        X,
        sub('log', '2'),
        fraction(row(X, sub('TST', 'p')), row(sub('X', row('i', '·')), sub('X', row('·', 'j')))),
      ),
    },
    unit: { en: 'weight × bits', zh: '权重 × 比特' },
    range: () => [0, Infinity],
    source: ULANOWICZ,
    status: 'established',
    style: 'number',
    says: {
      en: 'How much activity runs in settled channels: size times order.',
      zh: '有多少活动沿既定渠道进行：规模与有序程度之积。',
    },
  },
  (order) => order.ascendency,
);

/** C >= A; null without flows. Ulanowicz (1986). */
export const developmentCapacity = ofOrder(
  {
    id: 'development-capacity',
    name: { en: 'Development capacity', zh: '发展能力' },
    symbol: 'C',
    formula: {
      text: 'C = −Σ Xᵢⱼ log₂(Xᵢⱼ/TSTₚ)',
      math: math(
        'C',
        '=',
        '−',
        sumOver(row('i', ',', 'j')),
        X,
        sub('log', '2'),
        fraction(X, sub('TST', 'p')),
      ),
    },
    unit: { en: 'weight × bits', zh: '权重 × 比特' },
    range: () => [0, Infinity],
    source: ULANOWICZ,
    status: 'established',
    style: 'number',
    says: {
      en: 'How much order the flows could have at most, by their number and size.',
      zh: '按流的数量与大小，有序程度最多可达到多少。',
    },
  },
  ({ capacity }) => capacity,
);

/** C - A >= 0; null without flows. Ulanowicz (1986). */
export const flowOverhead = ofOrder(
  {
    id: 'flow-overhead',
    name: { en: 'Overhead', zh: '系统冗余' },
    symbol: 'Φ',
    formula: { text: 'Φ = C − A', math: math('Φ', '=', 'C', '−', 'A') },
    unit: { en: 'weight × bits', zh: '权重 × 比特' },
    range: () => [0, Infinity],
    source: ULANOWICZ,
    status: 'established',
    style: 'number',
    says: {
      en: 'What is not bound to one channel: detours and alternatives, which cost, and are the reserve when something fails.',
      zh: '不受限于单一渠道的部分：迂回与备选路径，既是代价，也是出现变故时的储备。',
    },
  },
  ({ overhead }) => overhead,
);

/** alpha = A / C in [0, 1]; null without flows. Ulanowicz (2009). */
export const relativeAscendency = ofOrder(
  {
    id: 'relative-ascendency',
    name: { en: 'Relative ascendency', zh: '相对上升性' },
    symbol: 'α',
    formula: { text: 'α = A/C', math: math('α', '=', fraction('A', 'C')) },
    unit: { en: 'share of capacity', zh: '占发展能力的比例' },
    range: () => [0, 1],
    source: WINDOW,
    status: 'established',
    style: 'number',
    caution: CONTESTED,
    says: {
      en: 'Whether flows are too tidy and brittle (near 1), or too loose and wasteful (near 0).',
      zh: '流过于规整而脆弱（接近 1），还是过于松散而浪费（接近 0）。',
    },
  },
  ({ ratio }) => ratio,
);

/** -alpha ln alpha in [0, 1/e]; null without flows. Ulanowicz et al. (2009). */
export const flowRobustness = ofRatio(
  {
    id: 'flow-robustness',
    name: { en: 'Robustness of flows', zh: '流的稳健性' },
    symbol: 'Rb',
    formula: { text: 'Rb = −α·ln α', math: math('Rb', '=', '−', 'α', 'ln', 'α') },
    unit: { en: 'at most 1/e = 0.368, at α = 0.368', zh: '最大为 1/e = 0.368，此时 α = 0.368' },
    range: () => [0, 1 / Math.E],
    source: WINDOW,
    status: 'contested',
    style: 'number',
    caution: CONTESTED,
    says: {
      en: 'How well order and reserve are balanced.',
      zh: '秩序与储备之间平衡得如何。',
    },
  },
  robustnessOf,
);

/** -e alpha^b ln alpha^b with b = 1.288, in [0, 1]; null without flows. Ulanowicz et al. (2009). */
export const flowFitness = ofRatio(
  {
    id: 'flow-fitness',
    name: { en: 'Window of vitality', zh: '活力窗口适合度' },
    symbol: 'F',
    formula: {
      text: 'F = −e·αᵇ·ln αᵇ, b = 1.288',
      math: math('F', '=', '−', 'e', sup('α', 'b'), 'ln', sup('α', 'b'), ',', 'b', '=', '1.288'),
    },
    unit: { en: 'at most 1, at α = 0.460', zh: '最大为 1，此时 α = 0.460' },
    range: () => [0, 1],
    source: WINDOW,
    status: 'contested',
    style: 'number',
    caution: CONTESTED,
    says: {
      en: 'How near the flows come to the balance of order and reserve that food webs have.',
      zh: '流的状态与食物网中秩序和储备的平衡有多接近。',
    },
  },
  fitnessOf,
);
