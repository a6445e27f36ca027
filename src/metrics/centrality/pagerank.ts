import type { Network } from '../../network/network.ts';
import { rowSizes, rowSums } from '../../network/csr.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation } from '../measure.ts';

const DAMPING = 0.85;
const TOLERANCE = 1e-12;
/** The error shrinks by the damping a round: 1e-12 takes about 170. */
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
  complexity: 'O(m) a round, about 170 rounds',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: (network) => stationary(network),
};

function* stationary(network: Network): Computation<Float64Array> {
  const { n, incoming, outgoing, weighted } = network;
  const { offsets, columns } = incoming;
  const given = weighted ? rowSums(outgoing) : rowSizes(outgoing);
  const shares = new Float64Array(columns.length);
  for (let e = 0; e < shares.length; e++)
    shares[e] = (weighted ? incoming.weights[e]! : 1) / given[columns[e]!]!;
  const roundsPerStep = Math.max(1, Math.floor(ENTRIES_PER_STEP / (n + shares.length)));

  let now = new Float64Array(n).fill(1 / n);
  let next = new Float64Array(n);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let dangling = 0;
    for (let actor = 0; actor < n; actor++) if (given[actor] === 0) dangling += now[actor]!;
    const everybody = (1 - DAMPING + DAMPING * dangling) / n;
    let change = 0;
    for (let actor = 0; actor < n; actor++) {
      let received = 0;
      for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++)
        received += now[columns[e]!]! * shares[e]!;
      next[actor] = everybody + DAMPING * received;
      change += Math.abs(next[actor]! - now[actor]!);
    }
    [now, next] = [next, now];
    if (change < TOLERANCE) break;
    if (round % roundsPerStep === 0) yield Math.min(1, Math.log(change) / Math.log(TOLERANCE));
  }
  return now;
}
