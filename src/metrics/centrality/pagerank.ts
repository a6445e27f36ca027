import { ln } from '../../base/logarithm.ts';
import type { Network } from '../../network/network.ts';
import { rowSizes, rowSums } from '../../network/csr.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation } from '../measure.ts';
import { renumbered } from '../paths/renumbering.ts';

const DAMPING = 0.85;
const TOLERANCE = 1e-12;
/** The error shrinks by the damping a round, or faster: 1e-12 takes 170 at most. */
const MOST_ROUNDS = 1000;
const ENTRIES_PER_STEP = 200_000;

/**
 * Where a wandering resource is found in the long run: damping 0.85, what ends at an actor without outgoing ties goes
 * on anywhere. Values sum to 1. Brin & Page (1998), iterated to a change below 1e-12 in all.
 */
export const pagerank: ActorMeasure = {
  id: 'pagerank',
  level: 'actor',
  group: 'position',
  name: { en: 'PageRank', zh: 'PageRank' },
  symbol: 'p',
  formula: {
    text: 'pᵢ = (1 − d)/n + d (Σⱼ pⱼ Wⱼᵢ/sⱼ + D/n), d = 0.85',
    math: math(
      sub('p', 'i'),
      '=',
      fraction(row('1', '−', 'd'), 'n'),
      '+',
      'd',
      '(',
      sumOver('j'),
      sub('p', 'j'),
      fraction(sub('W', row('j', 'i')), sub('s', 'j')),
      '+',
      fraction('D', 'n'),
      ')',
    ),
  },
  where: {
    en: 's is the out-strength, D the sum of p over actors without outgoing ties.',
    zh: 's 为出强度，D 为没有向外关系的主体的 p 之和。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      setting.weighted
        ? { en: 'in proportion to weights', zh: '按权重分配' }
        : { en: 'all ties alike, weights ignored', zh: '各关系均等，不计权重' },
      { en: 'damping 0.85; values sum to 1', zh: '阻尼系数 0.85；各值之和为 1' },
    ),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of the whole', zh: '占总体的份额' },
  source: 'Brin & Page (1998), The anatomy of a large-scale hypertextual Web search engine',
  status: 'established',
  says: {
    en: 'Where a wandering resource ends up: high for actors that receive from actors that themselves receive much.',
    zh: '游走的资源最终停留在哪里：从自身获得较多的主体那里获得资源，值就高。',
  },
  complexity: 'O(m) a round, up to 170 rounds',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: (network) => stationary(network),
};

/** By places, where an actor's givers stand near it. Each round keeps the sum at 1. */
function* stationary(network: Network): Computation<Float64Array> {
  const { n, outgoing, weighted } = network;
  const { placeOf, incoming } = renumbered(network);
  const { offsets, columns, weights } = incoming;
  const given = weighted ? rowSums(outgoing) : rowSizes(outgoing);
  /** What an actor gives for each unit that it has and each unit of weight; 0 for those who give nothing. */
  const rate = new Float64Array(n);
  for (let actor = 0; actor < n; actor++) if (given[actor]! > 0) rate[placeOf[actor]!] = 1 / given[actor]!;
  const roundsPerStep = Math.max(1, Math.floor(ENTRIES_PER_STEP / (n + columns.length)));

  const has = new Float64Array(n).fill(1 / n);
  let gives = rate.map((each) => each / n);
  let next = new Float64Array(n);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let dangling = 0;
    for (let place = 0; place < n; place++) if (rate[place] === 0) dangling += has[place]!;
    const everybody = (1 - DAMPING + DAMPING * dangling) / n;
    let change = 0;
    for (let place = 0; place < n; place++) {
      let received = 0;
      const end = offsets[place + 1]!;
      if (weighted) for (let e = offsets[place]!; e < end; e++) received += gives[columns[e]!]! * weights[e]!;
      else for (let e = offsets[place]!; e < end; e++) received += gives[columns[e]!]!;
      const value = everybody + DAMPING * received;
      change += Math.abs(value - has[place]!);
      has[place] = value;
      next[place] = value * rate[place]!;
    }
    [gives, next] = [next, gives];
    if (change < TOLERANCE) break;
    if (round % roundsPerStep === 0) yield Math.min(1, ln(change) / ln(TOLERANCE));
  }
  return has.map((_, actor) => has[placeOf[actor]!]!);
}
