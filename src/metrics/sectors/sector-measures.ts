import { rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE, SUMMED_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type SectorMeasure } from '../measure.ts';
import { pairsAmong, sectorSizes } from './labels.ts';

/** Number of visible actors of each sector; 0 where there are none. */
export const sectorActors: SectorMeasure = {
  id: 'sector-actors',
  level: 'sector',
  group: 'sectors',
  name: { en: 'Actors of the sector', zh: '类型主体数' },
  symbol: 'n s',
  formula: { text: 'nₛ', math: math(sub('n', 's')) },
  where: { en: 'nₛ is the number of visible actors of the sector.', zh: 'nₛ 为该类型可见主体的数量。' },
  convention: () => ({
    en: 'Visible actors, isolated ones included.',
    zh: '可见主体，含孤立主体。',
  }),
  range: ({ n }) => [0, n],
  hasNormalisedForm: false,
  unit: { en: 'actors', zh: '个主体' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: { en: 'How many actors belong to this sector.', zh: '属于该类型的主体有多少个。' },
  complexity: 'O(n)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce(sectorSizes),
};

/** Tied pairs within each sector over possible ones; NaN for fewer than two actors. [0, 1]. */
export const sectorDensity: SectorMeasure = {
  id: 'sector-density',
  level: 'sector',
  group: 'sectors',
  name: { en: 'Density within the sector', zh: '类型内部密度' },
  symbol: 'D s',
  formula: {
    text: 'Dₛ = Σᵢⱼ Aᵢⱼ/(nₛ(nₛ − 1)),  i, j ∈ s',
    math: math(
      sub('D', 's'),
      '=',
      fraction(
        row(sumOver(row('i', ',', 'j', '∈', 's')), sub('A', row('i', 'j'))),
        row(sub('n', 's'), '(', sub('n', 's'), '−', '1', ')'),
      ),
    ),
  },
  where: {
    en: 'A from i to j is 1 where i gives to j, else 0; both belong to sector s, which has nₛ actors.',
    zh: 'i 向 j 提供资源时 A 为 1，否则为 0；两者均属于类型 s，该类型有 nₛ 个主体。',
  },
  convention: (setting) => clauses(directionClause(setting), PARALLEL_CLAUSE),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of possible pairs', zh: '占可能对数的比例' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: {
    en: 'Which share of all possible ties within this sector is there.',
    zh: '该类型内部所有可能的关系中，实际存在的占多大比例。',
  },
  caution: {
    en: 'Falls as a sector grows: small sectors look dense.',
    zh: '主体越多密度越低：主体少的类型显得更密。',
  },
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: atOnce(densities),
};

function densities(network: Network): Float64Array {
  const { n, sectors, outgoing, directed } = network;
  const tied = new Float64Array(network.sectorIds.length);
  for (let actor = 0; actor < n; actor++)
    for (let e = outgoing.offsets[actor]!; e < outgoing.offsets[actor + 1]!; e++)
      if (sectors[outgoing.columns[e]!] === sectors[actor]) tied[sectors[actor]!]!++;
  return sectorSizes(network).map((size, sector) =>
    size < 2 ? NaN : tied[sector]! / (directed ? 1 : 2) / pairsAmong(size, directed),
  );
}

/** Strength of a sector's actors over that of all; NaN for sectors without actors, and without ties. [0, 1]. */
export const sectorStrength: SectorMeasure = {
  id: 'sector-strength',
  level: 'sector',
  group: 'sectors',
  name: { en: 'Share of all strength', zh: '强度占比' },
  symbol: 's s',
  formula: {
    text: 'Σᵢ sᵢ/Σⱼ sⱼ',
    math: math(fraction(row(sumOver(row('i', '∈', 's')), sub('s', 'i')), row(sumOver('j'), sub('s', 'j')))),
  },
  where: {
    en: 's is the strength of an actor: the weight of all its ties, in and out. i runs over the sector, j over all actors.',
    zh: 's 为主体的强度，即其全部关系（流入与流出）的权重之和；i 取该类型的主体，j 取全部主体。',
  },
  convention: (setting) => clauses(directionClause(setting), SUMMED_CLAUSE),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of strength', zh: '占总强度的比例' },
  source:
    'Barrat, Barthélemy, Pastor-Satorras & Vespignani (2004), The architecture of complex weighted networks',
  status: 'established',
  says: {
    en: 'Which share of all that flows has an end in this sector.',
    zh: '全部流动中，有多大比例的端点落在该类型。',
  },
  complexity: 'O(n + m)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network) => {
    const strengths = rowSums(network.either);
    const shares = new Float64Array(network.sectorIds.length);
    for (const [actor, strength] of strengths.entries()) shares[network.sectors[actor]!]! += strength;
    const all = shares.reduce((sum, share) => sum + share, 0);
    const sizes = sectorSizes(network);
    return shares.map((share, sector) => (sizes[sector] === 0 || all === 0 ? NaN : share / all));
  }),
};
