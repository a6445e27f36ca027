import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { Computation, DetailMeasure, NetworkMeasure, Setting } from '../measure.ts';
import { once } from '../once.ts';
import { CommunitySearch } from './community-search.ts';
import { groupGraphOf } from './group-graph.ts';
import { agreementOf, certaintyOf, groupsBySize, modularityOf, type Groups } from './partition.ts';
import { modularityRange, resolutionClause, weightsClause } from './sector-modularity.ts';

/** A partition whose modularity is higher by less than this is no better, but rounded otherwise. */
const NO_BETTER = 1e-12;

interface Communities extends Groups {
  readonly modularity: number;
  readonly certainty: Float64Array;
}

/** The best of several seeded runs; null without ties. Found once for all measures that read it. */
function communitiesOf(network: Network, options: MeasureOptions): Computation<Communities | null> {
  const { communities: method, resolution, runs, seed } = options;
  return once(network, `communities ${method} ${resolution} ${runs} ${seed}`, function* () {
    const { either, weighted } = network;
    if (either.columns.length === 0) return null;
    const search = new CommunitySearch(groupGraphOf(network), { method, resolution });
    const found: Int32Array[] = [];
    let best: Int32Array | undefined;
    let modularity = -Infinity;
    for (let run = 0; run < runs; run++) {
      // Neighbouring seeds of neighbouring runs would share most of their runs.
      const working = search.run(Math.imul(seed + 1, 0x9e3779b1) + run);
      let step = working.next();
      for (; !step.done; step = working.next()) yield run / runs;
      const quality = modularityOf(either, either, step.value, { weighted, resolution }) ?? 0;
      if (quality > modularity + NO_BETTER) {
        modularity = quality;
        best = step.value;
      }
      found.push(step.value);
      yield (run + 1) / runs;
    }
    if (!best) return null;
    const groups = groupsBySize(network, best);
    return { ...groups, modularity, certainty: certaintyOf(groups, found) };
  });
}

function methodClause({ communities, runs }: Setting): Localized {
  const name = communities === 'leiden' ? 'Leiden' : 'Louvain';
  return {
    en: runs === 1 ? `${name}, one run` : `${name}, the best of ${runs} runs`,
    zh: runs === 1 ? `${name} 算法，运行 1 次` : `${name} 算法，取 ${runs} 次运行中的最优`,
  };
}

/** What all three share. */
const OF_COMMUNITIES = {
  group: 'groups',
  convention: (setting: Setting): Localized =>
    clauses(
      { en: 'direction ignored', zh: '不计方向' },
      weightsClause(setting),
      methodClause(setting),
      resolutionClause(setting),
      { en: `seed ${setting.seed}`, zh: `随机种子 ${setting.seed}` },
      { en: 'actors without ties belong to no community', zh: '没有关系的主体不属于任何社群' },
    ),
  hasNormalisedForm: false,
  source:
    'Traag, Waltman & van Eck (2019), From Louvain to Leiden: guaranteeing well-connected communities; Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities in large networks',
  complexity: 'O(n + m)',
  usesPaths: false,
  options: ['communities', 'resolution', 'runs', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
} as const;

const RESOLUTION_LIMIT: Localized = {
  en: 'Many partitions are nearly as good, and small groups may hide in large ones (resolution limit): see how sure each actor’s group is before you name one.',
  zh: '接近最优的划分往往很多，小群体还可能隐藏在大社群中（分辨率极限）：命名社群之前，先看各主体归属的确定程度。',
};

const FORMULA: DetailMeasure['formula'] = {
  text: 'Q = 1/2m · Σ (Sᵢⱼ − γ kᵢkⱼ/2m), cᵢ = cⱼ',
  math: math(
    'Q',
    '=',
    fraction('1', row('2', 'm')),
    sumOver(row(sub('c', 'i'), '=', sub('c', 'j'))),
    '(',
    sub('S', row('i', 'j')),
    '−',
    'γ',
    fraction(row(sub('k', 'i'), sub('k', 'j')), row('2', 'm')),
    ')',
  ),
};

const WHERE: Localized = {
  en: 'S is the weight between i and j in both directions, k the sum of it of an actor, 2m the sum over all; pairs of the same community c.',
  zh: 'S 为 i 与 j 之间两个方向的权重之和，k 为主体的 S 之和，2m 为全部主体的 k 之和；只计同一社群 c 的成对主体。',
};

/** The best partition found, with how sure each actor's group is. Traag, Waltman & van Eck (2019); Blondel et al. (2008). */
export const communities: DetailMeasure = {
  ...OF_COMMUNITIES,
  id: 'communities',
  level: 'detail',
  name: { en: 'Communities', zh: '社群' },
  symbol: 'c',
  formula: FORMULA,
  where: WHERE,
  range: ({ n }) => [-1, n],
  unit: { en: 'communities', zh: '个社群' },
  status: 'variant',
  says: {
    en: 'Which actors work with each other more than with the rest, whatever their sectors.',
    zh: '不论类型，哪些主体彼此之间的往来多于与其他主体的往来。',
  },
  caution: RESOLUTION_LIMIT,
  style: 'number',
  digits: 3,
  *compute(network, options) {
    const found = yield* communitiesOf(network, options);
    if (!found) return null;
    const sure = found.certainty.filter((value) => !Number.isNaN(value));
    const agreement = agreementOf(found.of, network.sectors);
    return {
      kind: 'partition',
      of: found.of.slice(),
      sizes: found.sizes,
      certainty: found.certainty.slice(),
      facts: [
        { id: 'modularity', name: modularity.name, value: found.modularity, style: 'number', digits: 3 },
        { id: 'groups', name: communityCount.name, value: found.sizes.length, style: 'count', digits: 3 },
        {
          id: 'certainty',
          name: { en: 'Mean certainty', zh: '平均确定程度' },
          value: sure.length === 0 ? null : sure.reduce((sum, value) => sum + value, 0) / sure.length,
          style: 'share',
          digits: 3,
        },
        {
          id: 'sector-information',
          name: { en: 'Agreement with sectors (NMI)', zh: '与主体类型的一致程度（NMI）' },
          value: agreement.normalisedMutualInformation,
          style: 'number',
          digits: 3,
        },
        {
          id: 'sector-rand',
          name: { en: 'Agreement with sectors (adjusted Rand)', zh: '与主体类型的一致程度（调整兰德指数）' },
          value: agreement.adjustedRandIndex,
          style: 'number',
          digits: 3,
        },
      ],
    };
  },
};

/** Q of the best partition found; null without ties. Newman & Girvan (2004). */
export const modularity: NetworkMeasure = {
  ...OF_COMMUNITIES,
  id: 'modularity',
  level: 'network',
  name: { en: 'Modularity', zh: '模块度' },
  symbol: 'Q',
  formula: FORMULA,
  where: WHERE,
  range: modularityRange,
  unit: { en: 'share of ties beyond chance', zh: '超出随机的关系比例' },
  source: `Newman & Girvan (2004), Finding and evaluating community structure in networks; ${OF_COMMUNITIES.source}`,
  status: 'contested',
  says: {
    en: 'How clearly the ecosystem falls into groups that work mostly among themselves.',
    zh: '生态系统在多大程度上分成主要在内部往来的群体。',
  },
  caution: {
    en: 'High is neither good nor bad, and random networks reach high values too.',
    zh: '高低本身并无好坏，随机网络的值也可能很高。',
  },
  style: 'number',
  digits: 3,
  *compute(network, options) {
    return (yield* communitiesOf(network, options))?.modularity ?? null;
  },
};

/** Number of communities of the best partition found; null without ties. [1, n]. */
export const communityCount: NetworkMeasure = {
  ...OF_COMMUNITIES,
  id: 'community-count',
  level: 'network',
  name: { en: 'Number of communities', zh: '社群数' },
  symbol: 'n c',
  formula: { text: 'n(c)', math: math(sub('n', 'c')) },
  where: {
    en: 'c runs over the communities of the best partition found.',
    zh: 'c 遍历所得最优划分中的各社群。',
  },
  range: ({ n }) => [Math.min(1, n), n],
  unit: { en: 'communities', zh: '个社群' },
  status: 'variant',
  says: {
    en: 'Into how many groups the ecosystem falls that work mostly among themselves.',
    zh: '生态系统分成多少个主要在内部往来的群体。',
  },
  caution: RESOLUTION_LIMIT,
  style: 'count',
  digits: 3,
  *compute(network, options) {
    return (yield* communitiesOf(network, options))?.sizes.length ?? null;
  },
};
