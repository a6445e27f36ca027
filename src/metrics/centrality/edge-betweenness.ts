import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause, lengthClause, RAW_CLAUSE, sampleClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { Computation, TieMeasure } from '../measure.ts';
import { tieKernel } from '../paths/path-kernels.ts';
import { drawnSources } from '../paths/sources.ts';

/** Adjacency entries scanned between two steps: about a millisecond. */
const STEP_WORK = 50_000;

/**
 * Share of shortest paths along the tie, summed over pairs of actors, its ends included: unordered pairs in an
 * undirected network, ordered ones in a directed network. Of the pair of actors that the tie lies on: parallel ties have
 * the same value, a mutual tie of a directed network that of both directions; null for self-loops. Normalised by the
 * number of pairs: [0, 1]. Girvan & Newman (2002).
 */
export const edgeBetweenness: TieMeasure = {
  id: 'edge-betweenness',
  level: 'tie',
  group: 'position',
  name: { en: 'Betweenness of ties', zh: '关系的中介中心性' },
  symbol: 'B',
  formula: {
    text: 'Bₑ = Σ σₛₜ(e)/σₛₜ, s ≠ t',
    math: math(
      sub('B', 'e'),
      '=',
      sumOver(row('s', '≠', 't')),
      fraction(row(sub('σ', row('s', 't')), '(', 'e', ')'), sub('σ', row('s', 't'))),
    ),
  },
  where: {
    en: 'σ counts the shortest paths from s to t, σ(e) those of them along the tie e.',
    zh: 'σ 为 s 到 t 的最短路径数，σ(e) 为其中经过关系 e 的条数。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      setting.directed
        ? { en: 'ordered pairs, the ends of the tie included', zh: '按有序对计算，含关系的端点' }
        : { en: 'unordered pairs, the ends of the tie included', zh: '按无序对计算，含关系的端点' },
      { en: 'parallel ties count as one and share its value', zh: '平行关系视为一条，取相同的值' },
      lengthClause(setting),
      setting.normalised
        ? { en: 'normalised by the number of pairs', zh: '标准化值：除以主体的对数' }
        : RAW_CLAUSE,
      sampleClause(setting),
    ),
  range: ({ normalised, directed, n }) => [0, normalised ? 1 : (n * Math.max(0, n - 1)) / (directed ? 1 : 2)],
  hasNormalisedForm: true,
  unit: { en: 'pairs of actors', zh: '主体的对数' },
  source: 'Girvan & Newman (2002), Community structure in social and biological networks',
  status: 'established',
  says: {
    en: 'How many of the shortest routes between actors run along this relation.',
    zh: '主体之间的最短路径有多少经过这条关系。',
  },
  complexity: 'O(n·m), weighted O(n·m + n² log n)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['sources', 'seed'],
  onRequest: true,
  *compute(network, options) {
    const { n, directed, outgoing, ties } = network;
    const sources = drawnSources(n, options);
    const entrySums = yield* alongEntries(network, sources);
    const pairs = (options.normalised ? n * (n - 1) : directed ? 1 : 2) * (sources.length / n);
    const along = (source: number, target: number): number => {
      const entry = entryOf(outgoing, source, target);
      return entry === null ? 0 : entrySums[entry]!;
    };
    return Float64Array.from(ties.source, (source, tie) => {
      const target = ties.target[tie]!;
      if (source === target) return NaN;
      const bothWays = !directed || ties.mutual[tie] === 1;
      return (along(source, target) + (bothWays ? along(target, source) : 0)) / pairs;
    });
  },
};

/** Of each entry of `outgoing`, the share of shortest paths from the sources that go along it, over all targets. */
function* alongEntries(network: Network, sources: Uint32Array): Computation<Float64Array> {
  const { n, outgoing } = network;
  const entrySums = new Float64Array(outgoing.columns.length);
  const kernel = tieKernel(network, entrySums);
  const perStep = Math.max(1, Math.floor(STEP_WORK / (n + 2 * entrySums.length)));
  for (let from = 0; from < sources.length; from += perStep) {
    kernel.run(sources.subarray(from, from + perStep));
    yield Math.min(1, (from + perStep) / sources.length);
  }
  return entrySums;
}

/** Where a row has this column; null where it has not. */
function entryOf({ offsets, columns }: Csr, row: number, column: number): number | null {
  let low = offsets[row]!;
  let high = offsets[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < offsets[row + 1]! && columns[low] === column ? low : null;
}
