import type { Localized } from '../../base/localized.ts';
import { MECHANISM_NAMES, MECHANISMS, type Mechanism } from '../../model/scheme.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { Fact, FindingRow, RowsDetail } from '../detail.ts';
import { currencyClause } from '../flow/convention.ts';
import { fraction, math, row, sub, type MathNode } from '../math.ts';
import type { Computation, DetailMeasure, NetworkMeasure, Setting } from '../measure.ts';
import {
  GAUGE_OPTIONS,
  gaugeParts,
  readGauge,
  type GaugePart,
  type GaugeParts,
  type GaugeReading,
  type Reading,
} from './parts.ts';

/** What is true of all four gauges. */
const SHARED = {
  group: 'mechanisms',
  range: (): readonly [number, number] => [0, 100],
  hasNormalisedForm: false,
  unit: { en: 'of 100', zh: '满分 100' },
  source: 'Ecotone’s own heuristic; the four mechanisms after Qiao (2025)',
  status: 'ours',
  caution: {
    en: 'A mean of three unlike things, with weights and full marks that are ours: open it into its parts, compare states of one map, never rank regions by it.',
    zh: '由三个不同性质的部分等权平均而成，权重与满分标准均为本软件自拟：应展开查看各部分，用于比较同一地图的不同状态，不可据以给地区排名。',
  },
  style: 'number',
  digits: 3,
  usesPaths: false,
} as const;

const MEAN_CLAUSE: Localized = {
  en: 'the mean of three parts, weighted alike; a part without a value is left out',
  zh: '三个部分等权平均；无值的部分不计入',
};

function flowClauses(setting: Setting): readonly Localized[] {
  return [
    currencyClause(setting),
    { en: `flows closed with λ = ${setting.lambda}`, zh: `流以 λ = ${setting.lambda} 闭合` },
  ];
}

const RESILIENCE_CLAUSE: Localized = {
  en: 'direction ignored where actors leave; of equal ones the first by id leaves first',
  zh: '主体退出时不计方向；相同时按标识排序',
};

const CLAUSES: Readonly<Record<Mechanism, (setting: Setting) => readonly Localized[]>> = {
  motivation: () => [{ en: 'direction ignored among partners', zh: '合作方不计方向' }],
  symbiosis: (setting) => [
    directionClause(setting),
    { en: 'pairs of all sectors that have actors', zh: '包括所有有主体的类型之间的各对' },
    ...flowClauses(setting),
  ],
  guarantee: () => [RESILIENCE_CLAUSE],
  feedback: (setting) => [directionClause(setting), ...flowClauses(setting)],
};

type GaugeTexts = Pick<
  NetworkMeasure,
  'id' | 'name' | 'symbol' | 'formula' | 'where' | 'says' | 'complexity'
>;

const THIRD = row('100', '·', fraction('1', '3'));
const mean = (symbol: string, ...terms: readonly (MathNode | string)[]): NetworkMeasure['formula']['math'] =>
  math(symbol, '=', THIRD, '(', ...terms, ')');

const TEXTS: Readonly<Record<Mechanism, GaugeTexts>> = {
  motivation: {
    id: 'gauge-motivation',
    name: { en: 'Motivation gauge', zh: '动力机制得分' },
    symbol: 'M',
    formula: {
      text: 'M = 100·⅓·(c + n(k ≥ 2)/n + D)',
      math: mean('M', 'c', '+', fraction(row('n', '(', 'k', '≥', '2', ')'), 'n'), '+', 'D'),
    },
    where: {
      en: 'c is the share of needs that is offered, k an actor’s number of partners, n the number of actors, D the coupling coordination degree.',
      zh: 'c 为有供给的需求比例，k 为主体的合作方数量，n 为主体数，D 为耦合协调度。',
    },
    says: {
      en: 'How much draws actors together: needs that can be met, a choice of partners, industry and education in step.',
      zh: '主体走到一起的动力有多强：需求能否得到满足，合作方有无选择，产业与教育是否协调。',
    },
    complexity: 'O(n·R + m)',
  },
  symbiosis: {
    id: 'gauge-symbiosis',
    name: { en: 'Cooperative symbiosis gauge', zh: '合作共生机制得分' },
    symbol: 'S',
    formula: {
      text: 'S = 100·⅓·(r + b + m)',
      math: mean('S', sub('r', 'w'), '+', 'b', '+', 'm'),
    },
    where: {
      en: 'r is weighted reciprocity, b the share of pairs of sectors that are tied at overall density or more, m the share of tied pairs in which both gain.',
      zh: 'r 为加权互惠性，b 为关系密度不低于整体密度的主体类型对比例，m 为双方都获益的关系对比例。',
    },
    says: {
      en: 'How far working together is give and take, across all sectors, to the gain of both sides.',
      zh: '合作在多大程度上有来有往、遍及各类主体并使双方获益。',
    },
    complexity: 'O(n³)',
  },
  guarantee: {
    id: 'gauge-guarantee',
    name: { en: 'Guarantee gauge', zh: '保障机制得分' },
    symbol: 'G',
    formula: {
      text: 'G = 100·⅓·(1 − (p − 1/n)/(1/2 − 1/n) + R/0.5 + 1 − v/n)',
      math: mean(
        'G',
        '1',
        '−',
        fraction(
          row(sub('p', '1'), '−', fraction('1', 'n')),
          row(fraction('1', '2'), '−', fraction('1', 'n')),
        ),
        '+',
        fraction('R', '0.5'),
        '+',
        '1',
        '−',
        fraction('v', 'n'),
      ),
    },
    where: {
      en: 'p is the largest share of strength of one actor, n the number of actors, R robustness, v how many actors the worst single loss leaves outside the largest piece.',
      zh: 'p 为单个主体的最大强度份额，n 为主体数，R 为鲁棒性，v 为最不利的单一主体退出后处于最大部分之外的主体数。',
    },
    says: {
      en: 'How well the ecosystem stands when its busiest actors fail it.',
      zh: '最活跃的主体失灵时，生态系统能否站得住。',
    },
    complexity: 'O((n + m) log n)',
  },
  feedback: {
    id: 'gauge-feedback',
    name: { en: 'Feedback gauge', zh: '反馈机制得分' },
    symbol: 'F',
    formula: {
      text: 'F = 100·⅓·(min(1, FCI/0.3) + s/n + u)',
      math: mean('F', 'min', '(', '1', ',', fraction('FCI', '0.3'), ')', '+', fraction('s', 'n'), '+', 'u'),
    },
    where: {
      en: 'FCI is the Finn cycling index, s the size of the largest strong component, n the number of actors, u the share of flows between sectors that at least 20 % flows back for.',
      zh: 'FCI 为 Finn 循环指数，s 为最大强连通分支的主体数，n 为主体数，u 为反向流量不低于 20% 的类型间流动比例。',
    },
    says: {
      en: 'How far what is put in comes back round, and what is sent is answered.',
      zh: '投入的资源在多大程度上循环回来，发出的流动在多大程度上得到回应。',
    },
    complexity: 'O(n³)',
  },
};

function gaugeOf(mechanism: Mechanism, parts: GaugeParts): NetworkMeasure {
  return {
    ...SHARED,
    ...TEXTS[mechanism],
    level: 'network',
    convention: (setting) => clauses(MEAN_CLAUSE, ...CLAUSES[mechanism](setting)),
    options: GAUGE_OPTIONS[mechanism],
    *compute(network, options) {
      return (yield* readGauge(parts, mechanism, network, options)).score;
    },
  };
}

const ALL_OPTIONS = ['couplingIndicators', 'currency', 'lambda'] as const;

export interface MechanismGauges {
  /** In the order of the mechanisms. */
  readonly network: readonly NetworkMeasure[];
  readonly parts: DetailMeasure;
}

/**
 * How far each of the four mechanisms works, from 0 to 100: the mean of three parts in [0, 1]; null where none of them
 * has a value. Flows are those of the currency in force.
 *
 * @param coordination the coupling coordination degree
 */
export function mechanismGauges(coordination: NetworkMeasure): MechanismGauges {
  const parts = gaugeParts(coordination);
  return {
    network: MECHANISMS.map((mechanism) => gaugeOf(mechanism, parts)),
    parts: {
      ...SHARED,
      id: 'mechanism-gauges',
      level: 'detail',
      name: { en: 'The four mechanisms', zh: '四大机制' },
      symbol: 'M S G F',
      formula: { text: '100·⅓·(a + b + c)', math: math(THIRD, '(', 'a', '+', 'b', '+', 'c', ')') },
      where: {
        en: 'a, b and c are the three parts of a gauge, each from 0 to 1; the table shows them from 0 to 100.',
        zh: 'a、b、c 为一个机制的三个部分，取值 0 至 1；表中以 0 至 100 显示。',
      },
      says: {
        en: 'How far motivation, cooperative symbiosis, guarantee and feedback work here, and what each comes from.',
        zh: '动力、合作共生、保障与反馈四大机制运行得如何，各由哪些部分构成。',
      },
      complexity: 'O(n³)',
      convention: (setting) =>
        clauses(MEAN_CLAUSE, directionClause(setting), ...flowClauses(setting), RESILIENCE_CLAUSE),
      options: ALL_OPTIONS,
      *compute(network, options): Computation<RowsDetail> {
        const readings = new Map<Mechanism, GaugeReading>();
        for (const [k, mechanism] of MECHANISMS.entries()) {
          readings.set(mechanism, yield* readGauge(parts, mechanism, network, options));
          yield (k + 1) / MECHANISMS.length;
        }
        return tableOf(network, parts, readings);
      },
    },
  };
}

const LEFT_OUT: NonNullable<FindingRow['tag']> = {
  name: { en: 'no value, left out', zh: '无值，不计入' },
  tone: 'neutral',
};

function tableOf(
  network: Network,
  parts: GaugeParts,
  readings: ReadonlyMap<Mechanism, GaugeReading>,
): RowsDetail {
  const rows: FindingRow[] = [];
  const facts: Fact[] = [];
  let leftOut = 0;
  for (const mechanism of MECHANISMS) {
    const reading = readings.get(mechanism);
    const { id, name } = TEXTS[mechanism];
    const { en, zh } = MECHANISM_NAMES[mechanism];
    const score = reading?.score ?? null;
    facts.push({ id, name, value: score, style: 'number', digits: 3 });
    rows.push({ id, mechanism, says: { en: [en], zh: [zh] }, values: [score] });
    for (const [k, part] of parts[mechanism].entries()) {
      const found = reading?.parts[k] ?? { value: null };
      if (found.value === null) leftOut++;
      rows.push({ ...partRow(network, part, found), id: `${id}-${part.id}`, mechanism, partOf: id });
    }
  }
  if (leftOut > 0)
    facts.push({
      id: 'left-out',
      name: { en: 'Parts without a value, left out', zh: '无值而未计入的部分数' },
      value: leftOut,
      style: 'count',
      digits: 2,
    });
  return {
    kind: 'rows',
    columns: [
      { id: 'score', name: { en: 'Of 100', zh: '得分' }, style: 'number', digits: 3, bar: true, full: 100 },
    ],
    rows,
    none: { en: 'There is nothing to gauge.', zh: '没有可衡量的内容。' },
    facts,
  };
}

function partRow(
  { actorIds }: Network,
  { says, why }: GaugePart,
  { value, actors = [] }: Reading,
): Pick<FindingRow, 'says' | 'why' | 'tag' | 'values' | 'actors'> {
  const ids = actors.flatMap((actor) => actorIds[actor] ?? []);
  return {
    says: { en: [says.en], zh: [says.zh] },
    why: why(ids[0]),
    values: [value === null ? null : 100 * value],
    ...(value === null && { tag: LEFT_OUT }),
    ...(ids.length > 0 && { actors: ids }),
  };
}
