import { same, type Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { Fact, FindingRow, RowsDetail } from '../detail.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { Computation, DetailMeasure, NetworkMeasure, Setting } from '../measure.ts';
import { once } from '../once.ts';
import { coupling, couplingBand, type CouplingForm } from './coupling-degree.ts';
import { unknownIndicator } from './indicator-names.ts';
import { indicatorsInForce, type IndicatorChoice, type Side } from './indicator-text.ts';
import { readIndicator, type FindMeasure, type Reading } from './indicators.ts';

/** An indicator with its value between its goalposts. */
interface Placed extends IndicatorChoice, Omit<Reading, 'value'> {
  readonly raw: number | null;
  /** In [0, 1]; null where the indicator has no value. */
  readonly value: number | null;
}

interface Systems {
  readonly indicators: readonly Placed[];
  /** U1 and U2 in [0, 1]; null where no indicator of the side has a value. */
  readonly industry: number | null;
  readonly education: number | null;
  /** True where the map's list of indicators could not be read. */
  readonly malformed: boolean;
}

/** Four measures, a gauge and a rule read them: made once for each network. */
function systemsOf(network: Network, options: MeasureOptions, find: FindMeasure): Computation<Systems> {
  return once(network, `coupling ${options.couplingIndicators}`, () => readSystems(network, options, find));
}

function* readSystems(network: Network, options: MeasureOptions, find: FindMeasure): Computation<Systems> {
  const { choices, malformed } = indicatorsInForce(options.couplingIndicators);
  const indicators: Placed[] = [];
  for (const choice of choices) {
    const reading = yield* readIndicator(network, choice.id, find);
    const raw = reading?.value ?? null;
    indicators.push({
      ...choice,
      says: reading?.says ?? unknownIndicator(choice.id),
      raw,
      value: raw === null ? null : Math.min(1, Math.max(0, (raw - choice.low) / (choice.high - choice.low))),
    });
  }
  return {
    indicators,
    malformed,
    industry: sideValue(indicators, 'industry'),
    education: sideValue(indicators, 'education'),
  };
}

/** The weighted mean of those that have a value. */
function sideValue(indicators: readonly Placed[], side: Side): number | null {
  let sum = 0;
  let weights = 0;
  for (const one of indicators) {
    if (one.side !== side || one.value === null) continue;
    sum += one.weight * one.value;
    weights += one.weight;
  }
  return weights > 0 ? sum / weights : null;
}

const MODIFIED = row(
  'C',
  '=',
  sup(
    row('(', '(', '1', '−', '|', sub('U', '1'), '−', sub('U', '2'), '|', ')', fraction('min', 'max'), ')'),
    fraction('1', '2'),
  ),
);

const WHERE: Localized = {
  en: 'U₁ is the development of industry, U₂ that of education: weighted means of indicators between fixed goalposts. C is how alike they are, T their mean.',
  zh: 'U₁ 为产业发展水平，U₂ 为教育发展水平，均为固定标尺下各指标的加权平均；C 为耦合度，T 为两者均值。',
};

const SHARED = {
  group: 'synergy',
  where: WHERE,
  convention: (setting: Setting): Localized => {
    const { malformed } = indicatorsInForce(setting.couplingIndicators);
    return clauses(
      setting.couplingIndicators.trim() === '' || malformed
        ? { en: 'the usual six indicators, weighted alike', zh: '通用六项指标，等权' }
        : { en: 'indicators chosen for this map', zh: '本图自定义指标' },
      malformed && { en: 'the map’s own list could not be read', zh: '本图自定义的清单无法读取' },
      { en: 'fixed goalposts', zh: '固定标尺' },
      { en: 'indicators without a value are left out', zh: '无值的指标不计入' },
      {
        en: 'sectors by the ids enterprise, university and intermediary',
        zh: '按标识 enterprise、university、intermediary 识别企业、高校与中介组织',
      },
      directionClause(setting),
    );
  },
  range: (): readonly [number, number] => [0, 1],
  hasNormalisedForm: false,
  source:
    'Wang, Kong, Ren, Zhi & Dai (2021), Research on misuses and modification of coupling coordination degree model in China; indicators are Ecotone’s own',
  status: 'contested',
  caution: {
    en: 'The method is disputed, the choice of indicators decides the result and the bands are a convention: compare scenarios of one map, do not rank regions.',
    zh: '该方法存有争议，指标的选择决定结果，等级划分只是约定：宜用于同一地图的情景比较，不宜给地区排名。',
  },
  complexity: 'O(n·R + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['couplingIndicators'],
} as const;

const COORDINATION: Pick<NetworkMeasure, 'unit' | 'says'> = {
  unit: { en: 'coordination', zh: '协调度' },
  says: {
    en: 'Whether industry and education develop together, and far: both must be high for a high value.',
    zh: '产业与教育是否同步发展且水平较高：两者都高，数值才高。',
  },
};

const FORMULAS: Readonly<Record<CouplingForm, NetworkMeasure['formula']>> = {
  modified: {
    text: 'D = √(C·T),  C = √((1 − |U₁ − U₂|)·min U/max U)',
    math: math('D', '=', sup(row('(', 'C', 'T', ')'), fraction('1', '2')), ',', MODIFIED),
  },
  classic: {
    text: 'D = √(C·T),  C = 2·√(U₁·U₂)/(U₁ + U₂)',
    math: math(
      'D',
      '=',
      sup(row('(', 'C', 'T', ')'), fraction('1', '2')),
      ',',
      'C',
      '=',
      fraction(
        row('2', sup(row('(', sub('U', '1'), sub('U', '2'), ')'), fraction('1', '2'))),
        row(sub('U', '1'), '+', sub('U', '2')),
      ),
    ),
  },
};

/** What a weighted mean of indicators is. */
const SIDE_FORMULA = (index: string): NetworkMeasure['formula'] => ({
  text: `U${index === '1' ? '₁' : '₂'} = Σₖ wₖ·xₖ/Σₖ wₖ`,
  math: math(
    sub('U', index),
    '=',
    fraction(row(sumOver('k'), sub('w', 'k'), sub('x', 'k')), row(sumOver('k'), sub('w', 'k'))),
  ),
});

const WHERE_SIDE: Localized = {
  en: 'x is an indicator between its goalposts, w its weight.',
  zh: 'x 为标尺下的指标值，w 为其权重。',
};

export interface CouplingMeasures {
  /** The coupling coordination degree in its modified form; among `network`. */
  readonly coordination: NetworkMeasure;
  readonly network: readonly NetworkMeasure[];
  readonly indicators: DetailMeasure;
}

/** Coupling of industry and education, of which the indicators may be any measure that `find` knows. */
export function couplingMeasures(find: FindMeasure): CouplingMeasures {
  const coordination = (form: CouplingForm, id: string, name: Localized, symbol: string): NetworkMeasure => ({
    ...SHARED,
    ...COORDINATION,
    id,
    level: 'network',
    name,
    symbol,
    formula: FORMULAS[form],
    *compute(network, options) {
      const { industry, education } = yield* systemsOf(network, options, find);
      return industry === null || education === null
        ? null
        : coupling([industry, education], form).coordination;
    },
  });
  const side = (
    of: Side,
    id: string,
    index: string,
    texts: Pick<NetworkMeasure, 'name' | 'symbol' | 'says'>,
  ): NetworkMeasure => ({
    ...SHARED,
    ...texts,
    id,
    level: 'network',
    formula: SIDE_FORMULA(index),
    where: WHERE_SIDE,
    unit: { en: 'development', zh: '发展水平' },
    *compute(network, options) {
      return (yield* systemsOf(network, options, find))[of];
    },
  });
  const modified = coordination(
    'modified',
    'coupling-coordination',
    { en: 'Coupling coordination', zh: '耦合协调度' },
    'D',
  );
  return {
    coordination: modified,
    network: [
      modified,
      coordination(
        'classic',
        'coupling-coordination-classic',
        { en: 'Coupling coordination (classic form)', zh: '耦合协调度（传统形式）' },
        'D classic',
      ),
      side('industry', 'industry-development', '1', {
        name: { en: 'Development of industry', zh: '产业发展水平' },
        symbol: 'U 1',
        says: {
          en: 'How far enterprises find what they need and work with education.',
          zh: '企业获得所需资源、与教育界合作的程度。',
        },
      }),
      side('education', 'education-development', '2', {
        name: { en: 'Development of education', zh: '教育发展水平' },
        symbol: 'U 2',
        says: {
          en: 'How far universities find what they need and work with industry.',
          zh: '高校获得所需资源、与产业界合作的程度。',
        },
      }),
    ],
    indicators: {
      ...SHARED,
      id: 'coupling-indicators',
      level: 'detail',
      name: { en: 'Indicators of coupling', zh: '耦合协调指标' },
      symbol: 'D',
      formula: FORMULAS.modified,
      unit: COORDINATION.unit,
      says: {
        en: 'What holds industry and education together or apart, indicator by indicator, and which of the two lags.',
        zh: '逐项说明产业与教育因何协调或失调，以及哪一方滞后。',
      },
      *compute(network, options): Computation<RowsDetail> {
        return tableOf(yield* systemsOf(network, options, find));
      },
    },
  };
}

const SIDE_TAGS: Readonly<Record<Side, NonNullable<FindingRow['tag']>>> = {
  industry: { name: { en: 'industry', zh: '产业' }, tone: 'neutral' },
  education: { name: { en: 'education', zh: '教育' }, tone: 'neutral' },
};

function tableOf(systems: Systems): RowsDetail {
  const { indicators } = systems;
  const weightOf = (side: Side): number =>
    indicators.reduce((sum, one) => sum + (one.side === side && one.value !== null ? one.weight : 0), 0);
  return {
    kind: 'rows',
    columns: [
      { id: 'raw', name: { en: 'Measured', zh: '实测值' }, style: 'number', digits: 3 },
      { id: 'low', name: { en: 'Counts as 0', zh: '计为 0' }, style: 'number', digits: 3 },
      { id: 'high', name: { en: 'Counts as 1', zh: '计为 1' }, style: 'number', digits: 3 },
      { id: 'value', name: { en: 'Value', zh: '标准值' }, style: 'number', digits: 3, bar: true },
      { id: 'weight', name: { en: 'Weight', zh: '权重' }, style: 'share', digits: 3 },
      { id: 'contribution', name: { en: 'Adds', zh: '贡献' }, style: 'number', digits: 3 },
    ],
    rows: indicators.map((one, k) => {
      const weight = one.value === null ? null : one.weight / weightOf(one.side);
      return {
        id: `${k + 1}-${one.id}`,
        says: one.says,
        tag: SIDE_TAGS[one.side],
        values: [
          one.raw,
          one.low,
          one.high,
          one.value,
          weight,
          one.value === null || weight === null ? null : one.value * weight,
        ],
      };
    }),
    none: { en: 'There are no indicators.', zh: '没有指标。' },
    facts: factsOf(systems),
  };
}

/** How far apart U1 and U2 must be for one of them to lag, as a rounded number shows it. */
const IN_STEP = 0.005;

function factsOf({ industry, education, malformed, indicators }: Systems): Fact[] {
  const number = (id: string, name: Localized, value: number | null): Fact => ({
    id,
    name,
    value,
    style: 'number',
    digits: 3,
  });
  const both = industry !== null && education !== null ? ([industry, education] as const) : null;
  const modified = both && coupling(both, 'modified');
  const classic = both && coupling(both, 'classic');
  const without = indicators.filter(({ value }) => value === null).length;
  return [
    number('industry', { en: 'Development of industry U₁', zh: '产业发展水平 U₁' }, industry),
    number('education', { en: 'Development of education U₂', zh: '教育发展水平 U₂' }, education),
    ...(both ? [lagOf(both[0] - both[1])] : []),
    number('development', { en: 'Mean development T', zh: '综合发展水平 T' }, modified?.development ?? null),
    number('degree', { en: 'Coupling C (modified)', zh: '耦合度 C（修正）' }, modified?.degree ?? null),
    number(
      'coordination',
      { en: 'Coordination D (modified)', zh: '耦合协调度 D（修正）' },
      modified?.coordination ?? null,
    ),
    ...(modified
      ? [
          {
            ...number('band', { en: 'Level', zh: '协调等级' }, modified.coordination),
            says: couplingBand(modified.coordination),
          },
        ]
      : []),
    number('degree-classic', { en: 'Coupling C (classic)', zh: '耦合度 C（传统）' }, classic?.degree ?? null),
    number(
      'coordination-classic',
      { en: 'Coordination D (classic)', zh: '耦合协调度 D（传统）' },
      classic?.coordination ?? null,
    ),
    ...(without > 0
      ? [
          {
            ...number('without', { en: 'Indicators without a value', zh: '无值的指标数' }, null),
            says: same(String(without)),
          },
        ]
      : []),
    ...(malformed
      ? [
          {
            ...number('malformed', { en: 'The map’s own list', zh: '本图自定义清单' }, null),
            says: { en: 'could not be read; the usual indicators stand in', zh: '无法读取，以通用指标代替' },
          },
        ]
      : []),
  ];
}

function lagOf(difference: number): Fact {
  const common = { id: 'lag', value: Math.abs(difference), style: 'number', digits: 3 } as const;
  if (Math.abs(difference) < IN_STEP)
    return {
      ...common,
      name: { en: 'Industry and education in step, apart by', zh: '产业与教育同步，相差' },
    };
  return {
    ...common,
    name:
      difference < 0
        ? { en: 'Industry lags by', zh: '产业滞后' }
        : { en: 'Education lags by', zh: '教育滞后' },
  };
}
