import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import type { Fact } from '../detail.ts';
import { math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation, DetailMeasure, NetworkMeasure, Setting } from '../measure.ts';
import { once } from '../once.ts';
import { borgattiEverettCore, MOST_TRIED } from './borgatti-everett-core.ts';
import type { Core } from './core.ts';
import { lipCore } from './lip-core.ts';

interface Found extends Core {
  /** What the core was chosen by. */
  readonly fit: Fact;
}

/** Null without ties, and where no core correlates. */
function coreOf(network: Network, options: MeasureOptions): Computation<Found | null> {
  const { corePeriphery, coreCells, seed } = options;
  if (corePeriphery === 'lip')
    return once(network, 'core lip', function* () {
      if (network.either.columns.length === 0) return null;
      const { misfits, ...core } = lipCore(network);
      yield 1;
      return {
        ...core,
        fit: {
          id: 'misfits',
          name: {
            en: 'Misfits: pairs of the core without a tie, of the periphery with one',
            zh: '不符数：核心内没有关系的对数与边缘内有关系的对数',
          },
          value: misfits,
          style: 'count',
          digits: 3,
        },
      };
    });
  return once(network, `core borgatti-everett ${coreCells} ${seed}`, function* () {
    const core = yield* borgattiEverettCore(network, coreCells, seed);
    return (
      core && {
        members: core.members,
        size: core.size,
        fit: {
          id: 'correlation',
          name: { en: 'Correlation with the ideal pattern', zh: '与理想模式的相关系数' },
          value: core.correlation,
          style: 'number',
          digits: 3,
        },
      }
    );
  });
}

const CELLS: Readonly<Record<Setting['coreCells'], Localized>> = {
  missing: { en: 'pairs of core and periphery are left out', zh: '不计核心与边缘之间的对' },
  one: { en: 'core and periphery are expected to be tied', zh: '理想模式中核心与边缘之间全有关系' },
  zero: { en: 'core and periphery are expected not to be tied', zh: '理想模式中核心与边缘之间全无关系' },
};

/** What all three share. */
const OF_CORES = {
  group: 'groups',
  convention: (setting: Setting): Localized =>
    setting.corePeriphery === 'lip'
      ? clauses(
          { en: 'Lip, exact', zh: 'Lip 算法，精确' },
          { en: 'direction and weights ignored', zh: '不计方向与权重' },
          { en: 'of equal degrees the first by id', zh: '度相同时按标识排序' },
        )
      : clauses(
          setting.n <= MOST_TRIED
            ? { en: 'Borgatti-Everett, all cores tried', zh: 'Borgatti–Everett，逐一尝试所有核心' }
            : {
                en: `Borgatti-Everett, the best of seeded climbs, seed ${setting.seed}`,
                zh: `Borgatti–Everett，取多次爬山搜索的最优，随机种子 ${setting.seed}`,
              },
          CELLS[setting.coreCells],
          { en: 'direction and weights ignored', zh: '不计方向与权重' },
        ),
  formula: {
    text: 'Z = Σ (1 − Uᵢⱼ), i < j ∈ C + Σ Uᵢⱼ, i < j ∉ C',
    math: math(
      'Z',
      '=',
      sumOver(row('i', '<', 'j', '∈', 'C')),
      '(',
      '1',
      '−',
      sub('U', row('i', 'j')),
      ')',
      '+',
      sumOver(row('i', '<', 'j', '∉', 'C')),
      sub('U', row('i', 'j')),
    ),
  },
  where: {
    en: 'U is 1 where two actors are tied, C is the core: Lip makes Z smallest, Borgatti-Everett correlates U with the pattern for which Z is 0.',
    zh: '两个主体有关系时 U 为 1，C 为核心：Lip 使 Z 最小，Borgatti–Everett 求 U 与 Z 为 0 的模式之间的相关。',
  },
  hasNormalisedForm: false,
  source:
    'Borgatti & Everett (2000), Models of core/periphery structures; Lip (2011), A fast algorithm for the discrete core/periphery bipartitioning problem',
  status: 'variant',
  caution: {
    en: 'The two methods can name quite different cores.',
    zh: '两种方法给出的核心可能很不相同。',
  },
  complexity: 'O(n log n + m)',
  digits: 3,
  usesPaths: false,
  options: ['corePeriphery', 'coreCells', 'seed'],
} as const;

/** Who forms the inner circle; null without ties. Lip (2011), or Borgatti & Everett (2000). */
export const corePeriphery: DetailMeasure = {
  ...OF_CORES,
  id: 'core-periphery',
  level: 'detail',
  name: { en: 'Core and periphery', zh: '核心与边缘' },
  symbol: 'C',
  range: ({ n }) => [-1, (n * Math.max(1, n - 1)) / 2],
  unit: { en: 'actors', zh: '个主体' },
  says: {
    en: 'Who forms the inner circle that is tied to each other, and who stands around it.',
    zh: '哪些主体构成彼此紧密联系的核心圈，哪些处于外围。',
  },
  style: 'number',
  *compute(network, options) {
    const core = yield* coreOf(network, options);
    if (!core) return null;
    const { members, size, fit } = core;
    return {
      kind: 'partition',
      of: Int32Array.from(members, (member) => 1 - member),
      sizes: [size, network.n - size],
      names: [
        { en: 'core', zh: '核心' },
        { en: 'periphery', zh: '边缘' },
      ],
      facts: [{ id: 'size', name: coreSize.name, value: size, style: 'count', digits: 3 }, fit],
    };
  },
};

/** Number of actors in the core; null without ties. [1, n]. */
export const coreSize: NetworkMeasure = {
  ...OF_CORES,
  id: 'core-size',
  level: 'network',
  name: { en: 'Size of the core', zh: '核心规模' },
  symbol: 'n C',
  range: ({ n }) => [0, n],
  unit: { en: 'actors', zh: '个主体' },
  says: {
    en: 'How many actors form the inner circle.',
    zh: '核心圈由多少个主体构成。',
  },
  style: 'count',
  *compute(network, options) {
    return (yield* coreOf(network, options))?.size ?? null;
  },
};

/** 1 in the core, 0 in the periphery; null without ties. */
export const coreMembership: ActorMeasure = {
  ...OF_CORES,
  id: 'core-membership',
  level: 'actor',
  name: { en: 'In the core', zh: '属于核心' },
  symbol: 'C i',
  range: () => [0, 1],
  unit: { en: '1 in the core, 0 around it', zh: '核心为 1，边缘为 0' },
  says: {
    en: 'Whether this actor is one of the inner circle.',
    zh: '该主体是否属于核心圈。',
  },
  style: 'count',
  *compute(network, options) {
    const core = yield* coreOf(network, options);
    return core ? Float64Array.from(core.members) : new Float64Array(network.n).fill(NaN);
  },
};
