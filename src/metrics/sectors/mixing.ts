import type { Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE } from '../conventions.ts';
import type { MatrixDetail } from '../detail.ts';
import { fraction, math, row, sub } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { asExtreme, eachDeal } from '../permutation.ts';
import { countBlocks, dealtClause, pairsAmong, sectorSizes } from './labels.ts';

/** A square of sectors, row by row: givers and receivers, or both ends in an undirected network. */
type Square = Float64Array;

function weightBlocks({ n, outgoing }: Network, sectors: Uint16Array, size: number): Square {
  const sums = new Float64Array(size * size);
  const { offsets, columns, weights } = outgoing;
  for (let actor = 0; actor < n; actor++)
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++)
      sums[sectors[actor]! * size + sectors[columns[e]!]!]! += weights[e]!;
  return sums;
}

/** Each tie within a sector once, where both its directions were added. */
function eachOnce(sums: Square, size: number, directed: boolean): Square {
  return directed ? sums : sums.map((sum, cell) => (cell % (size + 1) === 0 ? sum / 2 : sum));
}

/** Of ties by the actors' numbers of ties: what each sector gives, times the share that each receives. */
function expectedByDegrees(counts: Square, size: number): Square {
  const given = new Float64Array(size);
  const received = new Float64Array(size);
  let all = 0;
  for (const [cell, count] of counts.entries()) {
    given[Math.floor(cell / size)]! += count;
    received[cell % size]! += count;
    all += count;
  }
  return counts.map((_, cell) => (given[Math.floor(cell / size)]! * received[cell % size]!) / all);
}

/**
 * Ties between the sectors that have actors: observed over expected, their number, their weight, and the share of
 * possible pairs. Rows give and columns receive in a directed network. Null without ties. Newman (2003).
 */
export const sectorMixing: DetailMeasure = {
  id: 'sector-mixing',
  level: 'detail',
  group: 'sectors',
  name: { en: 'Sector mixing', zh: '类型混合矩阵' },
  symbol: 'O/E',
  formula: {
    text: 'oᵣₛ/eᵣₛ',
    math: math(fraction(sub('o', row('r', 's')), sub('e', row('r', 's')))),
  },
  where: {
    en: 'o counts the ties from sector r to sector s, e those expected by chance.',
    zh: 'o 为类型 r 到类型 s 的关系数，e 为随机情形下的期望数。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      setting.directed
        ? { en: 'rows give, columns receive', zh: '行为提供方，列为获得方' }
        : { en: 'a tie within a sector counts once', zh: '类型内部的关系只计一次' },
      setting.mixing === 'density'
        ? {
            en: 'expected: every pair of actors alike, at the overall density',
            zh: '期望：各对主体机会均等，按整体密度计',
          }
        : {
            en: 'expected: by the number of ties of each actor (configuration model)',
            zh: '期望：按各主体的关系数（配置模型）计',
          },
      dealtClause(setting),
      PARALLEL_CLAUSE,
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'observed / expected', zh: '观测值/期望值' },
  source: 'Newman (2003), Mixing patterns in networks',
  status: 'established',
  says: {
    en: 'Which sectors work together more (above 1) or less (below 1) than chance would have them do.',
    zh: '与随机情形相比，哪些类型之间合作偏多（大于 1），哪些偏少（小于 1）。',
  },
  caution: {
    en: 'Each cell is tested by itself: of twenty, one has p below 0.05 by chance alone.',
    zh: '每个单元格单独检验：二十个中平均有一个仅因偶然就有 p 小于 0.05。',
  },
  complexity: 'O(permutations·(n + m))',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['mixing', 'permutations', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
  *compute(network, options): Computation<MatrixDetail | null> {
    const { directed, outgoing } = network;
    if (outgoing.columns.length === 0) return null;
    // Sectors without actors have neither row nor column.
    const present = network.sectorIds
      .map((_, sector) => sector)
      .filter((sector) => hasActors(network, sector));
    const size = present.length;
    const place = new Map(present.map((sector, k) => [sector, k]));
    const sectors = network.sectors.map((sector) => place.get(sector) ?? 0);
    const sizes = sectorSizes({ sectors, sectorIds: present.map(String) });

    const ends = new Float64Array(size * size);
    // An undirected tie is in both of its cells, which are one within a sector: there it counts 2.
    countBlocks(outgoing, sectors, size, ends);
    const counts = eachOnce(ends, size, directed);
    const pairs = counts.map((_, cell) => {
      const [from, to] = [Math.floor(cell / size), cell % size];
      return from === to ? pairsAmong(sizes[from]!, directed) : sizes[from]! * sizes[to]!;
    });
    const density = outgoing.columns.length / pairsAmong(network.n, true);
    const byDensity = pairs.map((count) => count * density);
    const expected =
      options.mixing === 'density' ? byDensity : eachOnce(expectedByDegrees(ends, size), size, directed);

    const extreme = new Float64Array(size * size);
    const dealtEnds = new Float64Array(size * size);
    const inside = directed ? 1 : 2;
    yield* eachDeal(sectors, options, outgoing.columns.length + size * size, (dealt) => {
      countBlocks(outgoing, dealt, size, dealtEnds);
      for (let cell = 0; cell < dealtEnds.length; cell++) {
        const count = dealtEnds[cell]! / (cell % (size + 1) === 0 ? inside : 1);
        // Over all deals the mean of a cell is what the density gives.
        if (asExtreme(count, counts[cell]!, byDensity[cell]!)) extreme[cell]!++;
      }
    });
    const p = extreme.map((count, cell) =>
      pairs[cell] === 0 ? NaN : (1 + count) / (1 + options.permutations),
    );

    const axis = { of: 'sector', ids: present.map((sector) => network.sectorIds[sector] ?? '') } as const;
    return {
      kind: 'matrix',
      rows: axis,
      columns: axis,
      ties: true,
      layers: [
        {
          id: 'ratio',
          name: { en: 'Observed / expected', zh: '观测值/期望值' },
          values: counts.map((count, cell) => count / (expected[cell]! > 0 ? expected[cell]! : NaN)),
          style: 'number',
          digits: 3,
          middle: 1,
          p,
        },
        {
          id: 'counts',
          name: { en: 'Tied pairs', zh: '有关系的对数' },
          values: counts,
          style: 'count',
          digits: 3,
        },
        {
          id: 'weights',
          name: { en: 'Weight', zh: '权重' },
          values: eachOnce(weightBlocks(network, sectors, size), size, directed),
          style: 'number',
          digits: 3,
        },
        {
          id: 'density',
          name: { en: 'Density', zh: '密度' },
          values: counts.map((count, cell) => count / (pairs[cell]! > 0 ? pairs[cell]! : NaN)),
          style: 'number',
          digits: 3,
        },
      ],
      facts: [
        {
          id: 'density',
          name: { en: 'Density of the whole network', zh: '整个网络的密度' },
          value: density,
          style: 'number',
          digits: 3,
        },
      ],
    };
  },
};

function hasActors({ sectors }: Network, sector: number): boolean {
  return sectors.includes(sector);
}
