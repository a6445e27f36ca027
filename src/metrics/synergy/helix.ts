import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { clauses } from '../conventions.ts';
import type { Fact, FindingRow, Phrase, RowsDetail, Sentence } from '../detail.ts';
import { math, row, sub } from '../math.ts';
import {
  atOnce,
  type Computation,
  type DetailMeasure,
  type NetworkMeasure,
  type Setting,
} from '../measure.ts';
import { bootstrapInterval } from './bootstrap.ts';
import { helixUnits, type HelixUnits, type NoUnits } from './helix-units.ts';
import { informationReader, redundancy, type Information } from './information.ts';

/** Below so many units entropies are too low to be relied on. */
const ENOUGH_UNITS = 50;
const MILLI = 1000;

const SHARED = {
  group: 'synergy',
  convention: (setting: Setting): Localized =>
    clauses(
      setting.helix === 'projects'
        ? {
            en: 'unit: a joint project; variables: whether a university, an enterprise, a government body is in it',
            zh: '分析单元：合作项目；变量：高校、企业、政府是否参与',
          }
        : {
            en: 'unit: an actor; variables: the first three fields of texts that actors share, or two and the sector',
            zh: '分析单元：主体；变量：主体间有相同取值的前三个文本字段，不足三个时加上主体类型',
          },
      { en: 'entropies to base 2, in thousandths of a bit', zh: '熵以 2 为底，单位为毫比特' },
      {
        en: 'negative is synergy (for four helices the sign of T is turned)',
        zh: '负值表示协同（四螺旋时 T 取反号）',
      },
    ),
  range: (setting: Setting): readonly [number, number] =>
    setting.helix === 'projects' ? [-MILLI, MILLI] : [-Infinity, Infinity],
  formula: {
    text: 'R = H₁ + H₂ + H₃ − H₁₂ − H₁₃ − H₂₃ + H₁₂₃',
    math: math(
      'R',
      '=',
      sub('H', '1'),
      '+',
      sub('H', '2'),
      '+',
      sub('H', '3'),
      '−',
      sub('H', row('1', '2')),
      '−',
      sub('H', row('1', '3')),
      '−',
      sub('H', row('2', '3')),
      '+',
      sub('H', row('1', '2', '3')),
    ),
  },
  where: {
    en: 'H is the uncertainty (entropy) of one variable, or of several together.',
    zh: 'H 为一个变量或若干变量联合的不确定性（熵）。',
  },
  hasNormalisedForm: false,
  unit: { en: 'mbit', zh: '毫比特' },
  source:
    'McGill (1954); Leydesdorff (2003), The mutual information of university-industry-government relations; Leydesdorff & Ivanova (2014)',
  status: 'contested',
  caution: {
    en: 'What signed information means is disputed. Pairs of actors cannot show it, and few units make it unsure: see the interval.',
    zh: '带符号信息量的含义存有争议。两两关系无法体现三方协同，单元较少时结果不可靠：请参看区间。',
  },
  complexity: 'O(N)',
  style: 'number',
  digits: 3,
  usesPaths: false,
} as const;

const ALL_THREE = 0b111;

/** R of three helices in mbit, negative where they are in synergy; null without units. Leydesdorff & Ivanova (2014). */
export const helixRedundancy: NetworkMeasure = {
  ...SHARED,
  id: 'helix-redundancy',
  level: 'network',
  name: { en: 'Helix redundancy', zh: '三螺旋冗余' },
  symbol: 'R',
  says: {
    en: 'Whether joint three-way working leaves less uncertainty than the pairs do (below zero) or not.',
    zh: '三方共同协作留下的不确定性是否少于两两之间（小于零为是）。',
  },
  options: ['helix'],
  compute: atOnce((network, options) => {
    const { three } = helixUnits(network, options);
    if (typeof three === 'string') return null;
    return MILLI * redundancy(informationReader(three.sample)(three.sample.counts), ALL_THREE);
  }),
};

const WHY_NONE: Readonly<Record<NoUnits, Localized>> = {
  sectors: {
    en: 'It needs universities, enterprises and government bodies on the map.',
    zh: '地图上须同时有高校、企业与政府。',
  },
  projects: {
    en: 'It needs joint projects, at least one of them of three actors or more: ties between two cannot show what three do together.',
    zh: '需要有合作项目，且至少一个项目有三个以上主体：两两关系无法体现三方协同。',
  },
  attributes: {
    en: 'It needs at least two fields of texts whose values actors share, such as area or size class, filled in for some actors.',
    zh: '需要至少两个主体间有相同取值的文本字段（如区域、规模等级），并为部分主体填写。',
  },
};

/** Uncertainty of each helix and set of helices, and what they tell about each other; with an interval. */
export const helixSynergy: DetailMeasure = {
  ...SHARED,
  id: 'helix-synergy',
  level: 'detail',
  name: { en: 'Helix synergy', zh: '螺旋协同' },
  symbol: 'R',
  says: {
    en: 'Whether universities, enterprises and government do something together that no two of them do.',
    zh: '高校、企业与政府三方是否形成了任何两方都不具备的协同。',
  },
  convention: (setting) => {
    const { en, zh } = SHARED.convention(setting);
    return {
      en: `${en} Interval: the middle 95 % of ${setting.permutations} samples drawn anew, seed ${setting.seed}.`,
      zh: `${zh}区间：${setting.permutations} 次重抽样的中间 95%，种子 ${setting.seed}。`,
    };
  },
  complexity: 'O(permutations·N)',
  options: ['helix', 'permutations', 'seed'],
  onRequest: true,
  *compute(network, options): Computation<RowsDetail> {
    const { three, four } = helixUnits(network, options);
    if (typeof three === 'string') return { ...TABLE, none: WHY_NONE[three], rows: [], facts: [] };
    const read = informationReader(three.sample);
    const { counts } = three.sample;
    const information = read(counts);
    const [low, high] = yield* bootstrapInterval(
      counts,
      options,
      (drawn) => MILLI * redundancy(read(drawn), ALL_THREE),
    );
    const corrected = MILLI * redundancy(read(counts, true), ALL_THREE);
    return {
      ...TABLE,
      none: WHY_NONE.projects,
      rows: [...(four ? [fourRow(four)] : []), ...SETS.map((set) => rowOf(three, information, set))],
      facts: [
        fact(
          'redundancy',
          { en: 'Redundancy R, mbit', zh: '冗余 R（毫比特）' },
          MILLI * redundancy(information, ALL_THREE),
        ),
        fact('low', { en: '95 % interval of R from, mbit', zh: 'R 的 95% 区间下限（毫比特）' }, low),
        fact('high', { en: '95 % interval of R to, mbit', zh: 'R 的 95% 区间上限（毫比特）' }, high),
        fact(
          'corrected',
          {
            en: 'R corrected for small samples (Miller-Madow), mbit',
            zh: '小样本校正后的 R（Miller–Madow，毫比特）',
          },
          corrected,
        ),
        {
          ...fact('units', UNIT_NAMES[options.helix], three.units),
          style: 'count',
        },
        ...(three.units < ENOUGH_UNITS ? [TOO_FEW] : []),
      ],
    };
  },
};

/** The whole first, then pairs, then single helices. */
const SETS = [0b111, 0b011, 0b101, 0b110, 0b001, 0b010, 0b100];

const TABLE = {
  kind: 'rows',
  columns: [
    {
      id: 'entropy',
      name: { en: 'Uncertainty H, mbit', zh: '不确定性 H（毫比特）' },
      style: 'number',
      digits: 4,
    },
    {
      id: 'redundancy',
      name: { en: 'Redundancy R, mbit; shared where positive', zh: '冗余 R（毫比特，正值为共有信息）' },
      style: 'number',
      digits: 4,
    },
  ],
} as const;

const UNIT_NAMES: Readonly<Record<MeasureOptions['helix'], Localized>> = {
  projects: { en: 'Joint projects', zh: '合作项目数' },
  actors: { en: 'Actors with all three attributes', zh: '三项属性齐全的主体数' },
};

const TOO_FEW: Fact = {
  id: 'too-few',
  name: { en: 'Caution', zh: '注意' },
  value: null,
  style: 'count',
  digits: 3,
  says: {
    en: `Fewer than ${ENOUGH_UNITS} units: entropies come out too low, so read the interval and not the number.`,
    zh: `单元少于 ${ENOUGH_UNITS} 个：熵会被低估，请看区间而非单一数值。`,
  },
};

function fact(id: string, name: Localized, value: number): Fact {
  return { id, name, value, style: 'number', digits: 3 };
}

function fourRow(units: HelixUnits): FindingRow {
  return rowOf(units, informationReader(units.sample)(units.sample.counts), 0b1111);
}

function rowOf({ names }: Pick<HelixUnits, 'names'>, information: Information, set: number): FindingRow {
  const own = names.filter((_, k) => ((set >> k) & 1) === 1);
  // Of a pair what both tell alike, which is never negative.
  const shared = own.length === 2 ? information.transmissions[set]! : redundancy(information, set);
  return {
    id: `set-${set}`,
    says: joined(own),
    // What a helix tells about itself is all that it is.
    values: [MILLI * information.entropies[set]!, own.length === 1 ? null : MILLI * shared],
    ...(own.length > 2 ? { tag: tagOf(shared) } : {}),
  };
}

function tagOf(value: number): NonNullable<FindingRow['tag']> {
  if (Math.abs(value) < 1e-9) return { name: { en: 'neither', zh: '无' }, tone: 'neutral' };
  return value < 0
    ? { name: { en: 'synergy', zh: '协同' }, tone: 'good' }
    : { name: { en: 'redundancy', zh: '冗余' }, tone: 'neutral' };
}

function joined(names: readonly Localized<Phrase>[]): Sentence {
  const list = (language: 'en' | 'zh'): Phrase[] =>
    names.flatMap((name, k) => (k === 0 ? [name[language]] : [' × ', name[language]]));
  return { en: list('en'), zh: list('zh') };
}
