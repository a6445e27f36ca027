import type { Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import { atOnce, type NetworkMeasure } from '../measure.ts';

/** Whether like is tied to like by sector; null without ties, or where all of them are within one sector. [-1, 1]. */
export const sectorAssortativity: NetworkMeasure = {
  id: 'sector-assortativity',
  level: 'network',
  group: 'sectors',
  name: { en: 'Sector assortativity', zh: '类型同配性' },
  symbol: 'r s',
  formula: {
    text: 'r = (Σₛ eₛₛ − Σₛ aₛbₛ)/(1 − Σₛ aₛbₛ)',
    math: math(
      'r',
      '=',
      fraction(
        row(sumOver('s'), sub('e', row('s', 's')), '−', sumOver('s'), sub('a', 's'), sub('b', 's')),
        row('1', '−', sumOver('s'), sub('a', 's'), sub('b', 's')),
      ),
    ),
  },
  where: {
    en: 'e is the share of ties within sector s, a the share that its actors give, b the share that they receive.',
    zh: 'e 为类型 s 内部关系所占的比例，a 为该类型主体提供的比例，b 为其获得的比例。',
  },
  convention: (setting) =>
    clauses(directionClause(setting), { en: 'weights ignored', zh: '不计权重' }, PARALLEL_CLAUSE),
  range: () => [-1, 1],
  hasNormalisedForm: false,
  unit: { en: 'correlation', zh: '相关系数' },
  source: 'Newman (2003), Mixing patterns in networks',
  status: 'established',
  says: {
    en: 'Whether actors are tied to their own sector more (above 0) or less (below 0) than their numbers of ties would give by chance.',
    zh: '与关系数目决定的随机水平相比，主体与本类型合作偏多（大于 0）还是偏少（小于 0）。',
  },
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: atOnce(bySector),
};

function bySector({ n, outgoing: { offsets, columns }, sectors, sectorIds }: Network): number | null {
  const given = new Float64Array(sectorIds.length);
  const received = new Float64Array(sectorIds.length);
  let inside = 0;
  for (let actor = 0; actor < n; actor++) {
    const own = sectors[actor]!;
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
      const other = sectors[columns[e]!]!;
      given[own]!++;
      received[other]!++;
      if (other === own) inside++;
    }
  }
  const all = columns.length;
  // Whole numbers: where every tie is in one sector the difference is 0 exactly.
  const chance = given.reduce((sum, count, sector) => sum + count * received[sector]!, 0);
  return all * all === chance ? null : (all * inside - chance) / (all * all - chance);
}

type Texts = Pick<NetworkMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'where' | 'convention' | 'says'>;

function degreeMeasure(texts: Texts, value: (network: Network) => number | null): NetworkMeasure {
  return {
    ...texts,
    level: 'network',
    group: 'cohesion',
    range: () => [-1, 1],
    hasNormalisedForm: false,
    unit: { en: 'correlation', zh: '相关系数' },
    source: 'Newman (2002), Assortative mixing in networks; Newman (2003), Mixing patterns in networks',
    status: 'established',
    caution: {
      en: 'A few large hubs make it negative in a small network, whatever anyone intends.',
      zh: '在小网络中，少数大枢纽就会使其为负，并不说明主体的意图。',
    },
    complexity: 'O(n + m)',
    style: 'number',
    digits: 3,
    usesPaths: false,
    compute: atOnce(value),
  };
}

/** Pearson correlation of the degrees at both ends of the ties of U; null where all are equal. [-1, 1]. Newman (2002). */
export const degreeAssortativity = degreeMeasure(
  {
    id: 'degree-assortativity',
    name: { en: 'Degree assortativity', zh: '度同配性' },
    symbol: 'r k',
    formula: {
      text: 'r = Σᵢⱼ Uᵢⱼ(kᵢ − μ)(kⱼ − μ)/Σᵢ kᵢ(kᵢ − μ)²',
      math: math(
        'r',
        '=',
        fraction(
          row(
            sumOver(row('i', ',', 'j')),
            sub('U', row('i', 'j')),
            row('(', sub('k', 'i'), '−', 'μ', ')'),
            row('(', sub('k', 'j'), '−', 'μ', ')'),
          ),
          row(sumOver('i'), sub('k', 'i'), sup(row('(', sub('k', 'i'), '−', 'μ', ')'), '2')),
        ),
      ),
    },
    where: {
      en: 'k is the degree, μ its mean over the ends of all ties; U is 1 where two actors are tied in either direction.',
      zh: 'k 为度，μ 为其在全部关系两端上的均值；两个主体之间有任一方向的关系时 U 为 1。',
    },
    convention: () => clauses({ en: 'direction and weights ignored', zh: '忽略方向与权重' }, PARALLEL_CLAUSE),
    says: {
      en: 'Whether busy actors are tied to busy ones (above 0) or to those with few partners (below 0).',
      zh: '合作方多的主体倾向于与同样活跃者合作（大于 0），还是与合作方少者合作（小于 0）。',
    },
  },
  ({ n, either: { offsets, columns } }) => endsCorrelation(n, offsets, columns, offsets),
);

/** Pearson correlation of the giver's out-degree and the receiver's in-degree; null where either is constant. [-1, 1]. */
export const outInAssortativity = degreeMeasure(
  {
    id: 'out-in-assortativity',
    name: { en: 'Degree assortativity, out to in', zh: '出度与入度同配性' },
    symbol: 'r oi',
    formula: {
      text: 'r = Σᵢⱼ Aᵢⱼ(xᵢ − μ)(yⱼ − ν)/(m·σₓ·σ_y)',
      math: math(
        'r',
        '=',
        fraction(
          row(
            sumOver(row('i', ',', 'j')),
            sub('A', row('i', 'j')),
            row('(', sub('x', 'i'), '−', 'μ', ')'),
            row('(', sub('y', 'j'), '−', 'ν', ')'),
          ),
          row('m', sub('σ', 'x'), sub('σ', 'y')),
        ),
      ),
    },
    where: {
      en: 'x is the out-degree of the giver, y the in-degree of the receiver; μ, ν and σ are means and deviations over the ties.',
      zh: 'x 为提供方的出度，y 为获得方的入度；μ、ν 与 σ 为其在全部关系上的均值与标准差。',
    },
    convention: (setting) =>
      clauses(directionClause(setting), { en: 'weights ignored', zh: '不计权重' }, PARALLEL_CLAUSE),
    says: {
      en: 'Whether those who give to many give to those who receive from many (above 0), or from few (below 0).',
      zh: '向多方提供资源者，其对象是从多方获得资源者（大于 0），还是从少数方获得者（小于 0）。',
    },
  },
  ({ n, outgoing, incoming }) => endsCorrelation(n, outgoing.offsets, outgoing.columns, incoming.offsets),
);

/** Of row size at the start of each entry and row size, by the other offsets, at its end. */
function endsCorrelation(
  n: number,
  offsets: Uint32Array,
  columns: Uint32Array,
  ofEnds: Uint32Array,
): number | null {
  const sizeAt = (of: Uint32Array, actor: number): number => of[actor + 1]! - of[actor]!;
  const all = columns.length;
  let startSum = 0;
  let endSum = 0;
  for (let actor = 0; actor < n; actor++) startSum += sizeAt(offsets, actor) ** 2;
  for (const end of columns) endSum += sizeAt(ofEnds, end);
  let startSquares = 0;
  let endSquares = 0;
  let products = 0;
  for (let actor = 0; actor < n; actor++) {
    // Times the number of ties, deviations are whole numbers: those of equal degrees are 0 exactly.
    const start = (all * sizeAt(offsets, actor) - startSum) / all;
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
      const end = (all * sizeAt(ofEnds, columns[e]!) - endSum) / all;
      startSquares += start * start;
      endSquares += end * end;
      products += start * end;
    }
  }
  if (startSquares === 0 || endSquares === 0) return null;
  return Math.max(-1, Math.min(1, products / Math.sqrt(startSquares) / Math.sqrt(endSquares)));
}
