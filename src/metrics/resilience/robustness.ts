import type { Localized } from '../../base/localized.ts';
import { clauses } from '../conventions.ts';
import type { CurveSeries, Fact } from '../detail.ts';
import { fraction, math, row, sumOver } from '../math.ts';
import type { DetailMeasure, NetworkMeasure, Setting } from '../measure.ts';
import { attackOn, RANDOM_ORDERS, robustnessOf, type Attack } from './attack.ts';

/** Of R: no network of any size reaches it. */
const LARGEST = 0.5;

const SERIES_NAMES: Readonly<Record<Setting['attack'], Localized>> = {
  degree: { en: 'most partners first, counted anew', zh: '度最大者先退出（每步重算）' },
  'static-degree': { en: 'most partners at the start first', zh: '初始度最大者先退出' },
  betweenness: { en: 'highest betweenness first, anew', zh: '中介中心性最大者先退出（每步重算）' },
  random: { en: 'by chance', zh: '随机退出' },
};

function orderClause({ attack, seed }: Setting): Localized {
  if (attack !== 'random') {
    const { en, zh } = SERIES_NAMES[attack];
    return { en: `${en}, of equal ones the first by id`, zh: `${zh}，相同时按标识排序` };
  }
  return {
    en: `by chance, mean of ${RANDOM_ORDERS} orders, seed ${seed}`,
    zh: `随机退出，${RANDOM_ORDERS} 次平均，随机种子 ${seed}`,
  };
}

/** What both share. */
const OF_ATTACKS = {
  group: 'resilience',
  convention: (setting: Setting): Localized =>
    clauses(
      orderClause(setting),
      {
        en: 'the largest weak component over the original number of actors',
        zh: '最大弱连通分支占原有主体总数的比例',
      },
      setting.attack === 'betweenness' && {
        en: 'betweenness in steps, direction ignored',
        zh: '中介中心性按步数计算，不计方向',
      },
    ),
  hasNormalisedForm: false,
  source:
    'Schneider, Moreira, Andrade, Havlin & Herrmann (2011), Mitigation of malicious attacks on networks; Albert, Jeong & Barabási (2000), Error and attack tolerance of complex networks',
  status: 'established',
  complexity: 'O((n + m) log n), betweenness O(n²·m)',
  digits: 3,
  usesPaths: false,
  options: ['attack', 'seed'],
} as const;

/** S(Q) against Q, with who leaves when and what chance would give; null without actors. */
export const attackCurve: DetailMeasure = {
  ...OF_ATTACKS,
  id: 'attack-curve',
  level: 'detail',
  name: { en: 'When actors leave', zh: '主体退出曲线' },
  symbol: 'S(Q)',
  formula: {
    text: 'S(Q) = max n(c)/n',
    math: math('S', '(', 'Q', ')', '=', fraction(row('max', 'n', '(', 'c', ')'), 'n')),
  },
  where: {
    en: 'Q actors have left, n(c) is the number of actors in component c of those who stay, n the number at the start.',
    zh: 'Q 为已退出的主体数，n(c) 为留下的主体中分支 c 的主体数，n 为开始时的主体数。',
  },
  range: ({ n }) => [0, Math.max(1, n)],
  unit: { en: 'share of actors', zh: '占主体总数的比例' },
  says: {
    en: 'How much of the ecosystem hangs together while its busiest actors leave one by one.',
    zh: '最活跃的主体一个接一个退出时，生态系统还有多少连在一起。',
  },
  style: 'share',
  onRequest: true,
  *compute(network, options) {
    if (network.n === 0) return null;
    const attack = yield* attackOn(network, options.attack, options);
    const chance = yield* attackOn(network, 'random', options);
    const series = [seriesOf(options.attack, attack)];
    if (options.attack !== 'random') series.push(seriesOf('random', chance));
    const facts: Fact[] = [
      { id: 'robustness', name: robustness.name, value: robustnessOf(attack), style: 'number', digits: 3 },
      {
        id: 'share-of-largest',
        name: { en: 'R as a share of the largest possible (0.5)', zh: 'R 占可能最大值（0.5）的比例' },
        value: robustnessOf(attack) / LARGEST,
        style: 'share',
        digits: 3,
      },
      {
        id: 'random-robustness',
        name: { en: 'R if actors leave by chance', zh: '随机退出时的 R' },
        value: robustnessOf(chance),
        style: 'number',
        digits: 3,
      },
      {
        id: 'halved-after',
        name: { en: 'Actors gone when the largest piece is halved', zh: '最大部分减半时已退出的主体数' },
        value: halvedAfter(attack),
        style: 'count',
        digits: 3,
      },
    ];
    return {
      kind: 'curve',
      x: { en: 'actors gone', zh: '已退出的主体数' },
      y: { en: 'largest piece, share of all actors', zh: '最大连通部分占全部主体的比例' },
      style: 'share',
      digits: 3,
      series,
      facts,
    };
  },
};

function seriesOf(attack: Setting['attack'], { left, order }: Attack): CurveSeries {
  return {
    id: attack,
    name: SERIES_NAMES[attack],
    values: left.slice(),
    ...(order && { actors: order.slice() }),
  };
}

/** The first Q at which S(Q) is at most half of S(0). */
function halvedAfter({ left }: Attack): number {
  return left.findIndex((share) => share <= (left[0] ?? 0) / 2);
}

/** R, the mean of S(Q) over all removals; null without actors. [(n - 1)/n^2, (n - 1)/2n]. Schneider et al. (2011). */
export const robustness: NetworkMeasure = {
  ...OF_ATTACKS,
  id: 'robustness',
  level: 'network',
  name: { en: 'Robustness', zh: '鲁棒性' },
  symbol: 'R',
  formula: {
    text: 'R = 1/n · Σ S(Q), Q = 1 … n',
    math: math('R', '=', fraction('1', 'n'), sumOver(row('Q', '=', '1', '…', 'n')), 'S', '(', 'Q', ')'),
  },
  where: {
    en: 'S(Q) is the share of all actors in the largest piece after Q actors have left.',
    zh: 'S(Q) 为 Q 个主体退出后最大连通部分占全部主体的比例。',
  },
  range: ({ n }) => (n === 0 ? [0, LARGEST] : [(n - 1) / n ** 2, (n - 1) / (2 * n)]),
  unit: { en: 'mean share of actors', zh: '占主体总数比例的均值' },
  says: {
    en: 'How well the ecosystem hangs together while its busiest actors leave one by one.',
    zh: '最活跃的主体一个接一个退出时，生态系统保持连通的能力。',
  },
  caution: {
    en: 'Cannot exceed 0.5, not even where everyone works with everyone: read it as a share of that.',
    zh: '最大不超过 0.5，即使所有主体两两有关系：应看作占 0.5 的比例。',
  },
  style: 'number',
  // By betweenness it takes seconds on maps of some hundred actors.
  onRequest: true,
  *compute(network, options) {
    if (network.n === 0) return null;
    return robustnessOf(yield* attackOn(network, options.attack, options));
  },
};
