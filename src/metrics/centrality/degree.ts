import type { Localized } from '../../base/localized.ts';
import { rowSizes } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE } from '../conventions.ts';
import { math, row, sub, subsup, sumOver } from '../math.ts';
import { atOnce, type ActorMeasure, type Setting } from '../measure.ts';

type Texts = Pick<ActorMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'where' | 'convention' | 'says'>;

function degreeMeasure(texts: Texts, count: (network: Network) => Float64Array): ActorMeasure {
  return {
    ...texts,
    level: 'actor',
    group: 'ties',
    range: ({ n }) => [0, Math.max(0, n - 1)],
    hasNormalisedForm: false,
    unit: { en: 'partners', zh: '个合作方' },
    source: 'Freeman (1979), Centrality in social networks: conceptual clarification',
    status: 'established',
    complexity: 'O(n + m)',
    style: 'count',
    digits: 3,
    usesPaths: false,
    compute: atOnce(count),
  };
}

const DIRECTED = (setting: Setting): Localized => clauses(directionClause(setting), PARALLEL_CLAUSE);

/** k_i, distinct partners in either direction. [0, n - 1]. Freeman (1979). */
export const degree = degreeMeasure(
  {
    id: 'degree',
    name: { en: 'Degree', zh: '度' },
    symbol: 'k',
    formula: {
      text: 'kᵢ = Σⱼ Uᵢⱼ',
      math: math(sub('k', 'i'), '=', sumOver('j'), sub('U', row('i', 'j'))),
    },
    where: {
      en: 'U is 1 where two actors are tied in either direction, else 0.',
      zh: '两个主体之间有任一方向的关系时 U 为 1，否则为 0。',
    },
    convention: () =>
      clauses(
        { en: 'each partner counts once, whatever the direction', zh: '不论方向，每个合作方只计一次' },
        PARALLEL_CLAUSE,
      ),
    says: {
      en: 'With how many different partners this actor is tied.',
      zh: '该主体与多少个不同的合作方有关系。',
    },
  },
  (network) => rowSizes(network.either),
);

/** Distinct actors that give to this one. [0, n - 1]. */
export const inDegree = degreeMeasure(
  {
    id: 'in-degree',
    name: { en: 'In-degree', zh: '入度' },
    symbol: 'k in',
    formula: {
      text: 'kᵢ(in) = Σⱼ Aⱼᵢ',
      math: math(subsup('k', 'i', 'in'), '=', sumOver('j'), sub('A', row('j', 'i'))),
    },
    where: {
      en: 'A from j to i is 1 where j gives to i, else 0.',
      zh: '主体 j 向 i 提供资源时 A 为 1，否则为 0。',
    },
    convention: DIRECTED,
    says: {
      en: 'From how many different partners this actor receives.',
      zh: '该主体从多少个不同的合作方获得资源。',
    },
  },
  (network) => rowSizes(network.incoming),
);

/** Distinct actors that this one gives to. [0, n - 1]. */
export const outDegree = degreeMeasure(
  {
    id: 'out-degree',
    name: { en: 'Out-degree', zh: '出度' },
    symbol: 'k out',
    formula: {
      text: 'kᵢ(out) = Σⱼ Aᵢⱼ',
      math: math(subsup('k', 'i', 'out'), '=', sumOver('j'), sub('A', row('i', 'j'))),
    },
    where: {
      en: 'A from i to j is 1 where i gives to j, else 0.',
      zh: '主体 i 向 j 提供资源时 A 为 1，否则为 0。',
    },
    convention: DIRECTED,
    says: {
      en: 'To how many different partners this actor gives.',
      zh: '该主体向多少个不同的合作方提供资源。',
    },
  },
  (network) => rowSizes(network.outgoing),
);
